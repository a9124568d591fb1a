import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The clock of the step that is shown: what is to go in large figures, start, hold, go on. */
Flow {
    id: clock

    required property CookViewModel cook
    property bool low: false
    readonly property string kind: cook.timerKind
    readonly property string action: ({
            running: qsTr("잠시 멈춤"),
            paused: qsTr("이어서"),
            done: qsTr("다시 재기")
        })[kind] ?? qsTr("%1분 재기").arg(cook.timerMinutes)

    spacing: Theme.s16
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("이 단계의 타이머")

    TextLine {
        objectName: "cook.clock"
        visible: clock.kind !== ""
        text: clock.cook.timerText
        height: start.height
        font.pixelSize: Theme.px(clock.low ? 36 : 48)
        font.bold: true
        color: clock.kind === "done" ? Theme.ok : Theme.text
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    AppButton {
        id: start

        objectName: "cook.timer"
        height: clock.low ? Theme.controlL : Theme.px(64)
        kind: clock.kind === "running" ? "plain" : "selected"
        symbol: clock.kind === "running" ? "pause" : clock.kind === "" ? "clock" : "play"
        text: clock.action
        onClicked: clock.cook.toggleTimer()
    }

    IconButton {
        objectName: "cook.more"
        height: start.height
        visible: clock.kind !== ""
        symbol: "plus"
        name: qsTr("타이머 1분 더")
        onClicked: clock.cook.addMinute(clock.cook.timerKey)
    }

    IconButton {
        objectName: "cook.drop"
        height: start.height
        visible: clock.kind !== ""
        symbol: "x"
        name: qsTr("타이머 치우기")
        onClicked: clock.cook.dropTimer(clock.cook.timerKey)
    }
}
