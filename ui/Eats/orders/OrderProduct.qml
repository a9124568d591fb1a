import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* One line of an order: what it was, how many at which price; opens the product. */
ListLine {
    id: line

    required property string product
    required property string name
    required property string brand
    required property string eachText
    required property string listText
    required property string discountText
    required property string sumText
    required property string drawing
    required property string recipe
    required property string recipeText
    readonly property bool narrow: width < Theme.px(520)

    signal recipeWanted

    objectName: "order.line." + key
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("누르면 상품을 보여 드려요")

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
                Layout.preferredHeight: Layout.preferredWidth
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.eachText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }

                Flow {
                    Layout.fillWidth: true
                    visible: line.listText !== ""
                    spacing: Theme.s8

                    TextLine {
                        text: line.discountText
                        font.pixelSize: Theme.caption
                        font.bold: true
                        color: Theme.live
                    }

                    TextLine {
                        text: line.listText
                        font.pixelSize: Theme.caption
                        font.strikeout: true
                        color: Theme.text2
                    }
                }

                AppButton {
                    objectName: "order.recipe." + line.key
                    Layout.maximumWidth: parent.width
                    visible: text !== ""
                    symbol: "bowl"
                    text: line.recipeText
                    Accessible.description: qsTr("누르면 레시피를 열어요")
                    onClicked: line.recipeWanted()
                }
            }

            TextLine {
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.alignment: Qt.AlignRight | Qt.AlignTop
                text: line.sumText
                font.pixelSize: Theme.priceM
                font.bold: true
                color: Theme.primary
            }
        }
    }
}
