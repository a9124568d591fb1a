pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* 장바구니로: what is chosen there, and what is cooked from it. */
ColumnLayout {
    id: panel

    required property RecipeHomeViewModel recipes

    signal facetsWanted
    signal cartWanted

    spacing: Theme.s16

    InfoNote {
        objectName: "recipes.cart"
        Layout.fillWidth: true
        symbol: "cart"
        title: panel.recipes.cartText
        help: panel.recipes.canFindFromCart ? qsTr("날것 그대로의 재료로 만드는 요리를 찾아요. 완제품은 빼요.") : qsTr("상품 화면에서 담거나, 레시피에서 부족한 재료를 담아 보세요.")
    }

    Flow {
        Layout.fillWidth: true
        visible: panel.recipes.canFindFromCart
        spacing: Theme.s8
        Accessible.role: Accessible.List
        Accessible.name: panel.recipes.cartText

        Repeater {
            model: panel.recipes.cartFoods

            delegate: WordTag {
                required property string name

                words: name
                symbol: "cart"
                widest: panel.width
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8

        AppButton {
            objectName: "recipes.find.cart"
            kind: "primary"
            symbol: "bowl"
            text: qsTr("추천 받기")
            enabled: panel.recipes.canFindFromCart
            onClicked: panel.recipes.findFromCart()
        }

        AppButton {
            objectName: "recipes.cart.open"
            height: Theme.controlL
            symbol: "cart"
            text: qsTr("장바구니 보기")
            onClicked: panel.cartWanted()
        }

        FacetsButton {
            objectName: "recipes.facets.cart"
            height: Theme.controlL
            facets: panel.recipes.facets as RecipeFacetsViewModel
            onClicked: panel.facetsWanted()
        }
    }
}
