import QtQuick
import QtQuick.Controls.Basic
import Eats.theme

ScrollBar {
    id: bar

    policy: size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    minimumSize: 0.06

    contentItem: Rectangle {
        implicitWidth: Theme.s8
        implicitHeight: Theme.s8
        radius: Theme.s4
        color: bar.pressed || bar.hovered ? Theme.text2 : Theme.outline
    }
}
