import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* The address of one channel's live picture, to be typed and kept. */
ColumnLayout {
    id: field

    required property PlaybackViewModel playback
    required property string key
    required property string title
    required property string address
    required property string problem
    readonly property bool isNew: entry.text.trim() !== address

    Layout.fillWidth: true
    spacing: Theme.s4

    TextLine {
        Layout.fillWidth: true
        text: field.title
        font.bold: true
        wrapMode: Text.Wrap
    }

    GridLayout {
        Layout.fillWidth: true
        columns: field.width < Theme.px(440) ? 1 : 2
        columnSpacing: Theme.s8
        rowSpacing: Theme.s8

        EntryField {
            id: entry

            objectName: "playback.address." + field.key
            Layout.fillWidth: true
            text: field.address
            placeholderText: qsTr("영상 주소 (https…m3u8)")
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
            Accessible.name: qsTr("%1 영상 주소").arg(field.title)
            onAccepted: field.playback.setAddress(field.key, text)
        }

        AppButton {
            objectName: "playback.keep." + field.key
            enabled: field.isNew
            text: qsTr("저장")
            Accessible.name: qsTr("%1 영상 주소 저장").arg(field.title)
            onClicked: field.playback.setAddress(field.key, entry.text)
        }
    }

    Note {
        Layout.fillWidth: true
        visible: text !== ""
        kind: "error"
        text: field.problem
    }
}
