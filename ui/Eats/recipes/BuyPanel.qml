pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* Under a missing ingredient: up to five products of both markets, or why there are none. */
Rectangle {
    id: panel

    required property IngredientBuyingViewModel buying

    signal broadcastWanted(string key)
    signal productWanted(string key)
    signal searchWanted(string words)

    objectName: "recipe.buying"
    implicitHeight: column.implicitHeight + 2 * Theme.s12
    color: Theme.surfaceAlt
    Accessible.role: Accessible.Grouping
    Accessible.name: buying.title

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.s12
        spacing: Theme.s8

        TextLine {
            Layout.fillWidth: true
            text: panel.buying.title
            font.pixelSize: Theme.caption
            font.bold: true
            color: Theme.text2
            wrapMode: Text.Wrap
        }

        InfoNote {
            objectName: "recipe.buying.state"
            Layout.fillWidth: true
            visible: ["ready", "waiting"].indexOf(panel.buying.state) < 0
            symbol: ({
                    loading: "refresh",
                    error: "warning"
                })[panel.buying.state] ?? "info"
            title: panel.buying.stateTitle
            help: panel.buying.stateHelp
        }

        AppButton {
            objectName: "recipe.buying.action"
            visible: panel.buying.stateAction !== ""
            symbol: panel.buying.state === "error" ? "refresh" : "search"
            text: panel.buying.stateAction
            onClicked: panel.buying.state === "error" ? panel.buying.retry() : panel.searchWanted(panel.buying.word)
        }

        Repeater {
            model: panel.buying.rows

            delegate: BuyLine {
                Layout.fillWidth: true
                onOpened: broadcast === "" ? panel.productWanted(key) : panel.broadcastWanted(broadcast)
                onAdded: panel.buying.add(key)
            }
        }
    }
}
