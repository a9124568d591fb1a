pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

Section {
    id: section

    required property SyncViewModel sync

    title: qsTr("데이터 출처")
    symbol: "database"
    intro: qsTr("홈쇼핑마다 공개한 편성표를 받아 와요. 어느 한 곳이 되지 않아도 그곳에서 마지막으로 받은 정보는 지우지 않고 그대로 보여 드려요.")

    GridLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.s8
        columns: section.width < Theme.px(520) ? 1 : 2
        columnSpacing: Theme.s16
        rowSpacing: Theme.s12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s4

            TextLine {
                Layout.fillWidth: true
                text: section.sync.running ? section.sync.progressText : section.sync.freshText
                wrapMode: Text.Wrap
                font.pixelSize: Theme.titleS
                font.bold: true
                color: section.sync.running ? Theme.info : Theme.tone(section.sync.freshKind)
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            Note {
                Layout.fillWidth: true
                text: section.sync.running ? qsTr("받는 동안에도 다른 화면을 보셔도 돼요.") : qsTr("오늘 편성은 세 시간마다 새로 받아요.")
            }
        }

        AppButton {
            objectName: "settings.fetch"
            Layout.alignment: Qt.AlignVCenter
            kind: section.sync.running ? "plain" : "primary"
            symbol: section.sync.running ? "x" : "refresh"
            text: section.sync.running ? qsTr("멈추기") : qsTr("지금 갱신")
            onClicked: section.sync.running ? section.sync.cancel() : section.sync.fetch()
        }

        ProgressLine {
            Layout.columnSpan: parent.columns
            visible: section.sync.running
            value: section.sync.progress
            words: section.sync.progressText
        }
    }

    Repeater {
        model: section.sync.sources

        delegate: SourceRow {
            sync: section.sync
        }
    }

    Line {}

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        text: qsTr("출처를 켜고 끈 것은 다음에 받을 때부터 적용돼요.")
    }
}
