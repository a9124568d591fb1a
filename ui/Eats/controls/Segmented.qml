pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme

/* One of a few answers, all of them in sight. */
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

        delegate: Option {
            required property var modelData

            objectName: group.objectName + "." + modelData.value
            text: modelData.label
            on: String(modelData.value) === group.current
            Accessible.role: Accessible.RadioButton
            onClicked: group.chosen(String(modelData.value))
            Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus()
            Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus()
        }
    }
}
