import QtQuick
import QtQuick.Controls.Basic
import Eats.theme

AbstractButton {
    id: control

    required property string symbol
    required property string name
    property color tint: Theme.text
    property string badge: ""

    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: badge === "" ? name : name + " " + badge
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: clicked()
    implicitWidth: Theme.control
    implicitHeight: Theme.control
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    ToolTip.visible: hovered
    ToolTip.delay: 600
    ToolTip.text: name

    background: Rectangle {
        radius: Theme.radiusL
        color: control.hovered || control.down ? Theme.surfaceAlt : "transparent"
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            symbol: control.symbol
            tint: control.enabled ? control.tint : Theme.divider
            opacity: control.enabled ? 1 : 0.6
        }

        Rectangle {
            visible: control.badge !== ""
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: -Theme.s4
            radius: height / 2
            color: Theme.live
            height: count.implicitHeight
            width: Math.max(height, count.implicitWidth + Theme.s8)

            TextLine {
                id: count

                anchors.centerIn: parent
                text: control.badge
                font.pixelSize: Theme.caption
                font.bold: true
                color: Theme.liveInk
                lineHeight: 1
            }
        }
    }

    FocusRing {
        target: control
    }
}
