import QtQuick
import Eats.theme
import Eats.controls

/* Whether an ingredient is there: icon, word and colour together. */
Rectangle {
    id: badge

    required property string kind
    required property string words
    readonly property color ink: ({
            have: Theme.ok,
            cart: Theme.info,
            missing: Theme.primary
        })[kind] ?? Theme.text2

    Accessible.ignored: true
    implicitHeight: row.implicitHeight + Theme.s8
    implicitWidth: row.implicitWidth + 2 * Theme.s12
    radius: height / 2
    color: Theme.mode === "contrast" ? Theme.surface : ({
            have: Theme.okSoft,
            cart: Theme.infoSoft,
            missing: Theme.surface
        })[kind] ?? Theme.surface
    border.width: Theme.hairline
    border.color: ink

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.px(18)
            symbol: ({
                    have: "check",
                    cart: "cart",
                    missing: "plus"
                })[badge.kind] ?? "info"
            tint: badge.ink
        }

        TextLine {
            text: badge.words
            font.pixelSize: Theme.caption
            font.bold: true
            color: badge.ink
        }
    }
}
