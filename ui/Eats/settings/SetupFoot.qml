import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Back and on through the first-run guide. */
Rectangle {
    id: foot

    required property bool first
    required property bool last

    signal backed
    signal moved

    implicitHeight: Theme.controlL + 2 * Theme.s16
    color: Theme.surface

    RowLayout {
        anchors.centerIn: parent
        width: Math.min(Theme.px(760), parent.width - 2 * Theme.s24)
        spacing: Theme.s12

        AppButton {
            objectName: "setup.back"
            visible: !foot.first
            implicitHeight: Theme.controlL
            symbol: "back"
            text: qsTr("이전")
            onClicked: foot.backed()
        }

        Item {
            Layout.fillWidth: true
        }

        AppButton {
            objectName: "setup.next"
            Layout.minimumWidth: Theme.px(180)
            focus: true
            kind: "primary"
            text: foot.last ? qsTr("시작하기") : qsTr("다음")
            onClicked: foot.moved()
        }
    }

    Rectangle {
        anchors.top: parent.top
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }
}
