import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Rectangle {
    id: rail

    required property Navigator navigator
    required property InboxViewModel inbox
    required property CartViewModel cart
    required property bool wide

    implicitWidth: wide ? Theme.px(208) : Theme.px(104)
    color: Theme.surfaceAlt
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("화면 고르기")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.s8
        spacing: Theme.s12

        Brand {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            Layout.leftMargin: Theme.s8
            Layout.bottomMargin: Theme.s8
            small: !rail.wide
        }

        NavScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            navigator: rail.navigator
            inbox: rail.inbox
            cart: rail.cart
            upright: !rail.wide
        }
    }

    Rectangle {
        anchors.right: parent.right
        height: parent.height
        width: Theme.hairline
        color: Theme.divider
    }
}
