import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A product that is the missing food: where and when it is sold, what it costs, how far it goes. */
ListLine {
    id: line

    required property string name
    required property string brand
    required property string marketText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string unitPriceText
    required property string broadcast
    required property string whenText
    required property string stateKind
    required property string stateText
    required property string mealsText
    required property string reasonText
    required property string photoUrl
    required property string drawing
    required property int quantity
    readonly property bool narrow: width < Theme.px(440)

    signal added

    objectName: "recipe.buy." + key
    live: stateKind === "live"
    Accessible.description: broadcast === "" ? qsTr("누르면 상품 화면을 열어요") : qsTr("누르면 방송 화면을 열어요")
    implicitHeight: grid.implicitHeight + 2 * Theme.s12

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 3
            columnSpacing: Theme.s12
            rowSpacing: Theme.s8

            FoodPicture {
                Layout.preferredWidth: Theme.px(64)
                Layout.preferredHeight: Theme.px(64)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    MarketTag {
                        words: line.marketText
                        aired: line.broadcast !== ""
                    }

                    StateBadge {
                        visible: line.stateKind !== "" && line.stateKind !== "upcoming"
                        kind: line.stateKind
                        words: line.stateText
                    }

                    TextLine {
                        width: Math.min(implicitWidth, parent.width)
                        visible: text !== ""
                        text: line.broadcast === "" ? line.brand : line.whenText
                        font.pixelSize: Theme.caption
                        font.bold: line.broadcast !== ""
                        color: line.broadcast === "" ? Theme.text2 : Theme.text
                        wrapMode: Text.Wrap
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                PriceLabel {
                    Layout.fillWidth: true
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                Small {
                    text: line.unitPriceText
                }

                Small {
                    text: line.mealsText
                    font.bold: true
                }

                Small {
                    text: line.reasonText
                }
            }

            AppButton {
                objectName: "recipe.add." + line.key
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.fillWidth: line.narrow
                symbol: "cart"
                text: line.quantity > 1 ? qsTr("%1개 담기").arg(line.quantity) : qsTr("담기")
                Accessible.name: qsTr("장바구니에 담기: %1").arg(line.name)
                onClicked: line.added()
            }
        }
    }

    component Small: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
