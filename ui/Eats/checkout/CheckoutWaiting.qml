pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* Step 3 while the payment is under way: where to pay, by link or camera, and what not to do. */
ScrollPage {
    id: step

    required property CheckoutViewModel checkout
    readonly property PaymentViewModel payment: checkout.payment as PaymentViewModel
    readonly property bool beside: width > Theme.px(620)
    readonly property int side: Math.max(Theme.px(160), Math.min(Theme.px(220), height - 2 * edge))

    objectName: "checkout.waitingPage"
    edge: Theme.s24
    widest: Theme.px(860)

    GridLayout {
        Layout.fillWidth: true
        columns: step.beside ? 2 : 1
        columnSpacing: Theme.s24
        rowSpacing: Theme.s16

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.s12

            InfoNote {
                objectName: "checkout.waiting"
                Layout.fillWidth: true
                large: true
                symbol: step.payment.isAtCounter ? "receipt" : "clock"
                title: step.payment.title
                help: step.payment.help
            }

            Words {
                objectName: "checkout.waitingAmount"
                text: qsTr("결제할 금액 %1").arg(step.payment.amountText)
                font.bold: true
            }

            Words {
                visible: !step.payment.isAtCounter
                text: qsTr("주문 번호 %1").arg(step.payment.orderNo)
                color: Theme.text2
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            visible: step.payment.pageUrl !== ""
            spacing: Theme.s8

            QrCode {
                objectName: "checkout.qr"
                Layout.preferredWidth: step.side
                Layout.preferredHeight: step.side
                text: step.payment.pageUrl
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("결제 화면을 여는 QR 코드")
            }

            Words {
                Layout.maximumWidth: step.side
                text: qsTr("휴대전화 카메라로 비추면 결제 화면이 열려요.")
                font.pixelSize: Theme.caption
                color: Theme.text2
            }
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
