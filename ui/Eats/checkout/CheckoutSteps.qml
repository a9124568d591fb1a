pragma ComponentBehavior: Bound

import QtQuick
import Eats.theme
import Eats.controls

/* The four steps in words; the present one is bold, underlined and named to the reader. */
Flow {
    id: steps

    required property int step
    required property string stepText
    readonly property list<string> names: [qsTr("1/4 확인"), qsTr("2/4 동의"), qsTr("3/4 결제"), qsTr("4/4 결과")]

    objectName: "checkout.steps"
    spacing: Theme.s8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("지금 단계: %1").arg(stepText)

    Repeater {
        model: steps.names

        delegate: Row {
            id: part

            required property string modelData
            required property int index
            readonly property bool now: index + 1 === steps.step

            spacing: Theme.s8

            TextLine {
                visible: part.index > 0
                text: "→"
                color: Theme.text2
            }

            TextLine {
                text: part.modelData
                font.bold: part.now
                font.underline: part.now
                color: part.now ? Theme.primary : Theme.text2
            }
        }
    }
}
