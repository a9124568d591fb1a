import QtQuick
import Eats.ViewModels
import Eats.controls

/* Leads to the checkout; there where payments are taken, and something can be ordered. */
AppButton {
    id: button

    required property CartViewModel cart
    required property CheckoutViewModel checkout

    visible: (checkout.watch as PaymentWatchViewModel).canOrder && cart.oursCount !== ""
    kind: "primary"
    symbol: "receipt"
    text: qsTr("주문하기")
    Accessible.description: qsTr("콕 상품만 여기서 주문해요")
    onClicked: button.checkout.open()
}
