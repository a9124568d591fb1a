pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart

/* What can be done with an order now. */
ColumnLayout {
    id: actions

    required property OrderViewModel order

    spacing: Theme.s8

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8

        Act {
            objectName: "order.reorder"
            symbol: "cart"
            text: qsTr("다시 담기")
            onClicked: actions.order.reorder()
        }

        Act {
            objectName: "order.fill"
            visible: actions.order.canFill
            symbol: "fridge"
            text: qsTr("냉장고에 넣기")
            onClicked: actions.order.fill()
        }

        Act {
            objectName: "order.receipt"
            symbol: "receipt"
            text: actions.order.receiptText
            Accessible.description: qsTr("PDF 파일로 ‘다운로드’ 폴더에 저장해요")
            onClicked: actions.order.saveReceipt()
        }

        Act {
            objectName: "order.providerReceipt"
            visible: actions.order.hasProviderReceipt
            symbol: "link"
            text: qsTr("결제 회사 영수증")
            Accessible.description: qsTr("누르면 브라우저에서 열어요")
            onClicked: actions.order.openProviderReceipt()
        }

        Act {
            objectName: "order.cancel"
            visible: actions.order.canCancel
            symbol: "x"
            text: qsTr("주문 취소")
            onClicked: sure.open()
        }

        Act {
            objectName: "order.refund"
            visible: actions.order.canRefund
            symbol: "refresh"
            text: qsTr("환불 요청")
            onClicked: refund.open()
        }
    }

    CartNotice {
        objectName: "order.leftOut"
        Layout.fillWidth: true
        visible: actions.order.leftOutText !== ""
        kind: "warn"
        words: qsTr("담지 못한 상품이 있어요.") + "\n" + actions.order.leftOutText
    }

    ConfirmPopup {
        id: sure

        parent: Overlay.overlay
        title: qsTr("이 주문을 취소할까요?")
        help: qsTr("아직 결제되지 않은 주문이에요. 취소하면 되돌릴 수 없어요.")
        yes: qsTr("주문 취소")
        onConfirmed: actions.order.cancel()
    }

    RefundPopup {
        id: refund

        parent: Overlay.overlay
        order: actions.order
    }

    component Act: AppButton {
        implicitHeight: Theme.controlL
    }
}
