import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme

/* The small picture of a narrow window: a strip along its lower edge. */
FocusScope {
    id: strip

    required property LivePlayer player

    objectName: "mini"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("작은 영상: %1").arg(player.title)
    implicitHeight: Theme.px(72)
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: player.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    RowLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.hairline
        spacing: 0

        VideoScreen {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.round(strip.height * 16 / 9)
            player: strip.player
            small: true

            TapHandler {
                onTapped: strip.player.expand()
            }
        }

        MiniKeys {
            Layout.fillWidth: true
            player: strip.player
        }
    }
}
