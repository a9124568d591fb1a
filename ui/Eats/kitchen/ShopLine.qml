import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.cart
import Eats.controls
import Eats.delegates

/* A food to buy: checked off by a press, with its dishes and the way to the shelf. */
ListLine {
    id: line

    required property string name
    required property string amountText
    required property string forText
    required property string recipe
    required property bool isDone
    required property string drawing
    readonly property bool narrow: width < Theme.px(620)

    signal recipeWanted
    signal buyWanted
    signal removed

    objectName: "shopping." + key
    faded: isDone
    implicitHeight: grid.implicitHeight + 2 * Theme.s8
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isDone
    Accessible.onToggleAction: clicked()
    Keys.onDeletePressed: removed()

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 4
            columnSpacing: Theme.s12
            rowSpacing: Theme.s4

            CheckSquare {
                focusPolicy: Qt.NoFocus
                Accessible.ignored: true
                kind: line.isDone ? "all" : "none"
                name: line.name
                onClicked: line.clicked()
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    text: [line.name, line.amountText].join(" ").trim()
                    font.bold: !line.isDone
                    font.strikeout: line.isDone
                    color: line.isDone ? Theme.text2 : Theme.text
                    wrapMode: Text.Wrap
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.forText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }

            Item {
                Layout.preferredWidth: 1
                visible: line.narrow
            }

            Flow {
                Layout.fillWidth: line.narrow
                Layout.columnSpan: line.narrow ? 1 : 2
                Layout.preferredWidth: line.narrow ? -1 : dish.implicitWidth + buy.implicitWidth + out.implicitWidth + 2 * spacing
                layoutDirection: line.narrow ? Qt.LeftToRight : Qt.RightToLeft
                spacing: Theme.s8

                IconButton {
                    id: out

                    objectName: "shopping.remove." + line.key
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "x"
                    name: qsTr("빼기: %1").arg(line.name)
                    onClicked: line.removed()
                }

                AppButton {
                    id: buy

                    objectName: "shopping.buy." + line.key
                    visible: !line.isDone
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "cart"
                    text: qsTr("파는 곳")
                    Accessible.name: qsTr("파는 곳 보기: %1").arg(line.name)
                    onClicked: line.buyWanted()
                }

                IconButton {
                    id: dish

                    objectName: "shopping.recipe." + line.key
                    visible: line.recipe !== ""
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "bowl"
                    name: qsTr("레시피 열기: %1").arg(line.forText)
                    onClicked: line.recipeWanted()
                }
            }
        }
    }
}
