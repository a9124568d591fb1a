import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A counterpart on a shelf: why it is here, what it costs, how that compares. */
ListLine {
    id: line

    required property string name
    required property string sellerText
    required property string whenText
    required property string stateKind
    required property string stateText
    required property bool isLive
    required property string reasonText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string unitPriceText
    required property string comparisonKind
    required property string comparisonText
    required property string photoUrl
    required property string drawing

    objectName: "shelf." + key
    live: isLive
    implicitHeight: row.implicitHeight + 2 * Theme.s12

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
                Layout.preferredWidth: Theme.px(84)
                Layout.preferredHeight: Theme.px(84)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s4

                Flow {
                    Layout.fillWidth: true
                    visible: line.whenText !== ""
                    spacing: Theme.s8

                    TextLine {
                        id: when

                        width: Math.min(implicitWidth, parent.width)
                        text: line.whenText
                        font.bold: true
                    }

                    StateBadge {
                        visible: line.stateKind !== "upcoming"
                        kind: line.stateKind
                        words: line.stateText
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.sellerText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                PriceLabel {
                    Layout.fillWidth: true
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                Flow {
                    Layout.fillWidth: true
                    visible: line.unitPriceText !== ""
                    spacing: Theme.s8

                    TextLine {
                        text: line.unitPriceText
                        font.pixelSize: Theme.caption
                        color: Theme.text2
                    }

                    TextLine {
                        visible: text !== ""
                        text: line.comparisonText
                        font.pixelSize: Theme.caption
                        font.bold: true
                        color: line.comparisonKind === "" ? Theme.text2 : Theme.tone(line.comparisonKind)
                    }
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.reasonText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }

            Icon {
                symbol: "chevron-right"
                tint: Theme.text2
            }
        }
    }
}
