import QtQuick
import QtQuick.Controls.Basic
import Eats.theme

/* Commits a Hangul syllable that is still being composed before it tells what was typed. */
TextField {
    id: field

    signal asked(string words)

    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    implicitHeight: Theme.control
    leftPadding: Theme.iconM + 2 * Theme.s12
    rightPadding: Theme.s12
    font.pixelSize: Theme.body
    color: Theme.text
    placeholderTextColor: Theme.text2
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    selectByMouse: true
    maximumLength: 200
    inputMethodHints: Qt.ImhNoPredictiveText
    onAccepted: submit()

    function submit() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        if (field.text.trim() !== "")
            field.asked(field.text.trim());
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.surfaceAlt
        border.width: field.activeFocus ? Theme.ring : Theme.hairline
        border.color: field.activeFocus ? Theme.focus : Theme.outline

        Icon {
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            symbol: "search"
            tint: Theme.text2
        }
    }
}
