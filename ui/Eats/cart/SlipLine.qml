import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A line of an order slip; one that is left out says why. */
ColumnLayout {
    id: line

    required property string key
    required property string name
    required property string piecesText
    required property string priceText
    required property string noteText
    required property bool isLeftOut

    objectName: "slip." + key
    spacing: Theme.s4

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s12
        Accessible.role: Accessible.StaticText
        Accessible.name: [line.name, line.piecesText, line.priceText].join(" ").trim()

        TextLine {
            Layout.fillWidth: true
            text: line.name
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.strikeout: line.isLeftOut
            color: line.isLeftOut ? Theme.text2 : Theme.text
        }

        TextLine {
            text: line.piecesText
            color: Theme.text2
        }

        TextLine {
            visible: text !== ""
            text: line.isLeftOut ? "" : line.priceText
            font.bold: true
        }
    }

    CartNotice {
        Layout.fillWidth: true
        visible: words !== ""
        kind: "warn"
        words: line.noteText
    }
}
