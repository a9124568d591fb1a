pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme

StepPage {
    id: step

    required property LookViewModel look

    title: qsTr("어떤 화면 색이 편하세요?")
    help: qsTr("낮에는 밝게, 밤에는 어둡게가 편해요. 글자가 흐려 보이면 고대비를 골라 보세요.")

    GridLayout {
        id: grid

        Layout.fillWidth: true
        columns: width < Theme.px(600) ? 2 : 4
        columnSpacing: Theme.s12
        rowSpacing: Theme.s12

        Repeater {
            model: [
                {
                    theme: "light",
                    label: qsTr("밝게")
                },
                {
                    theme: "dark",
                    label: qsTr("어둡게")
                },
                {
                    theme: "contrast",
                    label: qsTr("고대비")
                },
                {
                    theme: "system",
                    label: qsTr("컴퓨터와 같게")
                }
            ]

            delegate: ChoiceTile {
                id: tile

                required property var modelData

                objectName: "setup.theme." + modelData.theme
                text: modelData.label
                on: step.look.theme === modelData.theme
                onClicked: step.look.chooseTheme(modelData.theme)

                ThemeSwatch {
                    theme: tile.modelData.theme
                }
            }
        }
    }

    SampleLine {}
}
