import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* All of a broadcast's text: a short card has no room for it. */
ToolTip {
    id: tip

    required property TimelineViewModel timeline
    required property bool shown
    readonly property rect place: timeline.hoveredPlace

    visible: shown && timeline.hoveredText !== ""
    text: timeline.hoveredText
    delay: 600
    x: place.x
    y: place.y + place.height
    padding: Theme.s12
    margins: Theme.s4

    contentItem: TextLine {
        width: Math.min(implicitWidth, Theme.px(360))
        text: tip.text
        wrapMode: Text.Wrap
        font.pixelSize: Theme.caption
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }
}
