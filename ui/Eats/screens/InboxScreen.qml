pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

Item {
    id: screen

    required property InboxViewModel inbox

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.inbox.state
        emptySymbol: "bell"
        title: screen.inbox.stateTitle
        help: screen.inbox.stateHelp
        actionText: screen.inbox.stateAction
        onActed: screen.inbox.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s24
        visible: screen.inbox.state === "ready"
        spacing: Theme.s12

        ScreenTitle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            text: qsTr("알림함")
            detail: screen.inbox.unreadText

            AppButton {
                objectName: "inbox.readAll"
                visible: screen.inbox.unread > 0
                text: qsTr("모두 읽음")
                symbol: "check"
                onClicked: screen.inbox.markAllRead()
            }
        }

        LineList {
            id: list

            objectName: "inbox.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: screen.inbox.items
            Accessible.name: qsTr("알림 %1개").arg(count)

            delegate: InboxLine {
                required property int index

                width: list.lineWidth
                listed: true
                current: list.activeFocus && ListView.isCurrentItem
                onPressed: list.currentIndex = index
                onOpened: screen.inbox.open(key)
            }
        }
    }
}
