import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One line of a product's facts: what it is about, and what is said; one under the other if narrow. */
Rectangle {
    id: line

    required property string label
    required property string value
    required property string spokenText
    property bool ruled: true

    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    color: "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: spokenText

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s16
        columns: line.width > Theme.px(420) ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s4

        TextLine {
            Layout.fillWidth: true
            Layout.preferredWidth: 36
            Layout.horizontalStretchFactor: 36
            Layout.alignment: Qt.AlignTop
            text: line.label
            color: Theme.text2
            wrapMode: Text.Wrap
        }

        TextLine {
            Layout.fillWidth: true
            Layout.preferredWidth: 64
            Layout.horizontalStretchFactor: 64
            Layout.alignment: Qt.AlignTop
            text: line.value
            wrapMode: Text.Wrap
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: line.ruled
        height: Theme.hairline
        color: Theme.divider
    }
}
