import QtQuick
import Eats.theme
import Eats.controls

/* Which market sells it: 방송 or 콕. */
Rectangle {
    id: tag

    required property string words
    property bool aired: false

    Accessible.ignored: true
    implicitWidth: label.implicitWidth + 2 * Theme.s8
    implicitHeight: label.implicitHeight + Theme.s4
    radius: Theme.radiusM
    color: aired ? Theme.upcoming : Theme.surface
    border.width: Theme.hairline
    border.color: aired ? Theme.upcoming : Theme.outline

    TextLine {
        id: label

        anchors.centerIn: parent
        text: tag.words
        font.pixelSize: Theme.caption
        font.bold: true
        color: tag.aired ? Theme.upcomingInk : Theme.text
    }
}
