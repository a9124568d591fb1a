import QtQuick
import Eats.theme
import Eats.controls

/* The first letter of a name in a circle. */
Rectangle {
    id: avatar

    required property string initial
    property int size: Theme.px(56)

    implicitWidth: size
    implicitHeight: size
    radius: width / 2
    color: Theme.primarySoft

    TextLine {
        anchors.centerIn: parent
        text: avatar.initial
        font.pixelSize: Math.round(avatar.size * 0.45)
        font.bold: true
        color: Theme.primarySoftInk
    }
}
