import QtQuick
import Eats.theme
import Eats.controls

/* The one way an order's state is drawn: icon, word and colour together. */
Rectangle {
    id: badge

    required property string kind
    required property string words

    Accessible.ignored: true
    implicitHeight: row.implicitHeight + Theme.s4
    implicitWidth: row.implicitWidth + 2 * Theme.s8
    radius: Theme.radiusM
    color: Theme.softTone(kind)
    border.width: Theme.hairline
    border.color: Theme.tone(kind)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.px(18)
            symbol: ({
                    ok: "check",
                    cancelled: "cancelled",
                    moved: "refresh",
                    ended: "refresh",
                    warn: "clock"
                })[badge.kind] ?? "receipt"
            tint: Theme.tone(badge.kind)
        }

        TextLine {
            text: badge.words
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.tone(badge.kind)
        }
    }
}
