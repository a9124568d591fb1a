import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.theme

/* A setting that is on or off: the whole line is the target, the state is a word as well. */
AbstractButton {
    id: control

    required property bool on
    property string help: ""
    readonly property string word: on ? qsTr("켜짐") : qsTr("꺼짐")

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: help
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: clicked()
    Accessible.onToggleAction: clicked()
    implicitHeight: Math.max(Theme.controlL, row.implicitHeight + 2 * Theme.s8)
    implicitWidth: row.implicitWidth + 2 * Theme.s8
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusL
        color: control.hovered || control.down ? Theme.surfaceAlt : "transparent"
    }
    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.s8
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s16

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    text: control.text
                    wrapMode: Text.Wrap
                    font.bold: true
                    color: control.enabled ? Theme.text : Theme.text2
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: control.help
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }
            }

            TextLine {
                text: control.word
                font.pixelSize: Theme.caption
                font.bold: true
                color: control.on ? Theme.primary : Theme.text2
            }

            Rectangle {
                Layout.preferredWidth: Theme.px(56)
                Layout.preferredHeight: Theme.px(32)
                opacity: control.enabled ? 1 : 0.5
                radius: height / 2
                color: control.on ? Theme.primary : Theme.surface
                border.width: 2
                border.color: control.on ? Theme.primary : Theme.outline

                Rectangle {
                    x: control.on ? parent.width - width - Theme.s4 : Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    height: parent.height - 2 * Theme.s4
                    width: height
                    radius: height / 2
                    color: control.on ? Theme.primaryInk : Theme.outline

                    Behavior on x {
                        NumberAnimation {
                            duration: Theme.fast
                        }
                    }
                }
            }
        }
    }

    FocusRing {
        target: control
    }
}
