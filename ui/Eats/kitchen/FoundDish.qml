pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A dish that was found: what it uses of what is at hand, and each food it lacks, to be bought. */
ListLine {
    id: line

    required property string title
    required property string factsText
    required property string whyText
    required property var used
    required property var missing
    required property string missingText
    required property string moreText
    required property string drawing

    signal buyWanted(string food)
    signal allWanted

    objectName: "dish." + key
    implicitHeight: row.implicitHeight + 2 * Theme.s16
    Accessible.description: qsTr("누르면 레시피를 열어요")

    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s16
            spacing: Theme.s16

            FoodPicture {
                Layout.preferredWidth: Theme.px(line.width < Theme.px(440) ? 64 : 96)
                Layout.preferredHeight: Layout.preferredWidth
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: line.used.length + line.missing.length > 0 ? Qt.AlignTop : Qt.AlignVCenter
                spacing: Theme.s8

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.pixelSize: Theme.titleS
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                Small {
                    text: [line.factsText, line.whyText].join(line.factsText !== "" && line.whyText !== "" ? " · " : "")
                }

                Flow {
                    id: there

                    Layout.fillWidth: true
                    visible: line.used.length > 0
                    spacing: Theme.s8

                    Repeater {
                        model: line.used

                        delegate: WordTag {
                            required property string modelData

                            words: modelData
                            widest: there.width
                        }
                    }
                }

                Small {
                    text: line.missingText
                }

                Flow {
                    Layout.fillWidth: true
                    visible: line.missing.length > 0
                    spacing: Theme.s8

                    Repeater {
                        model: line.missing

                        delegate: MissingChip {
                            required property string modelData

                            objectName: "dish.buy." + line.key + "." + modelData
                            text: modelData
                            focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                            onClicked: line.buyWanted(modelData)
                        }
                    }

                    MissingChip {
                        objectName: "dish.more." + line.key
                        visible: text !== ""
                        text: line.moreText
                        Accessible.name: qsTr("%1, 눌러서 없는 재료 모두 보기").arg(text)
                        focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                        onClicked: line.allWanted()
                    }
                }
            }

            Icon {
                Layout.alignment: Qt.AlignTop
                symbol: "chevron-right"
                tint: Theme.text2
            }
        }
    }

    component Small: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
}
