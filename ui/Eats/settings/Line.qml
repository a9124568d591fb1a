import QtQuick
import QtQuick.Layouts
import Eats.theme

/* A hairline between two settings. */
Rectangle {
    Layout.fillWidth: true
    implicitHeight: Theme.hairline
    color: Theme.divider
}
