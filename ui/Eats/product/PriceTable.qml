pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Prices as we noted them, newest first: when, how much, by measure, under which condition. */
Column {
    id: table

    required property var lines

    objectName: "price.table"
    Accessible.role: Accessible.List
    Accessible.name: qsTr("값 기록")

    Repeater {
        model: table.lines

        delegate: Item {
            id: line

            required property string whenText
            required property string priceText
            required property string unitText
            required property string conditionText
            required property string spokenText

            width: table.width
            height: words.implicitHeight + 2 * Theme.s12
            Accessible.role: Accessible.ListItem
            Accessible.name: spokenText

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.divider
            }

            GridLayout {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                columns: line.width > Theme.px(360) ? 2 : 1
                columnSpacing: Theme.s16
                rowSpacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: line.whenText
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                TextLine {
                    text: line.priceText
                    font.bold: true
                }

                TextLine {
                    Layout.fillWidth: true
                    Layout.columnSpan: words.columns
                    visible: text !== ""
                    text: line.unitText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    Layout.columnSpan: words.columns
                    visible: text !== ""
                    text: line.conditionText
                    font.pixelSize: Theme.caption
                    color: Theme.warn
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
