pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* Where in the first-run guide one is, in words, and the way out. */
Rectangle {
    id: head

    required property string words
    required property int step
    required property int steps

    signal skipped

    implicitHeight: row.implicitHeight + 2 * Theme.s12
    color: Theme.surface

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.s24
        anchors.rightMargin: Theme.s12
        spacing: Theme.s16

        Brand {
            Layout.fillWidth: false
            visible: head.width >= Theme.px(760)
        }

        Item {
            Layout.fillWidth: true
            implicitHeight: place.implicitHeight

            Column {
                id: place

                x: head.width < Theme.px(760) ? 0 : (parent.width - width) / 2
                spacing: Theme.s4

                TextLine {
                    objectName: "setup.where"
                    text: head.words
                    font.bold: true
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                Row {
                    spacing: Theme.s4

                    Repeater {
                        model: head.steps

                        delegate: Rectangle {
                            required property int index

                            width: Theme.px(32)
                            height: Theme.px(6)
                            radius: height / 2
                            color: index <= head.step ? Theme.primary : Theme.surfaceAlt
                            border.width: index <= head.step ? 0 : Theme.hairline
                            border.color: Theme.outline
                        }
                    }
                }
            }
        }

        AppButton {
            objectName: "setup.skip"
            kind: "quiet"
            text: qsTr("건너뛰기")
            Accessible.description: qsTr("안내를 마치고 바로 시작해요. 고른 것은 설정에서 언제든 바꿀 수 있어요.")
            onClicked: head.skipped()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }
}
