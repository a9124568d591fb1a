pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

StepPage {
    id: step

    required property SyncViewModel sync
    readonly property string kind: sync.firstKind
    readonly property bool asks: kind === "idle" || kind === "failed" || kind === "partly"

    title: qsTr("첫 편성표를 받을게요")
    help: qsTr("홈쇼핑마다 공개한 오늘부터 일주일의 식품 방송을 이 컴퓨터로 받아 와요. 몇 분쯤 걸려요.")
    Component.onCompleted: sync.refresh()

    Panel {
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.s8
            spacing: Theme.s16

            Icon {
                Layout.alignment: Qt.AlignTop
                size: Theme.iconL
                symbol: ({
                        done: "check",
                        partly: "check",
                        failed: "warning",
                        running: "refresh"
                    })[step.kind] ?? "database"
                tint: state_.color
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                TextLine {
                    id: state_

                    objectName: "setup.fetchState"
                    Layout.fillWidth: true
                    text: step.sync.firstTitle
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.titleS
                    font.bold: true
                    color: ({
                            done: Theme.ok,
                            partly: Theme.ok,
                            failed: Theme.warn,
                            running: Theme.info
                        })[step.kind] ?? Theme.text
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                Note {
                    Layout.fillWidth: true
                    text: step.sync.firstHelp
                }
            }
        }

        Note {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s8
            visible: step.sync.running
            text: step.sync.progressText
        }

        ProgressLine {
            Layout.leftMargin: Theme.s8
            Layout.rightMargin: Theme.s8
            visible: step.sync.running
            value: step.sync.progress
            words: step.sync.progressText
        }

        Note {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s8
            visible: step.kind === "failed"
            text: qsTr("인터넷이 연결됐는지 살펴보고 다시 눌러 주세요. 지금 시작하셔도 돼요. 연결되면 스스로 다시 받아요.")
        }

        AppButton {
            objectName: "setup.fetch"
            Layout.leftMargin: Theme.s8
            Layout.bottomMargin: Theme.s8
            visible: step.asks || step.sync.running
            symbol: step.sync.running ? "x" : "refresh"
            text: step.sync.running ? qsTr("멈추기") : step.kind === "idle" ? qsTr("지금 받기") : qsTr("다시 시도")
            onClicked: step.sync.running ? step.sync.cancel() : step.sync.fetch()
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: width < Theme.px(560) ? 1 : 2
        columnSpacing: Theme.s24
        rowSpacing: Theme.s12

        Repeater {
            model: step.sync.sources

            delegate: ColumnLayout {
                id: source

                required property string title
                required property string kind
                required property string statusText

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    text: source.title
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                StatusWord {
                    Layout.fillWidth: true
                    kind: source.kind
                    words: source.statusText
                }
            }
        }
    }
}
