pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.alarms

Item {
    id: screen

    required property WishesViewModel wishes
    required property Hearts hearts
    required property Navigator navigator

    signal opened(string key)
    signal scheduleWanted

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s24
        spacing: Theme.s12

        ScreenTitle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            text: qsTr("찜")
            detail: screen.wishes.countText
        }

        WishTabs {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            navigator: screen.navigator
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            StateView {
                anchors.centerIn: parent
                width: parent.width
                state_: screen.wishes.state
                emptySymbol: "heart"
                title: screen.wishes.stateTitle
                help: screen.wishes.stateHelp
                actionText: screen.wishes.stateAction
                onActed: screen.wishes.state === "none" ? screen.scheduleWanted() : screen.wishes.retry()
            }

            LineList {
                id: list

                objectName: "wishes.list"
                anchors.fill: parent
                visible: screen.wishes.state === "ready"
                model: screen.wishes.wishes
                Accessible.name: screen.wishes.countText

                section.property: "sectionText"
                section.delegate: Item {
                    id: heading

                    required property string section

                    width: list.lineWidth
                    height: Theme.px(56)

                    SectionTitle {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.s8
                        text: heading.section
                    }
                }

                delegate: WishLine {
                    required property int index

                    width: list.lineWidth
                    listed: true
                    current: list.activeFocus && ListView.isCurrentItem
                    onPressed: list.currentIndex = index
                    onOpened: if (broadcast !== "")
                        screen.opened(broadcast)
                    onAlarmSwitched: on => screen.hearts.setAlarm(wishId, on)
                    onRemoved: isOver ? screen.hearts.forget(wishId) : screen.hearts.remove(wishId)
                }
            }
        }
    }
}
