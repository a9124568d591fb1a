import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart

/* What the order costs: list price, reduction, shipping that nobody told yet, and the total. */
Rectangle {
    id: sums

    required property CheckoutSlipViewModel slip

    visible: slip.totalText !== ""
    implicitHeight: column.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.divider
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("주문 요약")

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s16
        spacing: Theme.s8

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("주문 요약")
        }

        SumLine {
            Layout.fillWidth: true
            label: qsTr("상품 금액 (%1)").arg(sums.slip.countText)
            amount: sums.slip.listText
        }

        SumLine {
            objectName: "checkout.discount"
            Layout.fillWidth: true
            label: qsTr("할인 금액")
            amount: sums.slip.discountText
        }

        SumLine {
            objectName: "checkout.shipping"
            Layout.fillWidth: true
            label: qsTr("배송비")
            amount: qsTr("확인 필요")
        }

        SumLine {
            objectName: "checkout.total"
            Layout.fillWidth: true
            strong: true
            label: qsTr("결제할 금액")
            amount: sums.slip.totalText
        }

        TextLine {
            Layout.fillWidth: true
            text: qsTr("배송비는 판매처마다 달라 이 금액에 들어 있지 않아요.")
            font.pixelSize: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
