import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What the chosen lines cost, apart by who takes the order; beside the list or at its end. */
Rectangle {
    id: summary

    required property CartViewModel cart
    required property CheckoutViewModel checkout
    readonly property PaymentWatchViewModel watch: checkout.watch as PaymentWatchViewModel
    property bool beside: true

    implicitHeight: column.implicitHeight + 2 * column.anchors.margins
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.divider
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("고른 상품의 값")

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s16
        spacing: Theme.s8

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("고른 상품의 값")
        }

        Words {
            visible: summary.cart.chosenCount === 0
            text: qsTr("고른 상품이 없어요.")
        }

        SumLine {
            Layout.fillWidth: true
            label: qsTr("상품 금액")
            amount: summary.cart.oursList
        }

        SumLine {
            Layout.fillWidth: true
            label: qsTr("할인")
            amount: summary.cart.oursDiscount
        }

        SumLine {
            objectName: "cart.total"
            Layout.fillWidth: true
            strong: true
            label: qsTr("콕 상품 %1").arg(summary.cart.oursCount)
            amount: summary.cart.oursTotal
        }

        Words {
            text: summary.cart.oursNote
        }

        SumLine {
            objectName: "cart.sellersTotal"
            Layout.fillWidth: true
            strong: true
            label: qsTr("방송 상품 %1").arg(summary.cart.sellersCount)
            amount: summary.cart.sellersTotal
        }

        Words {
            text: summary.cart.sellersNote
        }

        OrderButton {
            objectName: "cart.order"
            Layout.fillWidth: true
            visible: summary.beside && summary.watch.canOrder && cart.oursCount !== ""
            cart: summary.cart
            checkout: summary.checkout
        }

        Words {
            visible: summary.cart.chosenCount > 0
            text: summary.watch.canOrder ? qsTr("콕 상품은 여기서, 방송 상품은 판매처에서 주문해요. 배송비는 들어 있지 않아요.") : qsTr("주문과 결제는 판매처에서 해요. 배송비는 들어 있지 않아요.")
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
