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
    required property AlarmEditorViewModel editor
    required property bool isLive
    required property bool isOver
    required property bool isWished
    required property bool canWish
    readonly property bool buysFirst: isLive || (isOver && broadcast.bannerKind === "")
    property bool showsPhone: false

    spacing: Theme.s12

    GridLayout {
        Layout.fillWidth: true
        columns: actions.width > Theme.px(380) ? 2 : 1
        columnSpacing: Theme.s8
        rowSpacing: Theme.s8
        uniformCellWidths: true

        AppButton {
            objectName: "broadcast.wish"
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            Layout.preferredHeight: Theme.controlL
            visible: actions.canWish
            kind: actions.isWished ? "selected" : actions.buysFirst ? "plain" : "primary"
            symbol: actions.isWished ? "heart-fill" : "heart"
            text: actions.isWished ? qsTr("찜 풀기") : qsTr("찜하기")
            onClicked: actions.isOver ? actions.hearts.forget(actions.broadcast.wishId) : actions.hearts.toggle(actions.broadcast.key)
        }

        AppButton {
            objectName: "broadcast.wait"
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            Layout.preferredHeight: Theme.controlL
            visible: actions.broadcast.foodText !== ""
            kind: actions.broadcast.ruleId > 0 ? "selected" : "plain"
            symbol: "bell"
            text: (actions.broadcast.ruleId > 0 ? qsTr("‘%1’ 알림 받는 중") : qsTr("‘%1’ 방송되면 알려 주기")).arg(actions.broadcast.foodText)
            onClicked: actions.broadcast.ruleId > 0 ? actions.editor.edit(actions.broadcast.ruleId) : actions.editor.createFor(actions.broadcast.foodText)
        }

        AppButton {
            objectName: "broadcast.phone"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.controlL
            kind: actions.showsPhone ? "selected" : "plain"
            symbol: "phone"
            text: qsTr("전화 주문")
            Accessible.description: actions.showsPhone ? qsTr("누르면 전화번호를 접어요") : qsTr("누르면 전화번호를 보여 드려요")
            onClicked: actions.showsPhone = !actions.showsPhone
        }

        AppButton {
            objectName: "broadcast.seller"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.controlL
            visible: actions.broadcast.hasLink
            kind: actions.buysFirst ? "primary" : "plain"
            symbol: "link"
            text: qsTr("판매처에서 구매")
            Accessible.description: guide.text
            onClicked: actions.broadcast.openSeller()
        }
    }

    PhonePanel {
        Layout.fillWidth: true
        visible: actions.showsPhone
        phone: actions.broadcast.phoneText
        handOver: actions.broadcast.handOver as HandOver
    }

    TextLine {
        id: guide

        Layout.fillWidth: true
        visible: actions.broadcast.hasLink
        text: qsTr("판매처 화면으로 이동해요. 주문과 결제는 그곳에서 이뤄져요.")
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }

    Rectangle {
        Layout.fillWidth: true
        visible: actions.broadcast.wishId > 0 && !actions.isOver
        implicitHeight: alarm.implicitHeight
        radius: Theme.radiusL
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.divider

        Toggle {
            id: alarm

            objectName: "broadcast.alarm"
            width: parent.width
            text: qsTr("방송 전에 알림")
            on: actions.broadcast.alarmOn
            onClicked: actions.hearts.setAlarm(actions.broadcast.wishId, !on)
        }
    }
}
