pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.recipes

/* Dishes that may be liked, while nothing is asked. */
ColumnLayout {
    id: shelf

    required property RecipeHomeViewModel recipes

    signal opened(string key)

    spacing: Theme.s12

    SectionTitle {
        text: qsTr("이런 요리는 어때요?")
    }

    StateView {
        Layout.fillWidth: true
        state_: shelf.recipes.state
        emptySymbol: "bowl"
        title: shelf.recipes.stateTitle
        help: shelf.recipes.stateHelp
        actionText: shelf.recipes.stateAction
        onActed: shelf.recipes.retry()
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Math.max(1, Math.floor((shelf.width + Theme.s12) / Theme.px(340)))
        columnSpacing: Theme.s12
        rowSpacing: Theme.s12
        uniformCellWidths: true

        Repeater {
            model: shelf.recipes.liked

            delegate: RecipeLine {
                Layout.fillWidth: true
                Layout.fillHeight: true
                onOpened: shelf.opened(key)
            }
        }
    }
}
