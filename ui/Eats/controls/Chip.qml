import QtQuick
import QtQuick.Controls.Basic
import Eats.theme

AbstractButton {
    id: chip

    property bool on: false

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: clicked()
    implicitHeight: Theme.control
    implicitWidth: label.implicitWidth + 2 * Theme.s16
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: height / 2
        color: chip.on ? Theme.primarySoft : chip.hovered ? Theme.surfaceAlt : Theme.surface
        border.width: chip.on ? 2 : Theme.hairline
        border.color: chip.on ? Theme.primary : Theme.outline
    }
    contentItem: TextLine {
        id: label

        text: chip.text
        horizontalAlignment: Text.AlignHCenter
        font.bold: chip.on
        color: chip.on ? Theme.primarySoftInk : Theme.text
    }

    FocusRing {
        target: chip
        around: chip.height / 2
    }
}
