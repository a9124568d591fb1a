import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* One of the household, and the way to their window. */
RowLayout {
    id: line

    required property string key
    required property string name
    required property string initial
    required property bool isActive
    required property bool hasPin
    required property string spokenText

    signal chosen(string key)

    Layout.fillWidth: true
    spacing: Theme.s12
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText

    Avatar {
        initial: line.initial
        size: Theme.px(40)
    }

    TextLine {
        Layout.fillWidth: true
        text: line.hasPin ? qsTr("%1 · PIN 있음").arg(line.name) : line.name
        wrapMode: Text.Wrap
        font.bold: line.isActive
    }

    TextLine {
        visible: line.isActive
        text: qsTr("지금 쓰는 중")
        font.pixelSize: Theme.caption
        font.bold: true
        color: Theme.primary
    }

    AppButton {
        objectName: "me.switch." + line.name
        visible: !line.isActive
        text: qsTr("바꾸기")
        Accessible.name: qsTr("%1 프로필로 바꾸기").arg(line.name)
        onClicked: line.chosen(line.key)
    }
}
