import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The live picture in place of the poster, its controls, and the ways left when it fails. */
ColumnLayout {
    id: stage

    required property LivePlayer player
    required property real tall
    required property string phone
    required property bool hasLink

    signal sellerWanted

    objectName: "video.stage"
    spacing: Theme.s4

    VideoScreen {
        Layout.fillWidth: true
        Layout.preferredHeight: stage.tall
        player: stage.player
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
        visible: stage.player.hasFailed
        spacing: Theme.s8

        AppButton {
            objectName: "video.seller"
            Layout.fillWidth: true
            visible: stage.hasLink
            symbol: "link"
            text: qsTr("판매처에서 보기")
            onClicked: stage.sellerWanted()
        }

        TextLine {
            objectName: "video.phone"
            Layout.fillWidth: true
            visible: text !== ""
            text: stage.phone === "" ? "" : qsTr("전화 %1").arg(stage.phone)
            font.bold: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s4

        IconButton {
            objectName: "video.toggle"
            symbol: stage.player.goesOn ? "pause" : stage.player.hasFailed ? "refresh" : "play"
            name: stage.player.goesOn ? qsTr("영상 멈춤") : stage.player.hasFailed ? qsTr("다시 시도") : qsTr("영상 재생")
            onClicked: stage.player.toggle()
        }

        VolumeKeys {
            height: Theme.control
            player: stage.player
            wide: stage.width > Theme.px(380)
        }

        IconButton {
            objectName: "video.dock"
            symbol: "small-window"
            name: qsTr("작게 보기")
            onClicked: stage.player.dock()
        }

        IconButton {
            objectName: "video.full"
            symbol: "full-screen"
            name: qsTr("전체 화면")
            onClicked: stage.player.setFull(true)
        }

        IconButton {
            objectName: "video.close"
            symbol: "x"
            name: qsTr("영상 닫기")
            onClicked: stage.player.close()
        }
    }
}
