import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* One order of the list: how far it is, what it was, what it cost. */
ListLine {
    id: line

    required property string timeText
    required property string title
    required property string stateKind
    required property string stateText
    required property string totalText
    required property string piecesText
    required property string noteText
    required property string drawing
    readonly property bool narrow: width < Theme.px(620)

    objectName: "order." + key
    faded: noteText !== ""
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("누르면 이 주문을 자세히 보여 드려요")

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 4
            columnSpacing: Theme.s16
            rowSpacing: Theme.s8

            FoodPicture {
                Layout.preferredWidth: Theme.px(72)
                Layout.preferredHeight: Layout.preferredWidth
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    OrderBadge {
                        kind: line.stateKind
                        words: line.stateText
                    }

                    TextLine {
                        visible: text !== ""
                        text: line.noteText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    color: line.faded ? Theme.text2 : Theme.text
                }

                TextLine {
                    Layout.fillWidth: true
                    text: qsTr("%1 · 주문 %2").arg(line.timeText).arg(line.key)
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }

            ColumnLayout {
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
                spacing: Theme.s4

                TextLine {
                    Layout.alignment: Qt.AlignRight
                    text: line.totalText
                    font.pixelSize: Theme.priceM
                    font.bold: true
                    color: line.faded ? Theme.text2 : Theme.primary
                }

                TextLine {
                    Layout.alignment: Qt.AlignRight
                    text: line.piecesText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }
            }

            Icon {
                Layout.alignment: Qt.AlignVCenter
                visible: !line.narrow
                symbol: "chevron-right"
                tint: Theme.text2
            }
        }
    }
}
