pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Dishes from a basket, and the way to all of them. */
ColumnLayout {
    id: view

    required property BasketRecipesViewModel recipes

    signal opened(string key)

    visible: recipes.titleText !== ""
    spacing: Theme.s12

    SectionTitle {
        objectName: view.objectName + ".title"
        Layout.fillWidth: true
        text: view.recipes.titleText
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

        delegate: BasketDish {
            Layout.fillWidth: true
            onOpened: view.opened(key)
        }
    }

    AppButton {
        objectName: view.objectName + ".more"
        visible: text !== ""
        symbol: "bowl"
        text: view.recipes.moreText
        onClicked: view.recipes.showAll()
    }
}
