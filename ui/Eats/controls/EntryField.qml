import QtQuick
import QtQuick.Controls.Basic
import Eats.theme

/* A line to write on; tells each change, a Hangul syllable under way too. */
TextField {
    id: field

    signal written(string words)

    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    implicitHeight: Theme.controlL
    leftPadding: Theme.s16
    rightPadding: Theme.s16
    font.pixelSize: Theme.body
    color: Theme.text
    placeholderTextColor: Theme.text2
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText
    onDisplayTextChanged: field.written(displayText)

    background: Rectangle {
        radius: Theme.radiusL
        color: Theme.surface
        border.width: field.activeFocus ? Theme.ring : Theme.hairline
        border.color: field.activeFocus ? Theme.focus : Theme.outline
    }
}
