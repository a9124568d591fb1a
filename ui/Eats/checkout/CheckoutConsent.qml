pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart
import Eats.settings

/* Step 2: what the shopper agrees to, short enough to be read; nothing is ticked beforehand. */
ScrollPage {
    id: step

    required property CheckoutViewModel checkout
    readonly property CheckoutSlipViewModel slip: checkout.slip as CheckoutSlipViewModel

    objectName: "checkout.consentPage"
    edge: Theme.s24
    widest: Theme.px(860)

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s12

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("읽고 동의해 주세요")
        }

        Repeater {
            model: [qsTr("%1 상품을 %2에 주문해요. 배송비는 확인이 필요해서 이 금액에 들어 있지 않아요.").arg(step.slip.countText).arg(step.slip.totalText), qsTr("상품을 팔고 보내는 곳은 각 판매처예요. 재고와 배송은 판매처 사정에 따라요."), qsTr("카드 번호 같은 결제 정보는 이 프로그램에 적지 않아요. 받지도, 저장하지도 않아요."), qsTr("결제가 끝나기 전에는 그만둘 수 있고, 끝난 뒤에는 주문 내역에서 환불을 요청할 수 있어요. 쉽게 상하는 식품은 마음이 바뀐 것만으로는 환불이 어려울 수 있어요."), qsTr("주문 기록은 이 컴퓨터에 남아요. 결제 회사에는 주문 이름과 번호, 금액만 보내요.")]

            delegate: RowLayout {
                id: point

                required property string modelData

                Layout.fillWidth: true
                spacing: Theme.s8
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData

                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.s2
                    size: Theme.px(20)
                    symbol: "check"
                    tint: Theme.text2
                }

                TextLine {
                    Layout.fillWidth: true
                    text: point.modelData
                    wrapMode: Text.Wrap
                }
            }
        }

        CheckSquare {
            objectName: "checkout.consent"
            Layout.fillWidth: true
            text: qsTr("내용을 읽었고, 주문과 결제에 동의해요.")
            kind: step.checkout.consents ? "all" : "none"
            onClicked: step.checkout.toggleConsent()
        }
    }
}
