import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* The product itself, made from its row: picture, name, price, what it is worth, its seller. */
GridLayout {
    id: main

    required property string key
    required property string name
    required property string brand
    required property string roleText
    required property string priceText
    required property string listPriceText
    required property string discountText
    required property string photoUrl
    required property string drawing
    required property string link
    required property string unitPriceText
    required property string amountText
    required property string verdictKind
    required property string verdictText
    required property string lowestText
    required property string watchText
    required property string worthText
    required property string conditionText
    required property string spokenText
    required property bool canCart
    required property bool canBuy
    required property ProductViewModel product
    required property bool sideBySide
    required property real roof

    signal buyWanted

    columns: sideBySide ? 2 : 1
    columnSpacing: Theme.s24
    rowSpacing: Theme.s16
    Accessible.role: Accessible.Grouping
    Accessible.name: spokenText

    PhotoGallery {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.horizontalStretchFactor: 42
        Layout.alignment: Qt.AlignTop
        tall: Math.min(width, main.roof)
        drawing: main.drawing
        photos: (main.product.detail as DetailViewModel).photos
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.horizontalStretchFactor: 58
        Layout.alignment: Qt.AlignTop
        spacing: Theme.s12

        Words {
            text: main.brand === "" ? main.roleText : main.roleText + " · " + main.brand
        }

        TextLine {
            objectName: "product.name"
            Layout.fillWidth: true
            text: main.name
            font.pixelSize: Theme.titleM
            font.bold: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        PriceLabel {
            Layout.fillWidth: true
            large: true
            price: main.priceText
            listPrice: main.listPriceText
            discount: main.discountText
        }

        Words {
            text: main.product.asOfText
            font.bold: main.product.isOld
            color: main.product.isOld ? Theme.warn : Theme.text2
        }

        Words {
            objectName: "product.delivery"
            text: (main.product.detail as DetailViewModel).deliveryText
        }

        ProductBuying {
            Layout.fillWidth: true
            visible: main.canCart
            product: main.product
            canBuy: main.canBuy
            onBuyWanted: main.buyWanted()
        }

        PriceCard {
            Layout.fillWidth: true
            unitPriceText: main.unitPriceText
            amountText: main.amountText
            verdictKind: main.verdictKind
            verdictText: main.verdictText
            lowestText: main.lowestText
            watchText: main.watchText
            worthText: main.worthText
            conditionText: main.conditionText
        }

        AppButton {
            objectName: "product.seller"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.controlL
            visible: main.link !== ""
            kind: main.canCart ? "plain" : "primary"
            symbol: "link"
            text: qsTr("판매처에서 보기")
            Accessible.description: guide.text
            onClicked: main.product.openSeller()
        }

        Words {
            id: guide

            visible: main.link !== ""
            text: main.canBuy ? qsTr("판매처 화면으로 이동해요.") : qsTr("판매처 화면으로 이동해요. 주문과 결제는 그곳에서 이뤄져요.")
        }
    }

    component Words: TextLine {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
