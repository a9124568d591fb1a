import QtQuick
import QtQuick.Layouts
import Eats.theme
import Eats.controls

/* A product of a broadcast or of the mall; chosen, it tells what its price is worth. */
ListLine {
    id: line

    required property string name
    required property string brand
    required property string roleText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string photoUrl
    required property string drawing
    required property string link
    required property bool isWished
    required property bool canWish
    required property string unitPriceText
    required property string amountText
    required property string verdictKind
    required property string verdictText
    required property string lowestText
    required property string watchText
    required property string worthText
    required property string conditionText
    required property bool isChosen
    required property bool canCart
    property string cartText: ""
    property string hint: ""
    property string whyText: ""
    readonly property bool narrow: width < Theme.px(560)

    signal wishToggled
    signal sellerWanted
    signal cartWanted

    objectName: "product." + key
    Accessible.description: isChosen ? worthText : hint
    implicitHeight: grid.implicitHeight + 2 * Theme.s12
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_W && canWish;
        if (event.accepted)
            wishToggled();
    }

    contentItem: Item {
        implicitHeight: grid.implicitHeight

        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.s12
            columns: line.narrow ? 2 : 3
            columnSpacing: Theme.s16
            rowSpacing: Theme.s12

            FoodPicture {
                Layout.preferredWidth: Theme.px(84)
                Layout.preferredHeight: Theme.px(84)
                Layout.alignment: Qt.AlignTop
                drawing: line.drawing
                photo: line.photoUrl
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                TextLine {
                    Layout.fillWidth: true
                    text: line.brand === "" ? line.roleText : line.roleText + " · " + line.brand
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }

                TextLine {
                    Layout.fillWidth: true
                    text: line.name
                    font.bold: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: line.whyText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                PriceLabel {
                    Layout.fillWidth: true
                    price: line.priceText
                    listPrice: line.listPriceText
                    discount: line.discountText
                }

                TextLine {
                    Layout.fillWidth: true
                    visible: text !== "" && !line.isChosen
                    text: line.unitPriceText
                    font.pixelSize: Theme.caption
                    color: Theme.text2
                }
            }

            Flow {
                Layout.columnSpan: line.narrow ? 2 : 1
                Layout.fillWidth: line.narrow
                Layout.preferredWidth: line.narrow ? -1 : Math.max(line.canWish ? wish.implicitWidth : 0, seller.implicitWidth, keep.wanted ? keep.implicitWidth : 0)
                visible: line.canWish || line.link !== "" || keep.wanted
                spacing: Theme.s8

                AppButton {
                    id: wish

                    objectName: "product.wish." + line.key
                    width: line.narrow ? implicitWidth : parent.width
                    visible: line.canWish
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    kind: line.isWished ? "selected" : "plain"
                    symbol: line.isWished ? "heart-fill" : "heart"
                    text: line.isWished ? qsTr("알림 받는 중") : qsTr("방송마다 알림")
                    Accessible.name: (line.isWished ? qsTr("이 상품 방송마다 알림 끄기: %1") : qsTr("이 상품 방송마다 알림: %1")).arg(line.name)
                    onClicked: line.wishToggled()
                }

                AppButton {
                    id: keep

                    readonly property bool wanted: line.canCart && line.cartText !== ""

                    objectName: "product.cart." + line.key
                    width: line.narrow ? implicitWidth : parent.width
                    visible: wanted
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "cart"
                    text: line.cartText
                    Accessible.name: line.cartText + ": " + line.name
                    onClicked: line.cartWanted()
                }

                AppButton {
                    id: seller

                    objectName: "product.seller." + line.key
                    width: line.narrow ? implicitWidth : parent.width
                    visible: line.link !== ""
                    focusPolicy: activeFocus ? Qt.StrongFocus : line.innerFocus
                    symbol: "link"
                    text: qsTr("판매처 보기")
                    Accessible.name: qsTr("판매처 보기: %1").arg(line.name)
                    onClicked: line.sellerWanted()
                }
            }

            PriceCard {
                Layout.fillWidth: true
                Layout.columnSpan: grid.columns
                visible: line.isChosen
                unitPriceText: line.unitPriceText
                amountText: line.amountText
                verdictKind: line.verdictKind
                verdictText: line.verdictText
                lowestText: line.lowestText
                watchText: line.watchText
                worthText: line.worthText
                conditionText: line.conditionText
            }
        }
    }
}
