import QtQuick
import Eats.ViewModels
import Eats.theme

/* Shows which broadcast the keyboard is on. */
Rectangle {
    id: ring

    required property TimelineViewModel timeline
    required property bool shown
    readonly property rect place: timeline.currentPlace

    objectName: "timeline.ring"
    visible: shown && timeline.currentKey !== ""
    x: place.x
    y: place.y
    width: place.width
    height: place.height
    radius: Theme.radiusM + Theme.s4
    color: "transparent"
    border.width: Theme.ring + 1
    border.color: Theme.focus
}
