import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* How many, into the cart, or checked out at once. */
ColumnLayout {
    id: buying

    required property ProductViewModel product
    required property bool canBuy
    readonly property bool narrow: width < Theme.px(360)

    signal buyWanted

    spacing: Theme.s8

    Stepper {
        objectName: "product.quantity"
        name: qsTr("수량")
        text: qsTr("%1개").arg(buying.product.quantity)
        lessName: qsTr("한 개 적게")
        moreName: qsTr("한 개 더")
        canLess: buying.product.quantity > 1
        canMore: buying.product.limitText === ""
        onMoved: steps => buying.product.step(steps)
    }

    TextLine {
        objectName: "product.limit"
        Layout.fillWidth: true
        visible: text !== ""
        text: buying.product.limitText
        font.pixelSize: Theme.caption
        color: Theme.warn
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        onVisibleChanged: if (visible)
            Accessible.announce(buying.product.limitText, Accessible.Polite)
    }

    GridLayout {
        Layout.fillWidth: true
        columns: buying.canBuy && !buying.narrow ? 2 : 1
        columnSpacing: Theme.s8
        rowSpacing: Theme.s8

        AppButton {
            objectName: "product.cart"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.controlL
            kind: buying.canBuy ? "plain" : "primary"
            symbol: "cart"
            text: qsTr("장바구니 담기")
            onClicked: buying.product.addToCart()
        }

        AppButton {
            objectName: "product.buy"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: buying.canBuy
            kind: "primary"
            text: qsTr("바로 주문")
            onClicked: buying.buyWanted()
        }
    }
}
