import QtQuick
import Eats.theme

/* Discount, price and the struck list price, on one line where there is room. */
Flow {
    id: label

    required property string price
    required property string listPrice
    required property string discount
    property bool large: false
    readonly property int size: large ? Theme.priceL : Theme.priceM
    readonly property real line: now.implicitWidth + (discount === "" ? 0 : rate.implicitWidth + spacing) + (listPrice === "" ? 0 : list.implicitWidth + spacing)

    Accessible.ignored: true
    width: Math.min(Math.ceil(line), parent?.width ?? line)
    spacing: Theme.s8

    TextLine {
        id: rate

        visible: text !== ""
        text: label.discount
        font.pixelSize: label.size
        font.bold: true
        color: Theme.live
    }

    TextLine {
        id: now

        text: label.price
        font.pixelSize: label.size
        font.bold: true
        color: Theme.primary
    }

    TextLine {
        id: list

        visible: text !== ""
        height: now.height
        text: label.listPrice
        font.pixelSize: Theme.caption
        font.strikeout: true
        color: Theme.text2
    }
}
