import QtQuick
import QtQuick.Layouts
import Eats.theme

/* The card that settings lie on. */
Rectangle {
    default property alias content: inner.data

    Layout.fillWidth: true
    implicitHeight: inner.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusXl
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.divider

    ColumnLayout {
        id: inner

        anchors.fill: parent
        anchors.margins: Theme.s16
        spacing: Theme.s12
    }
}
