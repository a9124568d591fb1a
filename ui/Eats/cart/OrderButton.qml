import QtQuick
import Eats.ViewModels
import Eats.controls

/* Draws up the order slip; there where a counter takes the payment, and something can be ordered. */
AppButton {
    id: button

    required property CartViewModel cart
    required property OrderSlipViewModel slip

    visible: slip.canOrder && cart.oursCount !== ""
    kind: "primary"
    symbol: "receipt"
    text: qsTr("주문서 만들기")
    Accessible.description: qsTr("콕 상품만 계산대에서 결제해요")
    onClicked: button.slip.open()
}
