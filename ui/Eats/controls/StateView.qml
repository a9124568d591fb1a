pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme

/* What stands where content would be: loading, never fetched, nothing, filtered out, failed. */
Item {
    id: view

    required property string state_
    required property string title
    required property string help
    property string actionText: ""
    property string emptySymbol: "calendar"

    signal acted

    visible: state_ !== "ready" && state_ !== "waiting"
    implicitHeight: column.implicitHeight + 2 * Theme.s32

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s24, Theme.px(560))
        spacing: Theme.s12

        Icon {
            Layout.alignment: Qt.AlignHCenter
            size: Theme.px(56)
            symbol: ({
                    loading: "refresh",
                    error: "warning",
                    filtered: "filter",
                    never: "database"
                })[view.state_] ?? view.emptySymbol
            tint: view.state_ === "error" ? Theme.err : Theme.text2
        }

        TextLine {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: view.title
            font.pixelSize: Theme.titleS
            font.bold: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        TextLine {
            Layout.fillWidth: true
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: view.help
            color: Theme.text2
        }

        AppButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.s8
            visible: view.actionText !== ""
            kind: "primary"
            text: view.actionText
            onClicked: view.acted()
        }
    }
}
