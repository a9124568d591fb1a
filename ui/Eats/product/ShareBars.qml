pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Shares as bars, each with its word and its percent. */
ColumnLayout {
    id: bars

    required property string name
    required property var rows
    readonly property int count: repeater.count

    spacing: Theme.s4
    Accessible.role: Accessible.List
    Accessible.name: name

    Repeater {
        id: repeater

        model: bars.rows

        delegate: RowLayout {
            id: bar

            required property string key
            required property int percent

            Layout.fillWidth: true
            spacing: Theme.s12
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1 %2퍼센트").arg(key).arg(percent)

            TextLine {
                Layout.preferredWidth: Theme.px(64)
                text: bar.key
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(12)
                radius: height / 2
                color: Theme.surfaceAlt
                border.width: Theme.hairline
                border.color: Theme.outline

                Rectangle {
                    height: parent.height
                    width: parent.width * bar.percent / 100
                    radius: height / 2
                    color: Theme.star
                }
            }

            TextLine {
                Layout.preferredWidth: Theme.px(56)
                horizontalAlignment: Text.AlignRight
                text: qsTr("%1%").arg(bar.percent)
            }
        }
    }
}
