pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The hours over the timetable, and where now is. */
Rectangle {
    id: hours

    required property TimelineViewModel timeline
    required property real scrolled

    color: Theme.surfaceAlt
    clip: true

    Repeater {
        model: 24

        TextLine {
            required property int index

            Accessible.ignored: true
            x: index * hours.timeline.hourWidth - hours.scrolled + Theme.s8
            height: hours.height
            text: qsTr("%1시").arg(index)
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.text2
        }
    }

    Repeater {
        model: 24

        Rectangle {
            required property int index

            x: Math.round(index * hours.timeline.hourWidth - hours.scrolled)
            y: Math.round(hours.height / 2)
            width: Theme.hairline
            height: hours.height - y
            color: Theme.divider
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }

    Rectangle {
        visible: hours.timeline.isToday
        x: Math.round(hours.timeline.nowX - hours.scrolled - width / 2)
        y: Theme.s4
        width: clock.implicitWidth + 2 * Theme.s8
        height: hours.height - y
        radius: Theme.radiusM
        color: Theme.live

        TextLine {
            id: clock

            anchors.centerIn: parent
            text: qsTr("지금 %1").arg(hours.timeline.nowText)
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.liveInk
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
