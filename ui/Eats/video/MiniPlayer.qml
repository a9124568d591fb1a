import QtQuick
import Eats.ViewModels
import Eats.theme

/* The picture in a corner of the window: dragged or moved by a key from corner to corner. */
FocusScope {
    id: mini

    required property LivePlayer player
    required property bool wide
    readonly property bool onRight: player.corner === 0 || player.corner === 3
    readonly property bool below: player.corner < 2

    objectName: "mini"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("작은 영상: %1").arg(player.title)
    width: Math.min(Theme.px(wide ? 400 : 320), parent.width - 2 * Theme.s16)
    height: Math.round(width * 9 / 16) + bar.height
    x: onRight ? parent.width - width - Theme.s16 : Theme.s16
    y: below ? parent.height - height - Theme.s16 : Theme.s16
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_P || event.key === Qt.Key_M;
        if (event.accepted)
            event.key === Qt.Key_P ? player.toggle() : player.toggleMuted();
    }
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: player.close()
    transform: Translate {
        x: drag.active ? drag.activeTranslation.x : 0
        y: drag.active ? drag.activeTranslation.y : 0
    }

    DragHandler {
        id: drag

        target: null
        onActiveChanged: if (!active)
            mini.player.drop(centroid.scenePosition.x / mini.Window.width, centroid.scenePosition.y / mini.Window.height)
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.hairline
        radius: Theme.radiusM
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }

    VideoScreen {
        width: parent.width
        height: parent.height - bar.height
        player: mini.player
        small: true

        TapHandler {
            onTapped: mini.player.expand()
        }
    }

    MiniKeys {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.px(56)
        player: mini.player
        movable: true
    }
}
