import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One way to pay; the chosen one has a mark, a thick frame and says so to the reader. */
AbstractButton {
    id: tile

    required property string key
    required property string title
    required property string help
    required property bool isChosen
    readonly property color ink: !isChosen ? Theme.text : Theme.mode === "contrast" ? Theme.primary : Theme.primarySoftInk

    objectName: "checkout.way." + key
    Accessible.role: Accessible.RadioButton
    Accessible.name: title
    Accessible.description: help
    Accessible.checkable: true
    Accessible.checked: isChosen
    Accessible.onPressAction: clicked()
    implicitHeight: row.implicitHeight + 2 * Theme.s12
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    background: Rectangle {
        radius: Theme.radiusL
        color: tile.isChosen && Theme.mode !== "contrast" ? Theme.primarySoft : tile.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: tile.isChosen ? 3 : Theme.hairline
        border.color: tile.isChosen ? Theme.primary : Theme.outline
    }
    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s12

            Rectangle {
                Layout.preferredWidth: Theme.px(28)
                Layout.preferredHeight: Theme.px(28)
                radius: width / 2
                color: Theme.surface
                border.width: 2
                border.color: tile.isChosen ? Theme.primary : Theme.outline

                Rectangle {
                    anchors.centerIn: parent
                    visible: tile.isChosen
                    width: parent.width / 2
                    height: width
                    radius: width / 2
                    color: Theme.primary
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    text: tile.title
                    font.bold: true
                    color: tile.ink
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    text: tile.help
                    font.pixelSize: Theme.caption
                    color: tile.ink
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    FocusRing {
        target: tile
    }
}
