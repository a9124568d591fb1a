import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One destination of the rail; `upright` puts the icon over the label. */
AbstractButton {
    id: control

    required property string symbol
    required property bool current
    property string badge: ""
    property string badgeName: qsTr("읽지 않은 것 %1")
    property bool upright: false

    Accessible.role: Accessible.PageTab
    Accessible.name: badge === "" ? text : text + ", " + badgeName.arg(badge)
    Accessible.selected: current
    Accessible.onPressAction: clicked()
    implicitHeight: upright ? Theme.px(68) : Theme.controlL
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: control.current ? Theme.primarySoft : control.hovered ? Theme.divider : "transparent"
    }
    contentItem: Item {
        GridLayout {
            anchors.centerIn: control.upright ? parent : undefined
            anchors.left: control.upright ? undefined : parent.left
            anchors.right: control.upright ? undefined : parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.s16
            anchors.rightMargin: Theme.s12
            columns: control.upright ? 1 : 3
            columnSpacing: Theme.s12
            rowSpacing: Theme.s4

            Icon {
                Layout.alignment: Qt.AlignHCenter
                symbol: control.symbol
                tint: control.current ? Theme.primarySoftInk : Theme.text
            }

            TextLine {
                Layout.fillWidth: !control.upright
                Layout.alignment: Qt.AlignHCenter
                text: control.text
                font.pixelSize: control.upright ? Theme.caption : Theme.body
                font.bold: control.current
                color: control.current ? Theme.primarySoftInk : Theme.text
            }

            CountBadge {
                visible: control.badge !== "" && !control.upright
                words: control.badge
            }
        }

        CountBadge {
            visible: control.badge !== "" && control.upright
            anchors.top: parent.top
            anchors.topMargin: Theme.s4
            anchors.left: parent.horizontalCenter
            anchors.leftMargin: Theme.s4
            words: control.badge
        }
    }

    FocusRing {
        target: control
    }
}
