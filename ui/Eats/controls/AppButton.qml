import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme

AbstractButton {
    id: control

    property string kind: "plain"
    property string symbol: ""
    readonly property bool filled: kind === "primary"
    readonly property color ink: !enabled ? Theme.text2 : filled ? Theme.primaryInk : kind === "selected" ? Theme.primarySoftInk : Theme.primary

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()
    implicitHeight: filled ? Theme.controlL : Theme.control
    implicitWidth: row.implicitWidth + 2 * Theme.s16
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: !control.enabled ? Theme.surfaceAlt : control.filled ? Theme.primary : control.kind === "selected" ? Theme.primarySoft : control.hovered || control.down ? Theme.surfaceAlt : Theme.surface
        border.width: control.kind === "quiet" || control.filled ? 0 : Theme.hairline
        border.color: control.enabled ? Theme.outline : Theme.divider
        opacity: control.filled && (control.down || control.hovered) ? 0.9 : 1
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.s8

            Icon {
                visible: control.symbol !== ""
                symbol: control.symbol
                tint: control.ink
            }

            TextLine {
                Layout.fillWidth: true
                visible: control.text !== ""
                text: control.text
                font.bold: true
                color: control.ink
            }
        }
    }

    FocusRing {
        target: control
    }
}
