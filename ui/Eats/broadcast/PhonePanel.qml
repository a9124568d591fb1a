import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.video

/* The number to order by: to read, to mark, to copy, to hand to a telephone. */
Rectangle {
    id: panel

    required property string phone
    required property HandOver handOver
    readonly property bool isKnown: phone !== ""
    readonly property string words: isKnown ? qsTr("이 번호로 전화하면 주문할 수 있어요.") : qsTr("전화번호 정보가 없어요. 판매처 화면에서 확인해 주세요.")

    objectName: "broadcast.number"
    implicitHeight: column.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusL
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: [phone, words].join(" ").trim()

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s16
        spacing: Theme.s8

        TextEdit {
            objectName: "broadcast.phoneNumber"
            Layout.fillWidth: true
            visible: panel.isKnown
            text: panel.phone
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            activeFocusOnTab: true
            font.pixelSize: Theme.priceL
            font.bold: true
            color: Theme.text
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        TextLine {
            Layout.fillWidth: true
            text: panel.words
            wrapMode: Text.Wrap
        }

        AppButton {
            objectName: "broadcast.copyPhone"
            visible: panel.isKnown
            symbol: "copy"
            text: qsTr("번호 복사")
            onClicked: panel.handOver.copy(panel.phone)
        }

        QrPanel {
            Layout.fillWidth: true
            visible: panel.isKnown
            code: panel.isKnown ? "tel:" + panel.phone : ""
            words: qsTr("휴대전화 카메라로 비추면 바로 전화를 걸 수 있어요.")
        }
    }
}
