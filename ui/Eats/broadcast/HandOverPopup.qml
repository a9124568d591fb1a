import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.kitchen
import Eats.video

/* Asks before it leaves for the seller; a telephone may go there instead. */
SheetPopup {
    id: popup

    required property HandOver handOver

    name: "handOver"
    title: qsTr("판매처로 이동할까요?")
    visible: handOver.isOpen
    onClosed: handOver.close()
    onOpened: stay.forceActiveFocus(Qt.TabFocusReason)

    TextLine {
        Layout.fillWidth: true
        text: popup.handOver.name
        font.bold: true
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    TextLine {
        Layout.fillWidth: true
        text: qsTr("%1 화면으로 이동해요. 주문과 결제는 그곳에서 이뤄져요.").arg(popup.handOver.host)
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    QrPanel {
        Layout.fillWidth: true
        code: popup.handOver.link
        words: qsTr("휴대전화에서 사려면 카메라로 비춰 주세요. 같은 화면이 열려요.")
    }

    actions: [
        AppButton {
            id: stay

            objectName: "handOver.no"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.controlL
            text: qsTr("그만두기")
            onClicked: popup.handOver.close()
        },
        AppButton {
            objectName: "handOver.yes"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            kind: "primary"
            symbol: "link"
            text: qsTr("판매처로 이동")
            onClicked: popup.handOver.go()
        }
    ]
}
