import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A food at home: how much, until when, and what can be done with it. */
ListLine {
    id: line

    required property string name
    required property string foodText
    required property string amountText
    required property string dueKind
    required property string dueText
    required property string suggestText
    required property string originText
    required property string drawing
    required property bool canCook
    readonly property bool narrow: width < Theme.px(620)

    signal cookWanted
    signal suggestTaken
    signal removed

    objectName: "pantry." + key
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("누르면 양과 기한을 고쳐요. Delete로 빼요")
    Keys.onDeletePressed: removed()

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 3
            columnSpacing: Theme.s12
            rowSpacing: Theme.s8

            FoodPicture {
                Layout.preferredWidth: Theme.px(64)
                Layout.preferredHeight: Theme.px(64)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: [line.name, line.amountText].join(" ").trim()
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: [line.foodText, line.originText].join(line.foodText !== "" && line.originText !== "" ? " · " : "")
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    WordTag {
                        visible: line.dueKind !== ""
                        words: line.dueText
                        symbol: line.dueKind === "ok" ? "clock" : "warning"
                        kind: line.dueKind
                    }

                    TextLine {
                        height: Math.max(implicitHeight, suggest.visible ? suggest.height : 0)
                        visible: line.dueKind === ""
                        text: line.dueText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }

                    AppButton {
                        id: suggest

                        objectName: "pantry.suggest." + line.key
                        visible: line.suggestText !== ""
                        focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                        symbol: "clock"
                        text: line.suggestText
                        Accessible.description: qsTr("누르면 이 날을 기한으로 적어요")
                        onClicked: line.suggestTaken()
                    }
                }
            }

            Flow {
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.fillWidth: line.narrow
                Layout.preferredWidth: line.narrow ? -1 : cook.implicitWidth + Theme.control + spacing
                Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
                layoutDirection: Qt.RightToLeft
                spacing: Theme.s8

                IconButton {
                    objectName: "pantry.remove." + line.key
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "x"
                    name: qsTr("빼기: %1").arg(line.name)
                    onClicked: line.removed()
                }

                AppButton {
                    id: cook

                    objectName: "pantry.cook." + line.key
                    visible: line.canCook
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "bowl"
                    text: qsTr("요리 찾기")
                    Accessible.name: qsTr("이 재료로 요리 찾기: %1").arg(line.name)
                    onClicked: line.cookWanted()
                }
            }
        }
    }
}
