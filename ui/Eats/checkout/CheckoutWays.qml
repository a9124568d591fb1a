pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart
import Eats.settings

/* Step 3 before paying: the amount, and the ways to pay; one alone is named, not asked for. */
ScrollPage {
    id: step

    required property CheckoutViewModel checkout
    readonly property CheckoutSlipViewModel slip: checkout.slip as CheckoutSlipViewModel
    readonly property CheckoutWaysViewModel ways: checkout.ways as CheckoutWaysViewModel

    objectName: "checkout.waysPage"
    edge: Theme.s24
    widest: Theme.px(860)

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s12

        SectionTitle {
            Layout.fillWidth: true
            text: step.ways.isChoice ? qsTr("어떻게 결제할까요?") : qsTr("결제")
        }

        Repeater {
            model: step.ways.rows

            delegate: WayTile {
                Layout.fillWidth: true
                focus: isChosen || !step.ways.isChoice
                onClicked: step.ways.choose(key)
            }
        }

        SumLine {
            objectName: "checkout.amount"
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            strong: true
            label: qsTr("결제할 금액 (%1)").arg(step.slip.countText)
            amount: step.slip.totalText
        }

        SumLine {
            Layout.fillWidth: true
            label: qsTr("배송비")
            amount: qsTr("확인 필요")
        }
    }
}
