import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The picture over the whole window; Esc leads back. */
FocusScope {
    id: full

    required property LivePlayer player

    objectName: "video.over"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("전체 화면 영상: %1").arg(player.title)
    focus: true
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: player.setFull(false)
    Component.onCompleted: back.forceActiveFocus()

    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        VideoScreen {
            Layout.fillWidth: true
            Layout.fillHeight: true
            player: full.player
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: bar.implicitHeight + 2 * Theme.s4
            color: Theme.surface

            RowLayout {
                id: bar

                anchors.fill: parent
                anchors.leftMargin: Theme.s16
                anchors.rightMargin: Theme.s8
                spacing: Theme.s8

                IconButton {
                    objectName: "full.toggle"
                    symbol: full.player.goesOn ? "pause" : "play"
                    name: full.player.goesOn ? qsTr("영상 멈춤") : qsTr("영상 재생")
                    onClicked: full.player.toggle()
                }

                VolumeKeys {
                    player: full.player
                    wide: full.width > Theme.px(700)
                }

                TextLine {
                    Layout.fillWidth: true
                    text: full.player.title
                    font.bold: true
                }

                AppButton {
                    id: back

                    objectName: "full.back"
                    symbol: "x"
                    text: qsTr("전체 화면 끄기")
                    onClicked: full.player.setFull(false)
                }
            }
        }
    }
}
