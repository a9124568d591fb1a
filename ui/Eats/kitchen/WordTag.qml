import QtQuick
import Eats.theme
import Eats.controls

/* A word with a sign before it, to be read only. */
Rectangle {
    id: tag

    required property string words
    property string symbol: "check"
    property string kind: "ok"
    property real widest: Theme.px(320)

    implicitWidth: Math.min(row.implicitWidth + 2 * Theme.s12, widest)
    implicitHeight: row.implicitHeight + Theme.s8
    radius: height / 2
    color: Theme.softTone(kind)
    border.width: Theme.hairline
    border.color: Theme.tone(kind)
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Row {
        id: row

        x: Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s4

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            size: Theme.px(18)
            symbol: tag.symbol
            tint: Theme.tone(tag.kind)
        }

        TextLine {
            width: Math.min(implicitWidth, tag.widest - sign.width - 2 * Theme.s12 - Theme.s4)
            text: tag.words
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.tone(tag.kind)
        }
    }
}
