import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* 남은 재료로: the foods at hand, and what is cooked from them. */
ColumnLayout {
    id: panel

    required property RecipeHomeViewModel recipes
    readonly property StockViewModel stock: recipes.stock as StockViewModel
    readonly property RecipeFacetsViewModel facets: recipes.facets as RecipeFacetsViewModel

    signal facetsWanted

    spacing: Theme.s16

    FoodEntry {
        id: entry

        Layout.fillWidth: true
        suggest: panel.recipes.suggest as SuggestViewModel
        onGiven: words => panel.stock.add(words)
    }

    Connections {
        target: panel.stock
        function onAdded() {
            entry.clear();
        }
    }

    Note {
        objectName: "recipes.problem"
        Layout.fillWidth: true
        visible: text !== "" && !panel.stock.isEditing
        kind: "error"
        text: panel.stock.problem
    }

    StockChips {
        Layout.fillWidth: true
        visible: panel.stock.countText !== ""
        stock: panel.stock
        clearable: true
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s8

        AppButton {
            objectName: "recipes.find"
            kind: "primary"
            symbol: "bowl"
            text: qsTr("추천 받기")
            enabled: panel.stock.count > 0
            Accessible.description: enabled ? "" : qsTr("재료를 1개 더 넣어 주세요.")
            onClicked: panel.recipes.find()
        }

        AppButton {
            objectName: "recipes.pantry.take"
            height: Theme.controlL
            visible: panel.recipes.hasPantry
            symbol: "plus"
            text: qsTr("냉장고 재료 넣기")
            onClicked: panel.stock.takePantry()
        }

        FacetsButton {
            objectName: "recipes.facets"
            height: Theme.controlL
            facets: panel.facets
            onClicked: panel.facetsWanted()
        }

        TextLine {
            height: Theme.controlL
            text: panel.stock.count === 0 ? qsTr("재료를 1개만 넣어도 찾아 드려요.") : qsTr("양까지 적으면 남김없이 쓰는 조합을 찾아 드려요.")
            font.pixelSize: Theme.caption
            color: Theme.text2
        }
    }

    FoodTiles {
        Layout.fillWidth: true
        stock: panel.stock
    }
}
