import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Drawer {
    id: drawer

    required property Navigator navigator
    required property InboxViewModel inbox
    required property CartViewModel cart

    width: Theme.px(260)
    height: parent?.height ?? 0
    enter: Transition {
        NumberAnimation {
            duration: Theme.base
        }
    }
    exit: Transition {
        NumberAnimation {
            duration: Theme.fast
        }
    }

    background: Rectangle {
        color: Theme.surfaceAlt
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.s12
        anchors.topMargin: Theme.s16
        spacing: Theme.s16

        Brand {
            Layout.leftMargin: Theme.s8
        }

        NavScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            navigator: drawer.navigator
            inbox: drawer.inbox
            cart: drawer.cart
            onChosen: drawer.close()
        }
    }
}
