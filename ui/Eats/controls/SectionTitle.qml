import QtQuick
import Eats.theme

TextLine {
    font.pixelSize: Theme.titleM
    font.bold: true
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
