pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A question of the conditions with its answers: one of them, or any number. */
ColumnLayout {
    id: group

    required property string title
    required property var answers
    property bool several: false

    signal chosen(string key)

    Layout.fillWidth: true
    spacing: Theme.s8

    TextLine {
        text: group.title
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8
        Accessible.role: Accessible.Grouping
        Accessible.name: group.title

        Repeater {
            model: group.answers

            delegate: Option {
                required property string key
                required text
                required property bool isOn

                objectName: group.objectName + "." + key
                on: isOn
                Accessible.role: group.several ? Accessible.CheckBox : Accessible.RadioButton
                onClicked: group.chosen(key)
            }
        }
    }
}
