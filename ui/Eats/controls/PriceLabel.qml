import QtQuick
import Eats.theme

Flow {
    id: label

    required property string price
    required property string listPrice
    required property string discount
    property bool large: false

    Accessible.ignored: true
    spacing: Theme.s8

    TextLine {
        visible: label.discount !== ""
        text: label.discount
        font.pixelSize: label.large ? Theme.priceL : Theme.priceM
        font.bold: true
        color: Theme.live
    }

    TextLine {
        text: label.price
        font.pixelSize: label.large ? Theme.priceL : Theme.priceM
        font.bold: true
        color: Theme.primary
    }

    TextLine {
        visible: label.listPrice !== ""
        text: label.listPrice
        font.pixelSize: Theme.caption
        font.strikeout: true
        color: Theme.text2
        height: Math.round((label.large ? Theme.priceL : Theme.priceM) * 1.2)
    }
}
