pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How far the order is: the steps taken, when, by whom and why, then those still to come. */
ColumnLayout {
    id: steps

    required property OrderViewModel order

    spacing: 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s12
        text: qsTr("진행 상태")
    }

    Repeater {
        id: repeater

        model: steps.order.steps

        delegate: RowLayout {
            id: step

            required property string key
            required property int index
            required property string kind
            required property string text
            required property string whenText
            required property string whoText
            required property string reason
            required property string spokenText
            readonly property bool ahead: kind === "ahead"
            readonly property color tint: kind === "now" ? Theme.primary : kind === "ended" ? Theme.err : ahead ? Theme.text2 : Theme.ok

            objectName: "order.step." + key
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.s12
            Accessible.role: Accessible.StaticText
            Accessible.name: spokenText

            ColumnLayout {
                Layout.fillHeight: true
                Layout.alignment: Qt.AlignTop
                spacing: 0

                Icon {
                    size: Theme.px(26)
                    symbol: ({
                            done: "check",
                            now: "check",
                            ended: "cancelled"
                        })[step.kind] ?? "clock"
                    tint: step.tint
                }

                Rectangle {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.fillHeight: true
                    Layout.minimumHeight: Theme.s12
                    visible: step.index < repeater.count - 1
                    implicitWidth: Theme.s2
                    color: Theme.divider
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.s12
                Layout.alignment: Qt.AlignTop
                spacing: 0

                TextLine {
                    Layout.fillWidth: true
                    text: step.kind === "now" ? qsTr("%1 (지금)").arg(step.text) : step.text
                    font.bold: !step.ahead
                    color: step.ahead ? Theme.text2 : step.kind === "now" || step.kind === "ended" ? step.tint : Theme.text
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: step.whenText !== ""
                    text: qsTr("%1 · %2").arg(step.whenText).arg(step.whoText)
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: step.reason
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
