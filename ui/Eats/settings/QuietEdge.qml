import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Where the quiet hours begin or end. */
RowLayout {
    id: edge

    required property string name
    required property string text
    required property string lessName
    required property string moreName

    signal moved(int steps)

    spacing: Theme.s8

    TextLine {
        text: edge.name
        Accessible.ignored: true
    }

    Stepper {
        objectName: edge.objectName
        name: edge.name
        text: edge.text
        lessName: edge.lessName
        moreName: edge.moreName
        onMoved: steps => edge.moved(steps)
    }
}
