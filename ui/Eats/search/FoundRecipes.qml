pragma ComponentBehavior: Bound

import QtQuick
import Eats.ViewModels
import Eats.delegates
import Eats.recipes

/* Recipes that were found. */
LineList {
    id: list

    required property SearchViewModel search

    signal opened(string key)

    objectName: "search.recipes"
    model: search.recipes
    Accessible.name: qsTr("레시피 %1개").arg(search.recipeCount)

    delegate: RecipeLine {
        required property int index

        width: list.lineWidth
        listed: true
        current: list.activeFocus && ListView.isCurrentItem
        onPressed: list.currentIndex = index
        onOpened: list.opened(key)
    }
}
