import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A label and a sum of money on one line. */
RowLayout {
    id: sum

    required property string label
    required property string amount
    property bool strong: false

    visible: amount !== ""
    spacing: Theme.s12
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + amount

    TextLine {
        Layout.fillWidth: true
        text: sum.label
        font.bold: sum.strong
        wrapMode: Text.Wrap
    }

    TextLine {
        text: sum.amount
        font.pixelSize: sum.strong ? Theme.priceM : Theme.body
        font.bold: sum.strong
        color: sum.strong ? Theme.primary : Theme.text
    }
}
