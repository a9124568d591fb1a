pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.orders

/* 주문 내역: the orders by day, the newest first. */
Item {
    id: screen

    required property OrdersViewModel orders

    signal opened(string key)
    signal cartWanted

    objectName: "orders"
    clip: true

    Connections {
        function onTurned() {
            list.begin();
        }

        target: screen.orders
    }

    TopHead {
        id: head

        list: list

        ScreenTitle {
            Layout.fillWidth: true
            text: qsTr("주문 내역")
            detail: screen.orders.countText
        }

        Segmented {
            objectName: "orders.span"
            Layout.fillWidth: true
            visible: screen.orders.state === "ready" || screen.orders.state === "filtered"
            name: qsTr("어느 때의 주문")
            current: screen.orders.span
            options: [
                {
                    value: "week",
                    label: qsTr("최근 7일")
                },
                {
                    value: "all",
                    label: qsTr("전체")
                }
            ]
            onChosen: value => screen.orders.choose(value)
        }
    }

    TopList {
        id: list

        objectName: "orders.list"
        anchors.fill: parent
        anchors.bottomMargin: pager.visible ? pager.height : 0
        side: Math.max(Theme.s24, (width - Theme.px(1000)) / 2)
        room: head.room
        model: screen.orders.rows
        Accessible.name: screen.orders.countText

        section.property: "dayText"
        section.delegate: Item {
            id: heading

            required property string section

            width: list.lineWidth
            height: title.implicitHeight + Theme.s24

            SectionTitle {
                id: title

                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s8
                width: parent.width
                text: heading.section
            }
        }

        footer: StateView {
            width: list.lineWidth
            height: visible ? implicitHeight : 0
            state_: screen.orders.state
            emptySymbol: "receipt"
            title: screen.orders.stateTitle
            help: screen.orders.stateHelp
            actionText: screen.orders.stateAction
            onActed: screen.orders.state === "none" ? screen.cartWanted() : screen.orders.retry()
        }

        delegate: OrderLine {
            required property int index

            width: list.lineWidth
            listed: true
            current: list.activeFocus && ListView.isCurrentItem
            onPressed: list.currentIndex = index
            onOpened: screen.opened(key)
        }
    }

    Rectangle {
        id: pager

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: turning.implicitHeight + 2 * Theme.s12
        visible: screen.orders.windowText !== ""
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.divider
        }

        OrderPager {
            id: turning

            x: list.side
            y: Theme.s12
            width: list.lineWidth
            orders: screen.orders
        }
    }
}
