import QtQuick
import QtQuick.Layouts
import Eats.theme

/* The name of the program as its own mark. */
RowLayout {
    id: brand

    property bool small: false

    spacing: Theme.s8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Eat's 유혹")

    Rectangle {
        Layout.alignment: brand.small ? Qt.AlignHCenter : Qt.AlignLeft
        implicitWidth: Theme.px(40)
        implicitHeight: implicitWidth
        radius: Theme.radiusL
        color: Theme.primary

        TextLine {
            anchors.centerIn: parent
            text: qsTr("혹")
            font.pixelSize: Theme.titleM
            font.bold: true
            color: Theme.primaryInk
        }
    }

    TextLine {
        visible: !brand.small
        Layout.fillWidth: true
        text: qsTr("Eat's 유혹")
        font.pixelSize: Theme.titleS
        font.bold: true
        color: Theme.primary
    }
}
