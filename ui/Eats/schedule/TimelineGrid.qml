pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The day as a timetable: a row for each channel, time to the right; one stop of the Tab key. */
FocusScope {
    id: grid

    required property TimelineViewModel timeline
    property string selected: ""
    property bool letters: true
    property string footer: ""
    readonly property int columnWidth: Theme.px(160)
    readonly property int headerHeight: Theme.control

    signal opened(string key)
    signal wishToggled(string key)
    signal todayWanted

    objectName: "schedule.timeline"
    clip: true
    Accessible.role: Accessible.List
    Accessible.name: timeline.spokenText
    Component.onCompleted: {
        timeline.open();
        table.look();
    }
    onActiveFocusChanged: Qt.callLater(timeline.enter)
    Keys.onPressed: event => event.accepted = timeline.press(event.key, event.modifiers, letters)

    Connections {
        target: grid.timeline
        function onOpened(key) {
            grid.opened(key);
        }
        function onWishToggled(key) {
            grid.wishToggled(key);
        }
        function onTodayWanted() {
            grid.todayWanted();
        }
    }

    Binding {
        target: grid.timeline
        property: "textScale"
        value: Theme.scale
    }

    Binding {
        target: grid.timeline
        property: "laneHeight"
        value: Theme.px(90) + 3 * Theme.s8
    }

    TimelineTable {
        id: table

        anchors.fill: parent
        anchors.leftMargin: grid.columnWidth
        anchors.topMargin: grid.headerHeight
        anchors.rightMargin: down.width
        anchors.bottomMargin: across.height + foot.height
        timeline: grid.timeline
        selected: grid.selected
        focused: grid.activeFocus
        ScrollBar.vertical: down
        ScrollBar.horizontal: across
        onTapped: grid.forceActiveFocus()
    }

    TimelineHours {
        anchors.left: table.left
        anchors.right: parent.right
        height: grid.headerHeight
        timeline: grid.timeline
        scrolled: table.contentX
    }

    TimelineChannels {
        anchors.top: table.top
        anchors.bottom: table.bottom
        width: grid.columnWidth
        timeline: grid.timeline
        scrolled: table.contentY
    }

    Rectangle {
        width: grid.columnWidth
        height: grid.headerHeight
        color: Theme.surfaceAlt

        Row {
            anchors.centerIn: parent

            IconButton {
                objectName: "timeline.closer"
                focusPolicy: Qt.NoFocus
                symbol: "plus"
                name: qsTr("시간 넓게 보기")
                onClicked: grid.timeline.zoom(1, table.width / 2)
            }

            IconButton {
                objectName: "timeline.wider"
                focusPolicy: Qt.NoFocus
                symbol: "minus"
                name: qsTr("시간 좁게 보기")
                onClicked: grid.timeline.zoom(-1, table.width / 2)
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hairline
            color: Theme.divider
        }
    }

    Scroll {
        id: down

        anchors.top: table.top
        anchors.bottom: table.bottom
        anchors.right: parent.right
    }

    Scroll {
        id: across

        orientation: Qt.Horizontal
        anchors.left: table.left
        anchors.right: table.right
        anchors.bottom: foot.top
    }

    TextLine {
        id: foot

        anchors.bottom: parent.bottom
        x: Theme.s16
        width: parent.width - 2 * Theme.s16
        height: grid.footer === "" ? 0 : Theme.px(32)
        visible: grid.footer !== ""
        text: grid.footer
        font.pixelSize: Theme.caption
        color: Theme.text2
    }
}
