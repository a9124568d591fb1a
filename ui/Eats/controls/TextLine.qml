import QtQuick
import Eats.theme

Text {
    color: Theme.text
    font.pixelSize: Theme.body
    elide: Text.ElideRight
    textFormat: Text.PlainText
    lineHeight: 1.2
    verticalAlignment: Text.AlignVCenter
}
