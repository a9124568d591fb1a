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
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.s12
        y: Theme.s16
        spacing: Theme.s16

        Brand {
            Layout.leftMargin: Theme.s8
        }

        NavList {
            Layout.fillWidth: true
            navigator: drawer.navigator
            inbox: drawer.inbox
            onChosen: drawer.close()
        }
    }
}
