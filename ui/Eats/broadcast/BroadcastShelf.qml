import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.delegates
import Eats.recipes

/* What the mall has like the chosen product of a broadcast, and what is cooked from that product. */
ColumnLayout {
    id: view

    required property BroadcastViewModel broadcast

    signal opened(string key)
    signal recipeOpened(string key)

    spacing: Theme.s32

    Shelf {
        objectName: "broadcast.shelf"
        Layout.fillWidth: true
        shelf: view.broadcast.shelf as ShelfViewModel
        title: qsTr("콕의 비슷한 상품")
        detail: view.broadcast.chosenName === "" ? qsTr("값은 이 방송 상품과 견줘요.") : qsTr("값은 ‘%1’ 상품과 견줘요.").arg(view.broadcast.chosenName)
        onOpened: key => view.opened(key)
    }

    RecipeShelf {
        objectName: "broadcast.recipes"
        Layout.fillWidth: true
        recipes: view.broadcast.recipes as ProductRecipesViewModel
        onOpened: key => view.recipeOpened(key)
    }
}
