pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.alarms
import Eats.me
import Eats.recipes
import Eats.screens
import Eats.theme
import Eats.video

/* What lies over the pages, the last on top: video, cooking, toasts, forms, the guide, the curtain. */
Item {
    id: over

    required property LookViewModel look
    required property SettingsViewModel settings
    required property SyncViewModel sync
    required property PeopleViewModel people
    required property NoticesViewModel notices
    required property LivePlayer player
    required property CookViewModel cook
    required property AlarmEditorViewModel alarmEditor
    required property bool compact
    required property bool wide
    required property bool isShown
    required property real beside
    required property real below

    PlayerLayer {
        anchors.fill: parent
        player: over.player
        compact: over.compact
        wide: over.wide
        unseen: over.cook.isOpen || !over.isShown
    }

    Loader {
        anchors.fill: parent
        active: over.cook.isOpen
        sourceComponent: CookView {
            cook: over.cook
        }
    }

    Toasts {
        x: over.cook.isOpen ? Theme.s16 : over.beside + Theme.s16
        y: over.cook.isOpen ? Theme.s16 : parent.height - height - Theme.s16 - over.below
        width: Math.min(Theme.px(520), parent.width - x - Theme.s16)
        notices: over.notices
    }

    Loader {
        active: over.alarmEditor.isOpen
        sourceComponent: AlarmEditor {
            parent: Overlay.overlay
            editor: over.alarmEditor
        }
    }

    Loader {
        anchors.fill: parent
        active: !over.look.setupDone && !over.people.locked
        sourceComponent: SetupScreen {
            look: over.look
            settings: over.settings
            sync: over.sync
        }
    }

    Loader {
        anchors.fill: parent
        active: over.people.locked
        sourceComponent: LockScreen {
            people: over.people
        }
    }
}
