pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The clocks of the other steps in one row: what is to go, hold, a minute more, put away. */
ListView {
    id: strip

    required property CookViewModel cook

    objectName: "cook.timers"
    visible: count > 0
    implicitHeight: Theme.control + Theme.s4
    orientation: ListView.Horizontal
    model: strip.cook.timers
    spacing: Theme.s8
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("다른 단계의 타이머 %1개").arg(count)

    delegate: Rectangle {
        id: clock

        required property string key
        required property string kind
        required property string label
        required property string leftText
        required property string spokenText
        readonly property color ink: kind === "done" ? Theme.ok : kind === "paused" ? Theme.warn : Theme.info

        objectName: "cook.timer." + key
        width: row.implicitWidth + Theme.s16
        height: strip.height
        radius: Theme.radiusL
        color: Theme.mode === "contrast" ? Theme.surface : kind === "done" ? Theme.okSoft : kind === "paused" ? Theme.warnSoft : Theme.infoSoft
        border.width: Theme.hairline
        border.color: ink
        Accessible.role: Accessible.ListItem
        Accessible.name: spokenText

        RowLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s12
            spacing: Theme.s4

            TextLine {
                text: clock.label
                font.pixelSize: Theme.caption
                color: clock.ink
            }

            TextLine {
                Layout.minimumWidth: Theme.px(64)
                text: clock.leftText
                font.pixelSize: Theme.titleS
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                color: clock.ink
            }

            IconButton {
                objectName: "cook.hold." + clock.key
                symbol: clock.kind === "running" ? "pause" : "play"
                tint: clock.ink
                name: (clock.kind === "running" ? qsTr("%1 타이머 멈춤") : qsTr("%1 타이머 이어서")).arg(clock.label)
                onClicked: strip.cook.toggleTimerOf(clock.key)
            }

            IconButton {
                objectName: "cook.more." + clock.key
                symbol: "plus"
                tint: clock.ink
                name: qsTr("%1 타이머 1분 더").arg(clock.label)
                onClicked: strip.cook.addMinute(clock.key)
            }

            IconButton {
                objectName: "cook.drop." + clock.key
                symbol: "x"
                tint: clock.ink
                name: qsTr("%1 타이머 치우기").arg(clock.label)
                onClicked: strip.cook.dropTimer(clock.key)
            }
        }
    }
}
