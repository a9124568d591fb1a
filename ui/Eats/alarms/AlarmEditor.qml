pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* The editor of a standing alarm over the window; form and preview beside each other where there is room. */
Popup {
    id: popup

    required property AlarmEditorViewModel editor
    readonly property bool beside: width > Theme.px(700)

    function save() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.editor.save();
    }

    width: Math.min(Theme.px(920), (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(Theme.px(640), (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    visible: editor.isOpen
    onClosed: editor.close()

    Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusXl
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.outline
    }

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8
            spacing: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: popup.editor.title
            }

            IconButton {
                objectName: "alarm.close"
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.editor.close()
            }
        }

        ScrollPage {
            objectName: "alarm.page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            widest: popup.width

            GridLayout {
                Layout.fillWidth: true
                columns: popup.beside ? 2 : 1
                columnSpacing: Theme.s32
                rowSpacing: Theme.s24

                AlarmForm {
                    id: form

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    editor: popup.editor
                    onSubmitted: if (popup.editor.canSave)
                        popup.save()

                    Connections {
                        target: popup
                        function onOpened() {
                            form.begin();
                        }
                    }
                }

                AlarmPreview {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    editor: popup.editor
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.hairline
            color: Theme.divider
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.s12
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            spacing: Theme.s12

            TextLine {
                Layout.fillWidth: true
                text: popup.beside || !popup.editor.canSave ? "" : popup.editor.previewText
                font.pixelSize: Theme.caption
                font.bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }

            AppButton {
                objectName: "alarm.cancel"
                Layout.preferredHeight: Theme.controlL
                text: qsTr("그만두기")
                onClicked: popup.editor.close()
            }

            AppButton {
                objectName: "alarm.save"
                kind: "primary"
                symbol: "bell"
                text: qsTr("저장")
                enabled: popup.editor.canSave
                onClicked: popup.save()
            }
        }
    }
}
