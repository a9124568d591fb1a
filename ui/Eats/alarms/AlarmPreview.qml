pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What the rule being written would have told of in the last two weeks. */
Rectangle {
    id: preview

    required property AlarmEditorViewModel editor
    readonly property string result: editor.previewText

    implicitHeight: column.implicitHeight + 2 * Theme.s16
    radius: Theme.radiusXl
    color: Theme.surfaceAlt
    border.width: Theme.hairline
    border.color: Theme.divider
    onResultChanged: if (result !== "" && editor.canSave)
        found.Accessible.announce(result, Accessible.Polite)

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s16
        spacing: Theme.s12

        TextLine {
            text: qsTr("미리 보기")
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.text2
        }

        TextLine {
            id: found

            objectName: "alarm.preview"
            Layout.fillWidth: true
            visible: text !== ""
            text: preview.result
            font.pixelSize: Theme.titleS
            font.bold: preview.editor.canSave
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        Repeater {
            model: preview.editor.matches

            delegate: ColumnLayout {
                id: match

                required property string whenText
                required property string placeText
                required property string productText
                required property string spokenText

                Layout.fillWidth: true
                spacing: Theme.s2
                Accessible.role: Accessible.StaticText
                Accessible.name: spokenText

                TextLine {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(match.whenText).arg(match.placeText)
                    font.bold: true
                    wrapMode: Text.Wrap
                }

                Words {
                    text: match.productText
                    maximumLineCount: 2
                }
            }
        }

        Words {
            text: preview.editor.moreText
        }

        Words {
            text: preview.editor.aheadText
            font.bold: true
            color: Theme.info
        }

        Words {
            visible: preview.editor.canSave
            text: qsTr("받아 둔 편성에서 찾았어요. 한 조건은 하루에 5번까지 울리고, 더 있으면 알림함에 모아 드려요.")
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
