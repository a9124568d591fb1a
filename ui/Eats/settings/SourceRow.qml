import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* One source of data: what it gives, how it does, and whether it is asked at all. */
ColumnLayout {
    id: row

    required property SyncViewModel sync
    required property string key
    required property string groupText
    required property string title
    required property string channelsText
    required property string kind
    required property string lampText
    required property string statusText
    required property string helpText
    required property string lastText
    required property string coverageText
    required property string trialText
    required property string overrideText
    required property string address
    required property string versionText
    required property string countText
    required property string detailText
    required property bool isEnabled
    required property bool isPaused
    required property string spokenText
    property bool open: false

    Layout.fillWidth: true
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    spacing: Theme.s4

    Line {
        Layout.bottomMargin: Theme.s4
    }

    TextLine {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: text !== ""
        text: row.groupText
        font.pixelSize: Theme.titleS
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Toggle {
        objectName: "settings.source." + row.key
        Layout.fillWidth: true
        text: row.trialText === "" ? row.title : qsTr("%1 (%2)").arg(row.title).arg(row.trialText)
        help: row.channelsText
        on: row.isEnabled
        Accessible.name: qsTr("%1에서 받기").arg(text)
        Accessible.description: row.spokenText
        onClicked: row.sync.enable(row.key, !on)
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        Layout.rightMargin: Theme.s8
        Layout.bottomMargin: Theme.s8
        spacing: Theme.s4

        StatusWord {
            Layout.fillWidth: true
            kind: row.kind
            words: row.lampText + " · " + row.statusText
        }

        Repeater {
            model: [row.helpText, row.coverageText, row.lastText]

            delegate: Note {
                required property string modelData

                Layout.fillWidth: true
                visible: text !== ""
                text: modelData
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
            spacing: Theme.s8

            AppButton {
                objectName: "settings.source.fetch." + row.key
                visible: row.isEnabled
                enabled: !row.sync.running
                symbol: "refresh"
                text: row.isPaused ? qsTr("다시 켜기") : qsTr("지금 갱신")
                Accessible.name: qsTr("%1: %2").arg(row.title).arg(text)
                onClicked: row.sync.fetchOne(row.key)
            }

            AppButton {
                objectName: "settings.source.more." + row.key
                kind: "quiet"
                symbol: row.open ? "minus" : "plus"
                text: row.open ? qsTr("접기") : qsTr("자세히")
                Accessible.name: qsTr("%1: %2").arg(row.title).arg(text)
                onClicked: row.open = !row.open
            }
        }

        Repeater {
            model: row.open ? [row.overrideText, row.address, row.versionText + " · " + row.countText, row.detailText] : []

            delegate: Note {
                required property string modelData

                Layout.fillWidth: true
                visible: text !== ""
                text: modelData
                wrapMode: Text.Wrap
            }
        }
    }
}
