import QtQuick
import Eats.theme

Image {
    id: icon

    required property string symbol
    property color tint: Theme.text
    property int size: Theme.iconM

    Accessible.ignored: true
    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: symbol === "" ? "" : "image://icon/" + symbol + "/" + tint
}
