import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A square with a mark: `kind` is all (checked), some (partly) or none. */
AbstractButton {
    id: control

    required property string kind
    property string name: text

    Accessible.role: Accessible.CheckBox
    Accessible.name: name
    Accessible.checkable: true
    Accessible.checked: kind === "all"
    Accessible.checkStateMixed: kind === "some"
    Accessible.onPressAction: clicked()
    Accessible.onToggleAction: clicked()
    implicitHeight: Math.max(Theme.control, row.implicitHeight)
    implicitWidth: row.implicitWidth + 2 * Theme.s8
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: control.hovered || control.down ? Theme.surfaceAlt : "transparent"
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.s8
            anchors.rightMargin: Theme.s8
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s12

            Rectangle {
                Layout.preferredWidth: Theme.px(28)
                Layout.preferredHeight: Theme.px(28)
                radius: Theme.radiusS
                color: control.kind === "none" ? Theme.surface : Theme.primary
                border.width: 2
                border.color: control.kind === "none" ? Theme.outline : Theme.primary

                Icon {
                    anchors.centerIn: parent
                    visible: control.kind !== "none"
                    size: Theme.px(20)
                    symbol: control.kind === "some" ? "minus" : "check"
                    tint: Theme.primaryInk
                }
            }

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: control.text
                font.bold: true
                wrapMode: Text.Wrap
            }
        }
    }

    FocusRing {
        target: control
    }
}
