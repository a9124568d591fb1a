pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* One of a few answers, all of them in sight; the chosen one has a check mark. */
Flow {
    id: group

    required property string name
    required property var options
    required property string current

    signal chosen(string value)

    Accessible.role: Accessible.Grouping
    Accessible.name: name
    spacing: Theme.s8

    Repeater {
        model: group.options

        delegate: Chip {
            id: option

            required property var modelData

            objectName: group.objectName + "." + modelData.value
            text: modelData.label
            on: String(modelData.value) === group.current
            implicitWidth: words.implicitWidth + 2 * Theme.s16
            Accessible.role: Accessible.RadioButton
            onClicked: group.chosen(String(modelData.value))
            Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus()
            Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus()

            contentItem: Item {
                implicitWidth: words.implicitWidth

                Row {
                    id: words

                    anchors.centerIn: parent
                    spacing: Theme.s8

                    Icon {
                        visible: option.on
                        anchors.verticalCenter: parent.verticalCenter
                        size: Theme.px(20)
                        symbol: "check"
                        tint: Theme.primarySoftInk
                    }

                    TextLine {
                        text: option.text
                        font.bold: option.on
                        color: option.on ? Theme.primarySoftInk : Theme.text
                    }
                }
            }
        }
    }
}
