pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
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
        title: screen.inbox.stateTitle
        help: screen.inbox.stateHelp
        actionText: screen.inbox.stateAction
        onActed: screen.inbox.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s24
        anchors.topMargin: Theme.s24
        visible: screen.inbox.state === "ready"
        spacing: Theme.s16

        ScreenTitle {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.s24
            text: qsTr("알림함")
            detail: screen.inbox.unread > 0 ? qsTr("읽지 않은 알림 %1건").arg(screen.inbox.unread) : ""

            AppButton {
                objectName: "inbox.readAll"
                visible: screen.inbox.unread > 0
                text: qsTr("모두 읽음")
                symbol: "check"
                onClicked: screen.inbox.markAllRead()
            }
        }

        ListView {
            id: list

            objectName: "inbox.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: screen.inbox.items
            spacing: Theme.s8
            bottomMargin: Theme.s24
            clip: true
            reuseItems: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("알림 %1건").arg(count)
            ScrollBar.vertical: Scroll {}
            Keys.onReturnPressed: (list.currentItem as InboxLine)?.opened()
            Keys.onEnterPressed: (list.currentItem as InboxLine)?.opened()

            delegate: InboxLine {
                width: list.width - Theme.s24
                marked: list.activeFocus && ListView.isCurrentItem
                onOpened: screen.inbox.open(key)
            }
        }
    }
}
