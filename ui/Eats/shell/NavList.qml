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
    property bool upright: false

    signal chosen

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
                page: "wishes",
                symbol: "heart",
                label: qsTr("찜")
            },
            {
                page: "inbox",
                symbol: "bell",
                label: qsTr("알림함")
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
            badge: modelData.page === "inbox" ? list.inbox.badge : ""
            onClicked: {
                list.navigator.go(modelData.page);
                list.chosen();
            }
        }
    }
}
