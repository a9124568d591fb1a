pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

Rectangle {
    id: bar

    required property ScheduleViewModel schedule
    required property bool compact

    implicitHeight: flow.implicitHeight + 2 * Theme.s8
    color: Theme.surface

    Flow {
        id: flow

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s16
        y: Theme.s8
        spacing: Theme.s8

        AppButton {
            objectName: "schedule.now"
            text: qsTr("지금")
            symbol: "clock"
            onClicked: bar.schedule.goToNow()
        }

        AppButton {
            id: channelButton

            objectName: "schedule.channels"
            text: bar.schedule.channelText
            symbol: "filter"
            kind: bar.schedule.isFiltered ? "selected" : "plain"
            onClicked: channels.open()
        }

        Repeater {
            model: bar.schedule.parts

            delegate: Chip {
                required property string key
                required property string name
                required property bool isOn

                objectName: "part." + key
                text: name
                on: isOn
                onClicked: bar.schedule.choosePart(key)
            }
        }

        Row {
            visible: !bar.compact
            spacing: 0

            AppButton {
                objectName: "schedule.list"
                text: qsTr("목록")
                symbol: "list"
                kind: bar.schedule.showsGrid ? "plain" : "selected"
                onClicked: bar.schedule.showGrid(false)
            }

            AppButton {
                objectName: "schedule.grid"
                text: qsTr("시간표")
                symbol: "grid"
                kind: bar.schedule.showsGrid ? "selected" : "plain"
                onClicked: bar.schedule.showGrid(true)
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    ChannelPicker {
        id: channels

        y: parent.height
        x: Theme.s16
        schedule: bar.schedule
    }
}
