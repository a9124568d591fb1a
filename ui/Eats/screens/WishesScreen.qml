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

    required property WishesViewModel wishes
    required property Hearts hearts

    signal opened(string key)
    signal scheduleWanted

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.wishes.state
        title: screen.wishes.stateTitle
        help: screen.wishes.stateHelp
        actionText: screen.wishes.stateAction
        onActed: screen.wishes.state === "none" ? screen.scheduleWanted() : screen.wishes.retry()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s24
        anchors.topMargin: Theme.s24
        visible: screen.wishes.state === "ready"
        spacing: Theme.s8

        ScreenTitle {
            Layout.fillWidth: true
            text: qsTr("찜")
            detail: screen.wishes.countText
        }

        ListView {
            id: list

            objectName: "wishes.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: screen.wishes.wishes
            spacing: Theme.s8
            bottomMargin: Theme.s24
            clip: true
            reuseItems: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: screen.wishes.countText
            ScrollBar.vertical: Scroll {}
            Keys.onReturnPressed: (list.currentItem as WishLine)?.clicked()
            Keys.onEnterPressed: (list.currentItem as WishLine)?.clicked()

            section.property: "sectionText"
            section.delegate: Item {
                id: heading

                required property string section

                width: list.width
                height: Theme.px(52)

                SectionTitle {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.s8
                    text: heading.section
                }
            }

            delegate: WishLine {
                width: list.width - Theme.s24
                marked: list.activeFocus && ListView.isCurrentItem
                onOpened: screen.opened(broadcast)
                onAlarmSwitched: on => screen.hearts.setAlarm(wishId, on)
                onRemoved: screen.hearts.remove(wishId)
            }
        }
    }
}
