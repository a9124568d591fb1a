import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* One standing alarm: what it waits for, what it finds next, its switch. Opens what it finds. */
ListLine {
    id: line

    required property int ruleId
    required property string title
    required property string kindText
    required property string limitText
    required property string broadcast
    required property string nextText
    required property string productText
    required property bool isLive
    required property bool isOn
    readonly property bool narrow: width < Theme.px(680)

    signal switched(bool on)
    signal edited
    signal removed

    objectName: "rule." + key
    live: isLive && isOn
    faded: !isOn
    implicitHeight: grid.implicitHeight + 2 * Theme.s16
    Accessible.description: qsTr("Delete를 누르면 조건을 지워요")
    Keys.onDeletePressed: removed()

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s16
            columns: line.narrow ? 1 : 2
            columnSpacing: Theme.s24
            rowSpacing: Theme.s8

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    Icon {
                        symbol: line.isOn ? "bell" : "bell-off"
                        tint: line.isOn ? Theme.primary : Theme.text2
                    }

                    TextLine {
                        Layout.fillWidth: true
                        text: qsTr("‘%1’").arg(line.title)
                        font.pixelSize: Theme.titleS
                        font.bold: true
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        color: line.isOn ? Theme.text : Theme.text2
                    }
                }

                Words {
                    text: line.limitText === "" ? line.kindText : qsTr("%1 · %2").arg(line.kindText).arg(line.limitText)
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.nextText
                    wrapMode: Text.Wrap
                    font.bold: line.broadcast !== ""
                    color: !line.isOn || line.broadcast === "" ? Theme.text2 : line.isLive ? Theme.live : Theme.text
                }

                Words {
                    text: line.productText
                }
            }

            GridLayout {
                Layout.fillWidth: line.narrow
                columns: line.narrow && line.width < Theme.px(440) ? 2 : line.narrow ? 3 : 2
                columnSpacing: Theme.s8
                rowSpacing: Theme.s4

                Toggle {
                    objectName: "rule.switch." + line.key
                    Layout.fillWidth: true
                    Layout.columnSpan: parent.columns === 2 ? 2 : 1
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    text: qsTr("알림")
                    on: line.isOn
                    Accessible.name: qsTr("알림: %1").arg(line.title)
                    onClicked: line.switched(!on)
                }

                AppButton {
                    objectName: "rule.edit." + line.key
                    Layout.fillWidth: parent.columns === 2
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    text: qsTr("고치기")
                    Accessible.name: text + ": " + line.title
                    onClicked: line.edited()
                }

                AppButton {
                    objectName: "rule.remove." + line.key
                    Layout.fillWidth: parent.columns === 2
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "x"
                    text: qsTr("지우기")
                    Accessible.name: text + ": " + line.title
                    onClicked: line.removed()
                }
            }
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
