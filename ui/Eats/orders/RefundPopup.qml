import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.kitchen

/* Asks for the money of an order: how much, and why if the shopper likes to say. */
SheetPopup {
    id: popup

    required property OrderViewModel order

    function send() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.order.refund(why.text);
        popup.close();
    }

    name: "refund"
    widest: Theme.px(520)
    title: qsTr("환불을 요청할까요?")
    onOpened: refuse.forceActiveFocus(Qt.TabFocusReason)
    onClosed: why.text = ""

    TextLine {
        Layout.fillWidth: true
        text: qsTr("결제한 %1을 돌려 달라고 요청해요. 요청하면 주문은 더 나아가지 않아요.").arg(popup.order.totalText)
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    EntryField {
        id: why

        objectName: "refund.why"
        Layout.fillWidth: true
        maximumLength: 200
        placeholderText: qsTr("까닭 (적지 않아도 돼요)")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s8

        AppButton {
            id: refuse

            objectName: "refund.no"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.controlL
            text: qsTr("그만두기")
            onClicked: popup.close()
        }

        AppButton {
            objectName: "refund.yes"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            kind: "primary"
            text: qsTr("환불 요청")
            onClicked: popup.send()
        }
    }
}
