pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.alarms

/* The standing alarms, with a way to make another one. */
Item {
    id: screen

    required property AlarmsViewModel alarms
    required property AlarmEditorViewModel editor
    required property Navigator navigator

    signal opened(string key)

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s24
        spacing: Theme.s12

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            spacing: Theme.s12

            ScreenTitle {
                Layout.fillWidth: true
                text: qsTr("알림 조건")
                detail: screen.alarms.countText
            }

            AppButton {
                objectName: "rules.create"
                visible: screen.alarms.state === "ready"
                symbol: "plus"
                text: qsTr("조건 만들기")
                onClicked: screen.editor.create()
            }
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
                state_: screen.alarms.state
                emptySymbol: "bell"
                title: screen.alarms.stateTitle
                help: screen.alarms.stateHelp
                actionText: screen.alarms.stateAction
                onActed: screen.alarms.state === "none" ? screen.editor.create() : screen.alarms.retry()
            }

            LineList {
                id: list

                objectName: "rules.list"
                anchors.fill: parent
                visible: screen.alarms.state === "ready"
                model: screen.alarms.rules
                Accessible.name: screen.alarms.countText

                delegate: AlarmLine {
                    required property int index

                    width: list.lineWidth
                    listed: true
                    current: list.activeFocus && ListView.isCurrentItem
                    onPressed: list.currentIndex = index
                    onOpened: broadcast === "" ? screen.editor.edit(ruleId) : screen.opened(broadcast)
                    onSwitched: on => screen.alarms.setOn(ruleId, on)
                    onEdited: screen.editor.edit(ruleId)
                    onRemoved: screen.alarms.remove(ruleId)
                }
            }
        }
    }
}
