import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A product of the mall on a shelf or in a list; blank while its page is being read. */
ListLine {
    id: card

    required property string name
    required property string store
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string unitPriceText
    required property string ratingText
    required property string dropText
    required property string photoUrl
    required property string drawing
    required property bool canCart
    required property bool isHere

    signal cartWanted

    objectName: "mall.card." + key
    enabled: isHere
    implicitHeight: column.implicitHeight + Theme.s8
    Accessible.description: canCart ? qsTr("C 키로 장바구니에 담아요") : ""
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_C && canCart;
        if (event.accepted)
            cartWanted();
    }

    contentItem: Item {
        implicitHeight: column.implicitHeight

        ColumnLayout {
            id: column

            width: parent.width
            spacing: Theme.s2

            FoodPicture {
                Layout.fillWidth: true
                Layout.margins: Theme.s4
                Layout.preferredHeight: Math.min(Math.round(card.width * 0.62), Theme.px(150))
                drawing: card.drawing
                photo: card.photoUrl

                Rectangle {
                    visible: card.dropText !== ""
                    anchors.left: parent.left
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.s8
                    width: Math.min(drop.implicitWidth + 2 * Theme.s8, parent.width - 2 * Theme.s8)
                    height: drop.implicitHeight + Theme.s4
                    radius: Theme.radiusS
                    color: Theme.okSoft
                    border.width: Theme.hairline
                    border.color: Theme.ok

                    TextLine {
                        id: drop

                        anchors.centerIn: parent
                        width: parent.width - 2 * Theme.s8
                        text: card.dropText
                        font.pixelSize: Theme.caption
                        font.bold: true
                        color: Theme.ok
                    }
                }
            }

            Small {
                text: card.store
            }

            TextLine {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s12
                Layout.preferredHeight: Math.ceil(font.pixelSize * 2.9)
                text: card.name
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                verticalAlignment: Text.AlignTop
            }

            Small {
                text: card.listPriceText
                font.strikeout: true
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s4
                spacing: Theme.s4

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    PriceLabel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.ceil(Theme.priceM * 1.3)
                        price: card.priceText
                        listPrice: ""
                        discount: card.discountText
                    }

                    TextLine {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.ceil(font.pixelSize * 1.35)
                        text: card.unitPriceText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                IconButton {
                    objectName: "mall.cart." + card.key
                    visible: card.canCart
                    focusPolicy: activeFocus ? Qt.StrongFocus : card.innerFocus
                    symbol: "cart"
                    name: qsTr("장바구니에 담기: %1").arg(card.name)
                    tint: Theme.primary
                    onClicked: card.cartWanted()
                }
            }

            RowLayout {
                Layout.leftMargin: Theme.s12
                Layout.rightMargin: Theme.s12
                Layout.preferredHeight: Math.ceil(Theme.caption * 1.35)
                spacing: Theme.s4

                Icon {
                    visible: card.ratingText !== ""
                    size: Theme.px(18)
                    symbol: "star-fill"
                    tint: Theme.star
                }

                TextLine {
                    Layout.fillWidth: true
                    text: card.ratingText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }
            }
        }
    }

    component Small: TextLine {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s12
        Layout.rightMargin: Theme.s12
        Layout.preferredHeight: Math.ceil(font.pixelSize * 1.35)
        font.pixelSize: Theme.caption
        color: Theme.text2
    }
}
