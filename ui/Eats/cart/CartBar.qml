import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The sums and the order button in one row, under a list that has no room beside it. */
Rectangle {
    id: bar

    required property CartViewModel cart
    required property CheckoutViewModel checkout

    implicitHeight: row.implicitHeight + 2 * Theme.s8
    color: Theme.surfaceAlt
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("고른 상품의 값")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.s24
        anchors.rightMargin: Theme.s24
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Line {
                visible: bar.cart.chosenCount === 0
                text: qsTr("고른 상품이 없어요.")
            }

            Line {
                objectName: "cart.barTotal"
                text: bar.cart.oursTotal === "" ? "" : qsTr("콕 상품 %1").arg(bar.cart.oursTotal)
            }

            Line {
                text: bar.cart.sellersTotal === "" ? "" : qsTr("방송 상품 %1").arg(bar.cart.sellersTotal)
            }
        }

        OrderButton {
            objectName: "cart.barOrder"
            cart: bar.cart
            checkout: bar.checkout
        }
    }

    component Line: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.bold: true
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
