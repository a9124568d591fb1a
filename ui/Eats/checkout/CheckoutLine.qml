import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.cart

/* A line of the checkout: ordered here, left out (and why), or for its seller to take. */
ListLine {
    id: line

    required property string place
    required property string product
    required property string name
    required property string brand
    required property string piecesText
    required property string eachText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string noteKind
    required property string noteText
    required property string link
    required property string drawing
    required property string photoUrl

    signal sellerWanted
    signal alarmWanted

    objectName: "checkout." + key
    faded: place !== "ours"
    implicitHeight: row.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("누르면 상품을 열어요")

    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            spacing: Theme.s12

            FoodPicture {
                Layout.preferredWidth: Theme.px(64)
                Layout.preferredHeight: Theme.px(64)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    color: line.faded ? Theme.text2 : Theme.text
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s12

                    TextLine {
                        height: Theme.px(28)
                        text: line.piecesText
                    }

                    PriceLabel {
                        visible: line.priceText !== ""
                        price: line.priceText
                        listPrice: line.listPriceText
                        discount: line.discountText
                    }

                    TextLine {
                        visible: text !== ""
                        height: Theme.px(28)
                        text: line.eachText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                CartNotice {
                    Layout.fillWidth: true
                    visible: words !== ""
                    kind: line.noteKind
                    words: line.noteText
                }

                AppButton {
                    objectName: "checkout.seller." + line.key
                    visible: line.place === "sellers" && line.link !== ""
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "link"
                    text: qsTr("판매처에서 주문")
                    Accessible.name: text + ": " + line.name
                    onClicked: line.sellerWanted()
                }

                AppButton {
                    objectName: "checkout.alarm." + line.key
                    visible: line.place === "left"
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "bell"
                    text: qsTr("방송에 나오면 알려주기")
                    Accessible.name: text + ": " + line.name
                    onClicked: line.alarmWanted()
                }
            }
        }
    }
}
