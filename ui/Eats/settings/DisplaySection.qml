pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Section {
    id: section

    required property LookViewModel look

    title: qsTr("화면")
    symbol: "text-size"

    Field {
        title: qsTr("글자 크기")
        help: qsTr("지금 %1%예요. 키보드의 Ctrl과 +, −, 0을 함께 눌러도 바뀌어요.").arg(section.look.textScale)

        Segmented {
            objectName: "settings.size"
            Layout.fillWidth: true
            name: qsTr("글자 크기")
            options: section.look.textSteps.map(step => ({
                        value: step,
                        label: qsTr("%1%").arg(step)
                    }))
            current: String(section.look.textScale)
            onChosen: value => section.look.chooseTextScale(Number(value))
        }

        SampleLine {}
    }

    Line {}

    Field {
        title: qsTr("화면 색")
        help: qsTr("글자가 흐려 보이면 고대비를 골라 보세요.")

        Segmented {
            objectName: "settings.theme"
            Layout.fillWidth: true
            name: qsTr("화면 색")
            options: [
                {
                    value: "system",
                    label: qsTr("컴퓨터와 같게")
                },
                {
                    value: "light",
                    label: qsTr("밝게")
                },
                {
                    value: "dark",
                    label: qsTr("어둡게")
                },
                {
                    value: "contrast",
                    label: qsTr("고대비")
                }
            ]
            current: section.look.theme
            onChosen: value => section.look.chooseTheme(value)
        }
    }

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: text !== ""
        kind: "error"
        text: section.look.problem
    }

    Line {}

    Toggle {
        objectName: "settings.motion"
        Layout.fillWidth: true
        text: qsTr("움직임 줄이기")
        help: qsTr("화면이 미끄러지거나 천천히 바뀌지 않고 바로 바뀌어요.")
        on: section.look.reduceMotion
        onClicked: section.look.setReduceMotion(!on)
    }

    Toggle {
        objectName: "settings.letters"
        Layout.fillWidth: true
        text: qsTr("한 글자 단축키")
        help: qsTr("목록에서 글쇠 하나로 찜하거나 지금 방송으로 옮겨 가요. 실수로 눌린다면 꺼 주세요.")
        on: section.look.letterShortcuts
        onClicked: section.look.setLetterShortcuts(!on)
    }
}
