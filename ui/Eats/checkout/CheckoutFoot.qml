pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The two buttons of every step, always in sight, and what is missing before the next one. */
Rectangle {
    id: foot

    required property CheckoutViewModel checkout
    readonly property PaymentViewModel payment: checkout.payment as PaymentViewModel
    readonly property string why: checkout.showsPayment ? "" : checkout.whyNot

    implicitHeight: column.implicitHeight + 2 * Theme.s12
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.s24
        anchors.rightMargin: Theme.s24
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s8

        TextLine {
            objectName: "checkout.why"
            Layout.fillWidth: true
            visible: text !== ""
            text: foot.why
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.warn
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        GridLayout {
            Layout.fillWidth: true
            visible: !foot.checkout.showsPayment
            columns: foot.width > Theme.px(520) ? 2 : 1
            columnSpacing: Theme.s8
            rowSpacing: Theme.s8
            uniformCellWidths: true

            AppButton {
                objectName: "checkout.back"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlL
                text: foot.checkout.step === 1 ? qsTr("장바구니로") : qsTr("이전")
                onClicked: foot.checkout.previous()
            }

            Item {
                Layout.fillWidth: true
                implicitWidth: next.implicitWidth
                implicitHeight: next.implicitHeight

                TapHandler {
                    enabled: !next.enabled
                    onTapped: foot.checkout.next()
                }

                AppButton {
                    id: next

                    objectName: "checkout.next"
                    anchors.fill: parent
                    kind: "primary"
                    enabled: foot.why === ""
                    text: foot.checkout.nextText
                    Accessible.description: foot.why
                    onClicked: foot.checkout.next()
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            visible: foot.checkout.showsPayment
            columns: foot.width > Theme.px(520) ? 2 : 1
            columnSpacing: Theme.s8
            rowSpacing: Theme.s8
            uniformCellWidths: true

            AppButton {
                objectName: "checkout.turnBack"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlL
                visible: foot.payment.step === 3
                enabled: foot.payment.canTurnBack
                text: foot.payment.isAtCounter ? qsTr("주문 취소") : qsTr("결제 그만두기")
                onClicked: foot.checkout.turnBack()
            }

            AppButton {
                objectName: "checkout.openPage"
                Layout.fillWidth: true
                visible: foot.payment.pageUrl !== ""
                kind: "primary"
                symbol: "link"
                text: qsTr("결제 화면 열기")
                Accessible.description: qsTr("인터넷 브라우저에서 결제 회사 화면을 열어요")
                onClicked: foot.payment.openPage()
            }

            AppButton {
                objectName: "checkout.cart"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlL
                visible: foot.payment.step === 4
                text: qsTr("장바구니로")
                onClicked: foot.checkout.toCart()
            }

            AppButton {
                objectName: "checkout.again"
                Layout.fillWidth: true
                visible: foot.payment.canTryAgain
                kind: "primary"
                text: foot.payment.kind === "error" ? qsTr("다른 방법으로 결제하기") : qsTr("다시 주문하기")
                onClicked: foot.checkout.again()
            }

            AppButton {
                objectName: "checkout.order"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlL
                visible: !foot.payment.canTryAgain && foot.payment.pageUrl === ""
                kind: foot.payment.isPaid ? "primary" : "plain"
                symbol: "receipt"
                text: qsTr("주문 보기")
                onClicked: foot.payment.viewOrder()
            }
        }
    }
}
