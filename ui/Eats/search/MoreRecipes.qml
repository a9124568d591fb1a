pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.recipes

/* Under what is sold: the first recipes, and the way to all of them. */
ColumnLayout {
    id: more

    required property SearchViewModel search

    signal opened(string key)

    spacing: Theme.s12

    SectionTitle {
        Layout.topMargin: Theme.s16
        text: qsTr("레시피 %1개").arg(more.search.recipeCount)
    }

    Repeater {
        model: more.search.recipePreview

        delegate: RecipeLine {
            Layout.fillWidth: true
            onOpened: more.opened(key)
        }
    }

    AppButton {
        objectName: "search.allRecipes"
        Layout.alignment: Qt.AlignHCenter
        visible: more.search.recipeCount > more.search.recipePreview.count // qmllint disable missing-property
        text: qsTr("레시피 모두 보기")
        onClicked: more.search.chooseScope("recipes")
    }
}
