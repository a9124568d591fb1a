pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.kitchen
import Eats.settings

/* 레시피: from what is left, by name, from the cart; below it dishes that may be liked. */
Item {
    id: screen

    required property RecipeHomeViewModel recipes
    readonly property StockViewModel stock: recipes.stock as StockViewModel

    signal opened(string key)
    signal pageWanted(string page)

    objectName: "recipes"

    ScrollPage {
        anchors.fill: parent
        objectName: "recipes.page"
        widest: Theme.px(1120)

        GridLayout {
            Layout.fillWidth: true
            columns: screen.width > Theme.px(620) ? 2 : 1
            rowSpacing: Theme.s12

            ScreenTitle {
                Layout.fillWidth: true
                text: qsTr("레시피")
            }

            Flow {
                Layout.preferredWidth: pantry.implicitWidth + shopping.implicitWidth + spacing
                Layout.maximumWidth: screen.width - 2 * Theme.s24
                spacing: Theme.s8

                AppButton {
                    id: pantry

                    objectName: "recipes.pantry"
                    symbol: "fridge"
                    text: screen.recipes.pantryText
                    onClicked: screen.pageWanted("pantry")
                }

                AppButton {
                    id: shopping

                    objectName: "recipes.shopping"
                    symbol: "list"
                    text: screen.recipes.shoppingText
                    onClicked: screen.pageWanted("shopping")
                }
            }
        }

        Segmented {
            objectName: "recipes.mode"
            Layout.fillWidth: true
            name: qsTr("무엇으로 찾을지")
            current: screen.recipes.mode
            options: [
                {
                    value: "use",
                    label: qsTr("남은 재료로")
                },
                {
                    value: "name",
                    label: qsTr("이름으로")
                },
                {
                    value: "cart",
                    label: qsTr("장바구니로")
                }
            ]
            onChosen: mode => screen.recipes.chooseMode(mode)
        }

        FromFoods {
            Layout.fillWidth: true
            visible: screen.recipes.mode === "use"
            recipes: screen.recipes
            onFacetsWanted: facets.open()
        }

        FromName {
            Layout.fillWidth: true
            visible: screen.recipes.mode === "name"
            recipes: screen.recipes
            onFacetsWanted: facets.open()
        }

        FromCart {
            Layout.fillWidth: true
            visible: screen.recipes.mode === "cart"
            recipes: screen.recipes
            onFacetsWanted: facets.open()
            onCartWanted: screen.pageWanted("cart")
        }

        LikedDishes {
            Layout.fillWidth: true
            visible: screen.recipes.mode !== "use" || screen.stock.countText === ""
            recipes: screen.recipes
            onOpened: key => screen.opened(key)
        }
    }

    FacetsPopup {
        id: facets

        parent: Overlay.overlay
        facets: screen.recipes.facets as RecipeFacetsViewModel
    }

    Loader {
        active: screen.visible && screen.stock.isEditing
        sourceComponent: AmountPopup {
            parent: Overlay.overlay
            stock: screen.stock
        }
    }
}
