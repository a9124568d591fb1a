pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* What can be cooked from a product, and how a big pack of it is eaten up. */
ColumnLayout {
    id: view

    required property ProductRecipesViewModel recipes

    signal opened(string key)

    visible: recipes.state !== "waiting"
    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("이 재료로 만드는 요리")
        wrapMode: Text.Wrap
    }

    InfoNote {
        objectName: view.objectName + ".note"
        Layout.fillWidth: true
        visible: view.recipes.state !== "ready"
        symbol: ({
                loading: "refresh",
                error: "warning"
            })[view.recipes.state] ?? "info"
        title: view.recipes.stateTitle
        help: view.recipes.stateHelp
    }

    AppButton {
        objectName: view.objectName + ".retry"
        visible: view.recipes.stateAction !== ""
        symbol: "refresh"
        text: view.recipes.stateAction
        onClicked: view.recipes.retry()
    }

    Repeater {
        model: view.recipes.rows

        delegate: RecipeLine {
            Layout.fillWidth: true
            onOpened: view.opened(key)
        }
    }

    BulkPlanNote {
        objectName: view.objectName + ".plan"
        Layout.fillWidth: true
        visible: view.recipes.mealsText !== ""
        recipes: view.recipes
    }
}
