pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* The day as a list, grouped by the hour a broadcast starts in; one stop of the Tab key. */
ListView {
    id: list

    required property ScheduleViewModel schedule
    required property string selected
    required property bool letters
    readonly property int side: Theme.s16
    readonly property int headingHeight: Theme.px(44)

    signal opened(string key)
    signal wishToggled(string key)

    objectName: "schedule.agenda"
    model: schedule.broadcasts
    leftMargin: side
    rightMargin: side
    bottomMargin: Theme.s24
    spacing: Theme.s8
    clip: true
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    highlightMoveDuration: Theme.fast
    highlightFollowsCurrentItem: false
    Accessible.role: Accessible.List
    Accessible.name: qsTr("%1 방송 %2개").arg(schedule.dayText).arg(count)
    ScrollBar.vertical: Scroll {}
    onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
    Keys.onPressed: event => event.accepted = act(event.key)

    function act(key: int): bool {
        if (key === Qt.Key_N)
            return letters && jumpToNow();
        const line = currentItem as BroadcastLine;
        return line !== null && line.act(key, letters);
    }

    /* Bring a row right under the heading of its hour, first in view so that lines are reused. */
    function lead(row: int): void {
        positionViewAtIndex(row, ListView.Beginning);
        currentIndex = row;
        contentY -= headingHeight;
        returnToBounds();
    }

    function jumpToNow(): bool {
        schedule.goToNow();
        return true;
    }

    Connections {
        target: list.schedule
        function onNowWanted(row) {
            leading.row = row;
            leading.restart();
        }
    }

    /* A turn of its own: making lines and moving to them at once would be felt. */
    Timer {
        id: leading

        property int row

        interval: 0
        onTriggered: list.lead(row)
    }

    section.property: "hourText"
    section.labelPositioning: ViewSection.InlineLabels | ViewSection.CurrentLabelAtStart
    section.delegate: Item {
        id: heading

        required property string section

        width: ListView.view.width - 2 * list.side
        height: list.headingHeight

        Rectangle {
            anchors.fill: parent
            color: Theme.bg
        }

        TextLine {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            text: heading.section
            font.pixelSize: Theme.titleS
            font.bold: true
            color: Theme.text2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }

    delegate: BroadcastLine {
        required property int index

        width: ListView.view.width - 2 * list.side
        focusPolicy: Qt.ClickFocus
        selected: key === list.selected
        marked: list.activeFocus && ListView.isCurrentItem
        onOpened: {
            list.currentIndex = index;
            list.opened(key);
        }
        onWishToggled: list.wishToggled(key)
    }
}
