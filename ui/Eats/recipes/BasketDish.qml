pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A dish from a basket: how many of its foods are there, in the cart, or missing. */
ListLine {
    id: line

    required property string title
    required property string factsText
    required property string haveText
    required property string cartText
    required property string missingText
    required property string drawing

    objectName: "basket.dish." + key
    implicitHeight: row.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("누르면 레시피를 열어요")

    contentItem: Item {
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            spacing: Theme.s16

            FoodPicture {
                Layout.preferredWidth: Theme.px(72)
                Layout.preferredHeight: Theme.px(72)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s8

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.factsText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.s8

                    Count {
                        kind: "have"
                        words: line.haveText
                    }

                    Count {
                        kind: "cart"
                        words: line.cartText
                    }

                    Count {
                        kind: "missing"
                        words: line.missingText
                    }
                }
            }

            Icon {
                symbol: "chevron-right"
                tint: Theme.text2
            }
        }
    }

    component Count: AvailabilityBadge {
        visible: words !== ""
    }
}
