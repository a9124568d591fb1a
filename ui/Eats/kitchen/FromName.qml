import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* 이름으로: the dish that is looked for. */
GridLayout {
    id: panel

    required property RecipeHomeViewModel recipes

    signal facetsWanted

    columns: width < Theme.px(560) ? 2 : 3
    columnSpacing: Theme.s8
    rowSpacing: Theme.s8

    SearchField {
        id: field

        objectName: "recipes.name"
        Layout.fillWidth: true
        Layout.columnSpan: panel.columns === 2 ? 2 : 1
        implicitHeight: Theme.controlL
        placeholderText: qsTr("요리 이름 (김치찌개, 고등어조림처럼)")
        onAsked: words => panel.recipes.findNamed(words)
    }

    AppButton {
        objectName: "recipes.find.name"
        Layout.fillWidth: panel.columns === 2
        kind: "primary"
        symbol: "search"
        text: qsTr("찾기")
        enabled: field.displayText.trim() !== ""
        onClicked: field.submit()
    }

    FacetsButton {
        objectName: "recipes.facets.name"
        Layout.preferredHeight: Theme.controlL
        facets: panel.recipes.facets as RecipeFacetsViewModel
        onClicked: panel.facetsWanted()
    }
}
