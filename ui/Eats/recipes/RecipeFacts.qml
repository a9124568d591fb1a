pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme
import Eats.controls

/* What a dish says of itself, each fact a tile; what it does not say is not there. */
Flow {
    id: view

    required property var facts

    spacing: Theme.s8
    Accessible.role: Accessible.List
    Accessible.name: qsTr("요리 정보")

    Repeater {
        model: view.facts

        delegate: Rectangle {
            id: tile

            required property string key
            required property string value

            implicitWidth: words.implicitWidth + 2 * Theme.s12
            implicitHeight: words.implicitHeight + 2 * Theme.s4
            radius: Theme.radiusM
            color: Theme.surfaceAlt
            border.width: Theme.mode === "contrast" ? Theme.hairline : 0
            border.color: Theme.divider
            Accessible.role: Accessible.ListItem
            Accessible.name: key + " " + value

            Row {
                id: words

                anchors.centerIn: parent
                spacing: Theme.s8

                TextLine {
                    text: tile.key
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }

                TextLine {
                    text: tile.value
                    font.pixelSize: Theme.caption
                    font.bold: true
                }
            }
        }
    }
}
