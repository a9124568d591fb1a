import QtQuick
import QtQuick.Layouts
import Eats.theme

/* The heading of a screen, with room for its actions on the right. */
RowLayout {
    id: head

    required property string text
    property string detail: ""

    spacing: Theme.s12

    TextLine {
        text: head.text
        font.pixelSize: Theme.titleL
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    TextLine {
        Layout.fillWidth: true
        text: head.detail
        color: Theme.text2
    }
}
