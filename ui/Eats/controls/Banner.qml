import QtQuick
import QtQuick.Layouts
import Eats.theme

Rectangle {
    id: banner

    required property string kind
    required property string title
    required property string help
    property string actionText: ""
    property bool dismissable: true

    signal acted
    signal dismissed

    implicitHeight: row.implicitHeight + 2 * Theme.s8
    color: Theme.softTone(kind)
    border.width: Theme.mode === "contrast" ? Theme.hairline : 0
    border.color: Theme.tone(kind)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + help

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s8
        spacing: Theme.s12

        Icon {
            symbol: banner.kind === "info" ? "info" : "warning"
            tint: Theme.tone(banner.kind)
        }

        TextLine {
            Layout.fillWidth: true
            text: banner.help === "" ? banner.title : banner.title + " · " + banner.help
            color: Theme.tone(banner.kind)
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.pixelSize: Theme.caption
            font.bold: true
        }

        AppButton {
            visible: banner.actionText !== ""
            text: banner.actionText
            onClicked: banner.acted()
        }

        IconButton {
            visible: banner.dismissable
            symbol: "x"
            name: qsTr("닫기")
            tint: Theme.tone(banner.kind)
            onClicked: banner.dismissed()
        }
    }
}
