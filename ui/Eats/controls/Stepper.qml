import QtQuick
import QtQuick.Layouts
import Eats.theme

/* A value between a minus and a plus; `name` says to screen readers what moves. */
Rectangle {
    id: stepper

    required property string name
    required property string text
    required property string lessName
    required property string moreName
    property bool canLess: true
    property bool canMore: true
    property int innerFocus: Qt.StrongFocus

    signal moved(int steps)

    Accessible.role: Accessible.Grouping
    Accessible.name: name + " " + text
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    radius: Theme.radiusL
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline

    RowLayout {
        id: row

        spacing: Theme.s4

        IconButton {
            objectName: stepper.objectName + ".less"
            enabled: stepper.canLess
            focusPolicy: activeFocus ? Qt.StrongFocus : stepper.innerFocus
            symbol: "minus"
            name: stepper.lessName
            tint: Theme.primary
            onClicked: stepper.moved(-1)
        }

        TextLine {
            Layout.minimumWidth: Theme.px(76)
            horizontalAlignment: Text.AlignHCenter
            text: stepper.text
            font.pixelSize: Theme.titleS
            font.bold: true
            Accessible.role: Accessible.StaticText
            Accessible.name: stepper.name + " " + text
        }

        IconButton {
            objectName: stepper.objectName + ".more"
            enabled: stepper.canMore
            focusPolicy: activeFocus ? Qt.StrongFocus : stepper.innerFocus
            symbol: "plus"
            name: stepper.moreName
            tint: Theme.primary
            onClicked: stepper.moved(1)
        }
    }
}
