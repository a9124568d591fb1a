pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

/* The products of a broadcast and when its main product is on again. */
ColumnLayout {
    id: parts

    required property BroadcastViewModel broadcast
    required property Hearts hearts
    required property CartViewModel cart
    required property bool withShelf
    readonly property var products: broadcast.products
    readonly property var later: broadcast.laterAirings

    signal opened(string key)
    signal productOpened(string key)
    signal recipeOpened(string key)

    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        visible: parts.products.count > 0
        text: qsTr("이 방송의 상품 %1개").arg(parts.products.count)
    }

    InfoNote {
        objectName: "broadcast.guideOnly"
        Layout.fillWidth: true
        visible: parts.products.count === 0
        symbol: "info"
        title: qsTr("편성 정보 (상품 미확인)")
        help: qsTr("방송 이름과 시간만 알려졌어요. 어떤 상품인지, 얼마인지는 아직 알 수 없어요.")
    }

    Repeater {
        model: parts.products

        delegate: ProductLine {
            Layout.fillWidth: true
            chosen: isChosen && parts.products.count > 1
            hint: qsTr("누르면 값 기록과 비슷한 상품을 보여 드려요")
            onOpened: parts.broadcast.chooseProduct(key)
            onSellerWanted: parts.broadcast.openProduct(key)
            onWishToggled: parts.hearts.toggleProduct(key, name)
            cartText: qsTr("담아두기")
            onCartWanted: parts.cart.put(key)
        }
    }

    Words {
        text: parts.broadcast.hiddenText
    }

    DetailPanel {
        objectName: "broadcast.detail"
        Layout.fillWidth: true
        Layout.topMargin: Theme.s12
        detail: parts.broadcast.detail as DetailViewModel
        of: parts.broadcast.chosenName === "" ? "" : qsTr("‘%1’ 상품의 정보예요.").arg(parts.broadcast.chosenName)
    }

    Loader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s12
        active: parts.withShelf
        visible: active
        sourceComponent: BroadcastShelf {
            broadcast: parts.broadcast
            onOpened: key => parts.productOpened(key)
            onRecipeOpened: key => parts.recipeOpened(key)
        }
    }

    SectionTitle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s12
        visible: parts.later.count > 0
        text: qsTr("다음 방송")
    }

    Repeater {
        model: parts.later

        delegate: AiringLine {
            Layout.fillWidth: true
            onOpened: parts.opened(key)
            onWishToggled: parts.hearts.toggle(key)
        }
    }

    Words {
        text: parts.broadcast.laterText
    }

    Words {
        Layout.topMargin: Theme.s8
        text: parts.broadcast.sourceText
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
