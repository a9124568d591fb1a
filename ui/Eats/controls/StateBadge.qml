import QtQuick
import Eats.theme

/* The one way a broadcast's state is drawn: icon, word and colour together. */
Rectangle {
    id: badge

    required property string kind
    required property string words
    property bool solid: false

    Accessible.ignored: true
    implicitHeight: row.implicitHeight + Theme.s4
    implicitWidth: row.implicitWidth + 2 * Theme.s8
    radius: Theme.radiusM
    color: kind === "live" ? Theme.live : kind === "ended" ? Theme.surfaceAlt : solid ? Theme.surface : "transparent"
    border.width: kind === "live" ? 0 : Theme.hairline
    border.color: Theme.tone(kind)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.px(18)
            symbol: ({
                    live: "live",
                    cancelled: "cancelled",
                    moved: "moved",
                    ended: "check"
                })[badge.kind] ?? "clock"
            tint: badge.kind === "live" ? Theme.liveInk : Theme.tone(badge.kind)
        }

        TextLine {
            text: badge.words
            font.pixelSize: Theme.caption
            font.bold: true
            color: badge.kind === "live" ? Theme.liveInk : Theme.tone(badge.kind)
        }
    }
}
