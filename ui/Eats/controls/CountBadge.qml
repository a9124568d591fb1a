import QtQuick
import Eats.theme

/* A count on a button; the button's own name says it to screen readers. */
Rectangle {
    id: badge

    required property string words

    Accessible.ignored: true
    implicitHeight: label.implicitHeight
    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.s12)
    radius: height / 2
    color: Theme.live

    TextLine {
        id: label

        anchors.centerIn: parent
        text: badge.words
        font.pixelSize: Theme.caption
        font.bold: true
        color: Theme.liveInk
    }
}
