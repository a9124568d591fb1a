import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.recipes

/* Where one food is sold: products of both markets over the page. */
SheetPopup {
    id: popup

    required property FoodBuyingViewModel food
    readonly property IngredientBuyingViewModel products: food.buying as IngredientBuyingViewModel

    signal broadcastWanted(string key)
    signal productWanted(string key)
    signal searchWanted(string words)

    name: "buy"
    widest: Theme.px(720)
    title: qsTr("어디서 살까요?")
    visible: food.isOpen
    onClosed: food.close()

    TextLine {
        Layout.fillWidth: true
        visible: popup.products.state === "waiting" || popup.products.state === "loading"
        text: qsTr("파는 곳을 찾는 중이에요")
        color: Theme.text2
    }

    BuyPanel {
        Layout.fillWidth: true
        visible: popup.products.state !== "waiting"
        buying: popup.products
        color: "transparent"
        onBroadcastWanted: key => {
            popup.broadcastWanted(key);
            popup.food.close();
        }
        onProductWanted: key => {
            popup.productWanted(key);
            popup.food.close();
        }
        onSearchWanted: words => {
            popup.searchWanted(words);
            popup.food.close();
        }
    }
}
