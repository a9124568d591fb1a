pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

StepPage {
    id: step

    required property LookViewModel look

    title: qsTr("글자가 편하게 보이나요?")
    help: qsTr("눌러 보시면 화면 전체가 바로 바뀌어요. 편한 크기를 골라 주세요.")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s12

        Repeater {
            model: [
                {
                    percent: 100,
                    label: qsTr("보통")
                },
                {
                    percent: 130,
                    label: qsTr("크게")
                },
                {
                    percent: 150,
                    label: qsTr("아주 크게")
                }
            ]

            delegate: ChoiceTile {
                id: tile

                required property var modelData

                objectName: "setup.size." + modelData.percent
                text: modelData.label
                on: step.look.textScale === modelData.percent
                onClicked: step.look.chooseTextScale(modelData.percent)

                TextLine {
                    anchors.centerIn: parent
                    text: qsTr("가나다")
                    font.pixelSize: Theme.px(24 * tile.modelData.percent / 100 / Theme.scale)
                    font.bold: true
                    color: tile.on && Theme.mode !== "contrast" ? Theme.primarySoftInk : Theme.text
                }
            }
        }
    }

    SampleLine {}
}
