pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* Step 4: what became of the payment, in a word, a mark and a colour, and whom to ask. */
ScrollPage {
    id: step

    required property CheckoutViewModel checkout
    readonly property PaymentViewModel payment: checkout.payment as PaymentViewModel

    objectName: "checkout.resultPage"
    edge: Theme.s24
    widest: Theme.px(860)

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: column.implicitHeight + 2 * Theme.s24
        radius: Theme.radiusL
        color: Theme.softTone(step.payment.kind)
        border.width: Theme.hairline
        border.color: Theme.tone(step.payment.kind)

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.s24
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s12

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.s12

                Icon {
                    Layout.alignment: Qt.AlignTop
                    size: Theme.iconL
                    symbol: ({
                            ok: "check",
                            info: "info"
                        })[step.payment.kind] ?? "warning"
                    tint: Theme.tone(step.payment.kind)
                }

                Words {
                    objectName: "checkout.result"
                    text: step.payment.title
                    font.pixelSize: Theme.titleM
                    font.bold: true
                    color: Theme.tone(step.payment.kind)
                    Accessible.role: Accessible.Heading
                }
            }

            Words {
                objectName: "checkout.resultHelp"
                text: step.payment.help
                color: Theme.tone(step.payment.kind)
            }

            Words {
                objectName: "checkout.support"
                text: step.payment.support
                font.bold: true
                color: Theme.tone(step.payment.kind)
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s4

        Words {
            text: qsTr("주문 번호 %1").arg(step.payment.orderNo)
        }

        Words {
            text: qsTr("금액 %1").arg(step.payment.amountText)
        }

        Words {
            objectName: "checkout.play"
            visible: step.payment.isPlay
            text: qsTr("시연용 결제라 실제로 오간 돈은 없어요.")
            color: Theme.text2
        }
    }

    AppButton {
        objectName: "checkout.fill"
        visible: step.payment.canFill
        symbol: "fridge"
        text: qsTr("냉장고에 넣기")
        Accessible.description: qsTr("산 식품을 냉장고 목록에 넣어요. 되돌릴 수 있어요.")
        onClicked: step.payment.fillPantry()
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
