import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A big answer with a picture of what it means. */
AbstractButton {
    id: tile

    required property bool on
    default property alias picture: stage.data

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: clicked()
    implicitHeight: column.implicitHeight + 2 * Theme.s16
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus()
    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus()

    background: Rectangle {
        radius: Theme.radiusXl
        color: tile.on && Theme.mode !== "contrast" ? Theme.primarySoft : tile.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: tile.on ? 3 : Theme.hairline
        border.color: tile.on ? Theme.primary : Theme.outline
    }
    contentItem: Item {
        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s12

            Item {
                id: stage

                Layout.fillWidth: true
                implicitHeight: Theme.px(64)
            }

            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.s8

                Icon {
                    visible: tile.on
                    size: Theme.px(20)
                    symbol: "check"
                    tint: label.color
                }

                TextLine {
                    id: label

                    Layout.maximumWidth: column.width - Theme.px(28)
                    text: tile.text
                    wrapMode: Text.Wrap
                    font.bold: true
                    color: !tile.on ? Theme.text : Theme.mode === "contrast" ? Theme.primary : Theme.primarySoftInk
                }
            }
        }
    }

    FocusRing {
        target: tile
        around: Theme.radiusXl
    }
}
