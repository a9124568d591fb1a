import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls
import Eats.delegates

/* One line of the cart: chosen or not, what it is, what it costs now, how many, and out again. */
ListLine {
    id: line

    required property int lineId
    required property string product
    required property string broadcast
    required property bool isTv
    required property string name
    required property string brand
    required property bool isChecked
    required property int quantity
    required property bool canAddMore
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string eachText
    required property string seenText
    required property string noticeKind
    required property string noticeText
    required property string airText
    required property string recipe
    required property string recipeText
    required property string photoUrl
    required property string drawing
    required property string link
    readonly property bool narrow: width < Theme.px(680)

    signal chosenWanted(bool on)
    signal stepped(int by)
    signal removed
    signal sellerWanted
    signal recipeWanted

    objectName: "cart." + key
    faded: noticeKind === "error"
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Accessible.description: qsTr("더하기와 빼기 글쇠로 수량을 바꾸고 Delete로 빼요")
    Keys.onDeletePressed: removed()
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_Plus ? 1 : event.key === Qt.Key_Minus ? -1 : 0;
        event.accepted = by !== 0;
        if (by !== 0)
            stepped(by);
    }

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 3 : 4
            columnSpacing: Theme.s12
            rowSpacing: Theme.s8

            CheckSquare {
                objectName: "cart.check." + line.key
                Layout.alignment: Qt.AlignTop
                focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                kind: line.isChecked ? "all" : "none"
                name: qsTr("고르기: %1").arg(line.name)
                onClicked: line.chosenWanted(!line.isChecked)
            }

            FoodPicture {
                Layout.preferredWidth: Theme.px(line.narrow ? 72 : 96)
                Layout.preferredHeight: Layout.preferredWidth
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s4

                Caption {
                    text: line.airText
                    font.bold: true
                    color: Theme.upcoming
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    color: line.faded ? Theme.text2 : Theme.text
                }

                PriceLabel {
                    Layout.fillWidth: true
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                Caption {
                    text: line.eachText
                }

                Caption {
                    text: line.seenText
                }

                CartNotice {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.s4
                    visible: words !== ""
                    kind: line.noticeKind
                    words: line.noticeText
                }

                AppButton {
                    objectName: "cart.recipe." + line.key
                    Layout.maximumWidth: parent.width
                    visible: line.recipeText !== ""
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "bowl"
                    text: line.recipeText
                    Accessible.description: qsTr("누르면 레시피를 열어요")
                    onClicked: line.recipeWanted()
                }
            }

            Flow {
                Layout.columnSpan: line.narrow ? 3 : 1
                Layout.fillWidth: line.narrow
                Layout.preferredWidth: line.narrow ? -1 : stepper.implicitWidth
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s8

                Stepper {
                    id: stepper

                    objectName: "cart.step." + line.key
                    name: qsTr("%1 수량").arg(line.name)
                    text: qsTr("%1개").arg(line.quantity)
                    lessName: qsTr("하나 빼기: %1").arg(line.name)
                    moreName: qsTr("하나 더: %1").arg(line.name)
                    canLess: line.quantity > 1
                    canMore: line.canAddMore
                    innerFocus: line.innerFocus
                    onMoved: steps => line.stepped(steps)
                }

                AppButton {
                    objectName: "cart.seller." + line.key
                    width: line.narrow ? implicitWidth : parent.width
                    visible: line.link !== ""
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "link"
                    text: line.isTv ? qsTr("판매처에서 구매") : qsTr("판매처 보기")
                    Accessible.name: text + ": " + line.name
                    onClicked: line.sellerWanted()
                }

                AppButton {
                    objectName: "cart.remove." + line.key
                    width: line.narrow ? implicitWidth : parent.width
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "x"
                    text: qsTr("빼기")
                    Accessible.name: text + ": " + line.name
                    onClicked: line.removed()
                }
            }
        }
    }

    component Caption: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
