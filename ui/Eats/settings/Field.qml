import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A named setting with its help above and its control below. */
ColumnLayout {
    id: field

    required property string title
    property string help: ""
    default property alias content: inner.data

    Layout.fillWidth: true
    Layout.margins: Theme.s8
    spacing: Theme.s8

    TextLine {
        Layout.fillWidth: true
        text: field.title
        wrapMode: Text.Wrap
        font.bold: true
        color: field.enabled ? Theme.text : Theme.text2
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Note {
        Layout.fillWidth: true
        visible: text !== ""
        text: field.help
    }

    ColumnLayout {
        id: inner

        Layout.fillWidth: true
        spacing: Theme.s12
    }
}
