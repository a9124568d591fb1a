pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels

/* The live picture over the pages: in a corner, or over everything; resting while nobody sees it. */
Item {
    id: layer

    required property LivePlayer player
    required property bool compact
    required property bool wide
    required property bool unseen
    readonly property bool full: player.where === "full"
    property int before: Window.Windowed

    function fill(on: bool) {
        if (on)
            before = Window.window.visibility;
        Window.window.visibility = on ? Window.FullScreen : before;
    }

    onUnseenChanged: player.hold(unseen)
    onFullChanged: fill(full)

    Connections {
        target: layer.Window.window
        function onVisibilityChanged() {
            if (layer.full && layer.Window.window.visibility !== Window.FullScreen)
                layer.player.setFull(false);
        }
    }

    Loader {
        anchors.fill: parent
        active: layer.player.where === "mini" && !layer.compact
        sourceComponent: Item {
            MiniPlayer {
                player: layer.player
                wide: layer.wide
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: layer.full
        focus: active
        sourceComponent: FullPlayer {
            player: layer.player
        }
    }
}
