pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* By how much there is of one ingredient: which one, how much, and for how many that is enough. */
Popup {
    id: popup

    required property RecipeScaleViewModel portions

    function use() {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        popup.portions.use();
        popup.close();
    }

    width: Math.min(Theme.px(560), (parent?.width ?? 0) - 2 * Theme.s16)
    height: Math.min(head.implicitHeight + page.wanted + foot.implicitHeight + 4 * Theme.s16, (parent?.height ?? 0) - 2 * Theme.s16)
    anchors.centerIn: parent
    padding: 0
    modal: true
    focus: true
    onOpened: {
        amount.clear();
        amount.forceActiveFocus();
    }

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
            id: head

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("가진 양에 맞추기")
            }

            IconButton {
                objectName: "leftover.close"
                symbol: "x"
                name: qsTr("닫기")
                onClicked: popup.close()
            }
        }

        ScrollPage {
            id: page

            readonly property real wanted: body.implicitHeight + 2 * edge

            objectName: "leftover.page"
            Layout.fillWidth: true
            Layout.fillHeight: true
            edge: Theme.s24
            widest: popup.width

            ColumnLayout {
                id: body

                Layout.fillWidth: true
                spacing: Theme.s12

                TextLine {
                    Layout.fillWidth: true
                    text: qsTr("어떤 재료가 얼마나 있나요?")
                    wrapMode: Text.Wrap
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8
                    Accessible.role: Accessible.Grouping
                    Accessible.name: qsTr("재료")

                    Repeater {
                        model: popup.portions.choices

                        delegate: Option {
                            required property string key
                            required text
                            required property bool isOn

                            objectName: "leftover." + key
                            on: isOn
                            Accessible.role: Accessible.RadioButton
                            onClicked: {
                                popup.portions.choose(key);
                                popup.portions.write(amount.text);
                            }
                        }
                    }
                }

                EntryField {
                    id: amount

                    objectName: "leftover.amount"
                    Layout.fillWidth: true
                    placeholderText: qsTr("예: 600g, 2개")
                    maximumLength: 40
                    onWritten: words => popup.portions.write(words)
                    onAccepted: if (popup.portions.canUse)
                        popup.use()
                }

                TextLine {
                    Layout.fillWidth: true
                    text: popup.portions.neededText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                TextLine {
                    objectName: "leftover.answer"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: popup.portions.leftoverText
                    font.bold: true
                    wrapMode: Text.Wrap
                    color: popup.portions.canUse ? Theme.ok : Theme.warn
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                    onTextChanged: Accessible.announce(popup.portions.leftoverText, Accessible.Polite)
                }
            }
        }

        RowLayout {
            id: foot

            Layout.fillWidth: true
            Layout.margins: Theme.s16
            spacing: Theme.s8

            Item {
                Layout.fillWidth: true
            }

            AppButton {
                objectName: "leftover.use"
                kind: "primary"
                text: qsTr("이 양으로 맞추기")
                enabled: popup.portions.canUse
                onClicked: popup.use()
            }
        }
    }
}
