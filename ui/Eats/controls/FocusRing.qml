import QtQuick
import Eats.theme

Rectangle {
    required property Item target
    property int around: Theme.radiusL

    anchors.fill: target
    anchors.margins: -Theme.ring
    radius: around + Theme.ring
    color: "transparent"
    border.width: Theme.ring
    border.color: Theme.focus
    visible: target.activeFocus
}
