pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme

/* The destinations, in the rail and in the drawer. */
ColumnLayout {
    id: list

    required property Navigator navigator
    required property InboxViewModel inbox
    required property CartViewModel cart
    property bool upright: false

    signal chosen
    signal reached(real top, real bottom)

    spacing: Theme.s4

    Repeater {
        model: [
            {
                page: "home",
                symbol: "home",
                label: qsTr("홈")
            },
            {
                page: "schedule",
                symbol: "calendar",
                label: qsTr("편성표")
            },
            {
                page: "mall",
                symbol: "basket",
                label: qsTr("콕")
            },
            {
                page: "recipes",
                symbol: "bowl",
                label: qsTr("레시피")
            },
            {
                page: "wishes",
                symbol: "heart",
                label: qsTr("찜")
            },
            {
                page: "cart",
                symbol: "cart",
                label: qsTr("장바구니")
            },
            {
                page: "orders",
                symbol: "receipt",
                label: qsTr("주문")
            },
            {
                page: "inbox",
                symbol: "bell",
                label: qsTr("알림함")
            },
            {
                page: "me",
                symbol: "person",
                label: qsTr("내 정보")
            },
            {
                page: "settings",
                symbol: "gear",
                label: qsTr("설정")
            }
        ]

        delegate: NavButton {
            required property var modelData

            objectName: "nav." + modelData.page
            Layout.fillWidth: true
            text: modelData.label
            symbol: modelData.symbol
            upright: list.upright
            current: list.navigator.section === modelData.page
            badge: modelData.page === "inbox" ? list.inbox.badge : modelData.page === "cart" ? list.cart.badge : ""
            badgeName: modelData.page === "cart" ? qsTr("담은 것 %1") : qsTr("읽지 않은 것 %1")
            onActiveFocusChanged: if (activeFocus)
                list.reached(y, y + height)
            onClicked: {
                list.navigator.go(modelData.page);
                list.chosen();
            }
        }
    }
}
