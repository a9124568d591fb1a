import QtQuick
import QtQuick.Layouts
import Eats.theme

/* How far a fetching is, as a bar; the words beside it say the same. */
Rectangle {
    id: bar

    required property real value
    required property string words

    Layout.fillWidth: true
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words
    implicitHeight: Theme.px(14)
    radius: height / 2
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.outline

    Rectangle {
        height: parent.height
        width: Math.max(height, parent.width * bar.value)
        radius: height / 2
        color: Theme.info
    }
}
