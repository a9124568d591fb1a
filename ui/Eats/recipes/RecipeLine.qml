import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* A recipe of a list: the dish, what is known of it, why it is there. */
ListLine {
    id: line

    required property string title
    required property string factsText
    required property string whyText
    required property string drawing

    objectName: "recipe.line." + key
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
                spacing: Theme.s4

                TextLine {
                    Layout.fillWidth: true
                    text: line.title
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                Small {
                    text: line.factsText
                }

                Small {
                    text: line.whyText
                }
            }

            Icon {
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
