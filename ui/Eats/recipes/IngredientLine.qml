pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* One ingredient: how much of it, whether it is there and by what; a missing one unfolds its products. */
ColumnLayout {
    id: line

    required property string key
    required property string headingText
    required property string name
    required property string amountText
    required property string underText
    required property string badgeKind
    required property string badgeText
    required property bool canBuy
    required property bool isOpen
    required property string spokenText
    required property int index
    required property IngredientBuyingViewModel buying
    readonly property bool wanted: badgeKind === "missing"

    signal toggled
    signal broadcastWanted(string key)
    signal productWanted(string key)
    signal searchWanted(string words)

    spacing: 0

    TextLine {
        Layout.fillWidth: true
        Layout.topMargin: line.index === 0 ? Theme.s4 : Theme.s16
        Layout.bottomMargin: Theme.s4
        visible: text !== ""
        text: line.headingText
        font.pixelSize: Theme.caption
        font.bold: true
        color: Theme.text2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    AbstractButton {
        id: row

        objectName: "recipe.ingredient." + line.key
        Accessible.role: line.canBuy ? Accessible.Button : Accessible.StaticText
        Accessible.name: line.spokenText
        Accessible.focusable: line.canBuy
        Accessible.onPressAction: if (line.canBuy)
            line.toggled()
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.control, grid.implicitHeight + 2 * Theme.s8)
        focusPolicy: line.canBuy || activeFocus ? Qt.StrongFocus : Qt.NoFocus
        onClicked: if (line.canBuy)
            line.toggled()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()

        background: Rectangle {
            radius: Theme.radiusM
            color: line.canBuy && (row.hovered || row.down || line.isOpen) ? Theme.surfaceAlt : "transparent"

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.divider
            }
        }
        contentItem: Item {
            implicitHeight: grid.implicitHeight

            RowLayout {
                id: grid

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.s8
                anchors.rightMargin: Theme.s8
                spacing: Theme.s12

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    TextLine {
                        Layout.fillWidth: true
                        text: line.name
                        wrapMode: Text.Wrap
                        maximumLineCount: 3
                        font.bold: true
                        font.underline: line.wanted
                        color: line.wanted ? Theme.primary : Theme.text
                    }

                    TextLine {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: line.underText
                        wrapMode: Text.Wrap
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                TextLine {
                    Layout.maximumWidth: row.width * 0.4
                    text: line.amountText
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignRight
                }

                AvailabilityBadge {
                    visible: line.badgeText !== ""
                    kind: line.badgeKind
                    words: line.badgeText
                }

                Icon {
                    Layout.preferredWidth: Theme.iconM
                    opacity: line.canBuy ? 1 : 0
                    rotation: line.isOpen ? -90 : 90
                    symbol: "chevron-right"
                    tint: Theme.text2
                }
            }
        }

        FocusRing {
            target: row
            around: Theme.radiusM
        }
    }

    Loader {
        Layout.fillWidth: true
        active: line.isOpen
        visible: active
        sourceComponent: BuyPanel {
            buying: line.buying
            onBroadcastWanted: key => line.broadcastWanted(key)
            onProductWanted: key => line.productWanted(key)
            onSearchWanted: words => line.searchWanted(words)
        }
    }
}
