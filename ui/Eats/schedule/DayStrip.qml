pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* A week back and a week ahead; the count under a day is its food broadcasts. */
Rectangle {
    id: strip

    required property ScheduleViewModel schedule

    implicitHeight: Theme.px(88)
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s12
        anchors.rightMargin: Theme.s12
        spacing: Theme.s4

        IconButton {
            symbol: "chevron-left"
            name: qsTr("하루 전")
            onClicked: strip.schedule.stepDay(-1)
        }

        ListView {
            id: list

            objectName: "schedule.days"
            Layout.fillWidth: true
            Layout.fillHeight: true
            orientation: ListView.Horizontal
            model: strip.schedule.days
            spacing: Theme.s4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: strip.schedule.selectedDayIndex
            highlightRangeMode: ListView.ApplyRange
            preferredHighlightBegin: width / 2 - Theme.px(42)
            preferredHighlightEnd: width / 2 + Theme.px(42)
            highlightMoveDuration: Theme.base
            activeFocusOnTab: true
            onWidthChanged: positionViewAtIndex(currentIndex, ListView.Center)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("날짜 고르기: %1").arg(strip.schedule.dayText)
            Keys.onLeftPressed: strip.schedule.stepDay(-1)
            Keys.onRightPressed: strip.schedule.stepDay(1)

            delegate: DayButton {
                onClicked: strip.schedule.selectDay(key)
            }
        }

        FocusRing {
            target: list
            parent: list
        }

        IconButton {
            symbol: "chevron-right"
            name: qsTr("하루 뒤")
            onClicked: strip.schedule.stepDay(1)
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    component DayButton: AbstractButton {
        id: day

        required property string key
        required property string dayText
        required property string weekdayText
        required property string countText
        required property bool isToday
        required property bool isSelected
        required property bool isRest
        required property string spokenText
        readonly property color ink: isSelected ? Theme.primaryInk : isRest ? Theme.primary : Theme.text

        objectName: "day." + key
        Accessible.role: Accessible.RadioButton
        Accessible.name: spokenText
        Accessible.checked: isSelected
        Accessible.onPressAction: clicked()
        width: Theme.px(76)
        height: ListView.view.height - Theme.s8
        y: Theme.s4
        focusPolicy: Qt.NoFocus

        background: Rectangle {
            radius: Theme.radiusL
            color: day.isSelected ? Theme.primary : day.isToday ? Theme.primarySoft : day.hovered ? Theme.surfaceAlt : "transparent"
            border.width: day.isToday ? 2 : 0
            border.color: Theme.primary
        }
        contentItem: ColumnLayout {
            spacing: 0

            TextLine {
                Layout.alignment: Qt.AlignHCenter
                text: day.weekdayText
                font.pixelSize: Theme.caption
                font.bold: day.isToday
                color: day.isToday && !day.isSelected ? Theme.primarySoftInk : day.ink
            }

            TextLine {
                Layout.alignment: Qt.AlignHCenter
                text: day.dayText
                font.pixelSize: Theme.titleS
                font.bold: true
                color: day.isToday && !day.isSelected ? Theme.primarySoftInk : day.ink
            }

            TextLine {
                Layout.alignment: Qt.AlignHCenter
                text: day.countText
                font.pixelSize: Theme.caption
                color: day.isSelected ? Theme.primaryInk : day.isToday ? Theme.primarySoftInk : Theme.text2
            }
        }
    }
}
