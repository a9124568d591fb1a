pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Choose channels; those with broadcasts that day come first. */
Popup {
    id: picker

    required property ScheduleViewModel schedule

    width: Math.min(Theme.px(440), (parent?.Window.width ?? 0) - 2 * Theme.s32)
    height: Math.min(Theme.px(560), (parent?.Window.height ?? 0) - Theme.px(200))
    padding: Theme.s12
    modal: true
    focus: true

    background: Rectangle {
        radius: Theme.radiusXl
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }

    contentItem: ColumnLayout {
        spacing: Theme.s8

        RowLayout {
            spacing: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("채널 고르기")
            }

            AppButton {
                text: qsTr("모두 보기")
                kind: "quiet"
                onClicked: picker.schedule.clearChannels()
            }

            IconButton {
                symbol: "x"
                name: qsTr("닫기")
                onClicked: picker.close()
            }
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            model: picker.schedule.channels
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: Scroll {}

            delegate: ChannelButton {
                width: list.width - Theme.s16
                onClicked: picker.schedule.toggleChannel(key)
            }
        }
    }

    component ChannelButton: AbstractButton {
        id: row

        required property string key
        required property string name
        required property string channelNo
        required property string countText
        required property bool isOn
        required property bool hasData
        required property string spokenText

        objectName: "channel." + key
        Accessible.role: Accessible.CheckBox
        Accessible.name: spokenText
        Accessible.checkable: true
        Accessible.checked: isOn
        Accessible.onPressAction: clicked()
        implicitHeight: Theme.controlL
        focusPolicy: Qt.StrongFocus
        Keys.onReturnPressed: clicked()

        background: Rectangle {
            radius: Theme.radiusM
            color: row.hovered ? Theme.surfaceAlt : "transparent"
        }
        contentItem: RowLayout {
            spacing: Theme.s12

            Rectangle {
                Layout.leftMargin: Theme.s8
                implicitWidth: Theme.px(26)
                implicitHeight: implicitWidth
                radius: Theme.radiusS
                color: row.isOn ? Theme.primary : Theme.surface
                border.width: 2
                border.color: row.isOn ? Theme.primary : Theme.outline

                Icon {
                    anchors.centerIn: parent
                    visible: row.isOn
                    size: Theme.px(20)
                    symbol: "check"
                    tint: Theme.primaryInk
                }
            }

            TextLine {
                Layout.fillWidth: true
                text: row.name + " " + row.channelNo
                color: row.hasData ? Theme.text : Theme.text2
            }

            TextLine {
                Layout.rightMargin: Theme.s8
                text: row.countText
                font.pixelSize: Theme.caption
                color: Theme.text2
            }
        }

        FocusRing {
            target: row
        }
    }
}
