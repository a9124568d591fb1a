pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The channels left of the timetable. */
Rectangle {
    id: column

    required property TimelineViewModel timeline
    required property real scrolled

    color: Theme.surfaceAlt
    clip: true

    Repeater {
        model: column.timeline.channels

        Item {
            id: head

            required property string key
            required property string name
            required property string channelNo
            required property real offset
            required property real tall
            required property string spokenText

            objectName: "channel." + key
            Accessible.role: Accessible.StaticText
            Accessible.name: spokenText
            y: Math.round(offset - column.scrolled)
            width: column.width
            height: tall

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.s12
                anchors.verticalCenter: parent.verticalCenter

                TextLine {
                    width: parent.width
                    text: head.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    Accessible.ignored: true
                }

                TextLine {
                    width: parent.width
                    text: qsTr("%1번").arg(head.channelNo)
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    Accessible.ignored: true
                }
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.divider
            }
        }
    }

    Rectangle {
        anchors.right: parent.right
        height: parent.height
        width: Theme.hairline
        color: Theme.divider
    }
}
