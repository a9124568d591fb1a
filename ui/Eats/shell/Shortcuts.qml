pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels

/* The keys that work everywhere in the window. */
Item {
    id: keys

    required property Navigator navigator
    required property LookViewModel look
    required property SyncViewModel sync
    required property ScheduleViewModel schedule
    property bool cooking: false

    signal searchWanted
    signal fullScreenWanted

    /* Ctrl+1 … in the order of the rail; the settings come last there and have a key of their own. */
    Instantiator {
        model: ["home", "schedule", "mall", "recipes", "wishes", "cart", "orders", "inbox", "me"]

        delegate: Shortcut {
            required property string modelData
            required property int index

            sequence: "Ctrl+" + (index + 1)
            onActivated: keys.navigator.go(modelData)
        }
    }

    Shortcut {
        sequence: "Ctrl+,"
        onActivated: keys.navigator.go("settings")
    }
    Shortcut {
        sequences: ["Ctrl+K", "/"]
        enabled: !keys.cooking
        onActivated: keys.searchWanted()
    }
    Shortcut {
        sequence: "Alt+Left"
        onActivated: keys.navigator.back()
    }
    Shortcut {
        sequence: "Alt+Right"
        onActivated: keys.navigator.forward()
    }
    Shortcut {
        sequence: "Escape"
        enabled: keys.navigator.broadcast !== "" && !keys.cooking
        onActivated: keys.navigator.close()
    }
    Shortcut {
        sequence: "F5"
        onActivated: keys.sync.fetch()
    }
    Shortcut {
        sequence: "F11"
        onActivated: keys.fullScreenWanted()
    }
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        onActivated: keys.look.stepTextScale(1)
    }
    Shortcut {
        sequence: "Ctrl+-"
        onActivated: keys.look.stepTextScale(-1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: keys.look.stepTextScale(0)
    }
    Shortcut {
        sequence: "Ctrl+Shift+T"
        onActivated: keys.look.nextTheme()
    }
}
