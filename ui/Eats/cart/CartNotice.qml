import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* What must be known of a line before it is ordered: a changed price, sold out, an old price. */
Rectangle {
    id: notice

    required property string kind
    required property string words

    implicitHeight: row.implicitHeight + 2 * Theme.s4
    radius: Theme.radiusM
    color: Theme.softTone(kind)
    border.width: Theme.hairline
    border.color: Theme.tone(kind)
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.s8
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s8

        Icon {
            Layout.alignment: Qt.AlignTop
            size: Theme.px(20)
            symbol: notice.kind === "ok" || notice.kind === "info" ? "info" : "warning"
            tint: Theme.tone(notice.kind)
        }

        TextLine {
            Layout.fillWidth: true
            text: notice.words
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.tone(notice.kind)
            wrapMode: Text.Wrap
        }
    }
}
