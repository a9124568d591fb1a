import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What a shopper can do with a broadcast: heart, alarm, phone, the seller's page. */
ColumnLayout {
    id: actions

    required property BroadcastViewModel broadcast
    required property Hearts hearts
    required property bool isWished
    required property bool canWish
    property bool showsPhone: false

    spacing: Theme.s8

    AppButton {
        objectName: "broadcast.wish"
        Layout.fillWidth: true
        visible: actions.canWish
        kind: actions.isWished ? "selected" : "primary"
        symbol: actions.isWished ? "heart-fill" : "heart"
        text: actions.isWished ? qsTr("찜 풀기") : qsTr("찜하고 알림 받기")
        onClicked: actions.hearts.toggle(actions.broadcast.key)
    }

    Toggle {
        objectName: "broadcast.alarm"
        Layout.fillWidth: true
        visible: actions.broadcast.wishId > 0 && actions.canWish
        text: qsTr("이 방송 알림")
        on: actions.broadcast.alarmOn
        onClicked: actions.hearts.setAlarm(actions.broadcast.wishId, !on)
    }

    AppButton {
        objectName: "broadcast.seller"
        Layout.fillWidth: true
        visible: actions.broadcast.hasLink
        symbol: "link"
        text: qsTr("판매처에서 구매")
        onClicked: actions.broadcast.openSeller()
    }

    AppButton {
        objectName: "broadcast.phone"
        Layout.fillWidth: true
        symbol: "phone"
        text: qsTr("전화 주문")
        onClicked: actions.showsPhone = !actions.showsPhone
    }

    Rectangle {
        Layout.fillWidth: true
        visible: actions.showsPhone
        implicitHeight: phone.implicitHeight + 2 * Theme.s16
        radius: Theme.radiusL
        color: Theme.surfaceAlt
        border.width: Theme.hairline
        border.color: Theme.outline

        ColumnLayout {
            id: phone

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s16
            spacing: Theme.s4

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: actions.broadcast.phoneText
                font.pixelSize: Theme.priceL
                font.bold: true
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            TextLine {
                Layout.fillWidth: true
                text: actions.broadcast.phoneText !== "" ? qsTr("이 번호로 전화하면 주문할 수 있어요.") : qsTr("전화번호 정보가 없어요. 판매처 화면에서 확인해 주세요.")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }

    TextLine {
        Layout.fillWidth: true
        visible: actions.broadcast.hasLink
        text: qsTr("판매처 화면으로 이동해요. 주문과 결제는 그곳에서 이뤄져요.")
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
