import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What is on, and the keys of the small picture. */
RowLayout {
    id: keys

    required property LivePlayer player
    property bool movable: false

    spacing: 0

    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s12
        spacing: 0

        TextLine {
            Layout.fillWidth: true
            text: keys.player.title
            font.pixelSize: Theme.caption
            font.bold: true
        }

        TextLine {
            Layout.fillWidth: true
            text: keys.player.channelText
            font.pixelSize: Theme.caption
            color: Theme.text2
        }
    }

    IconButton {
        objectName: "mini.toggle"
        symbol: keys.player.goesOn ? "pause" : keys.player.hasFailed ? "refresh" : "play"
        name: keys.player.goesOn ? qsTr("영상 멈춤") : keys.player.hasFailed ? qsTr("다시 시도") : qsTr("영상 재생")
        onClicked: keys.player.toggle()
    }

    IconButton {
        objectName: "mini.mute"
        visible: keys.player.hasSound
        symbol: keys.player.muted ? "sound-off" : "sound"
        name: keys.player.muted ? qsTr("소리 켜기") : qsTr("음소거")
        onClicked: keys.player.toggleMuted()
    }

    IconButton {
        objectName: "mini.move"
        visible: keys.movable
        symbol: "move-corner"
        name: qsTr("다음 구석으로 옮기기")
        onClicked: keys.player.setCorner(keys.player.corner + 1)
    }

    IconButton {
        objectName: "mini.expand"
        symbol: "full-screen"
        name: qsTr("방송 화면으로")
        onClicked: keys.player.expand()
    }

    IconButton {
        objectName: "mini.close"
        symbol: "x"
        name: qsTr("작은 영상 닫기")
        onClicked: keys.player.close()
    }
}
