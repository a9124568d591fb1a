pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls

/* The ingredients under their headings, how many are there, and the ways to get the rest. */
ColumnLayout {
    id: table

    required property RecipeViewModel recipe
    readonly property int missing: recipe.counts.missing ?? 0

    signal broadcastWanted(string key)
    signal productWanted(string key)
    signal searchWanted(string words)
    signal leftoverWanted
    signal unfolded(Item line)

    spacing: Theme.s12

    Flow {
        objectName: "recipe.counts"
        Layout.fillWidth: true
        spacing: Theme.s12
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("보유 %1, 장바구니 %2, 미보유 %3").arg(table.recipe.counts.have ?? 0).arg(table.recipe.counts.cart ?? 0).arg(table.missing)

        SectionTitle {
            rightPadding: Theme.s4
            text: qsTr("재료")
        }

        Count {
            kind: "have"
            label: qsTr("보유 %1")
        }

        Count {
            kind: "cart"
            label: qsTr("장바구니 %1")
        }

        Count {
            kind: "missing"
            label: qsTr("미보유 %1")
        }
    }

    ServingsBar {
        Layout.fillWidth: true
        portions: table.recipe.scale as RecipeScaleViewModel
        onLeftoverWanted: table.leftoverWanted()
    }

    Flow {
        Layout.fillWidth: true
        visible: table.missing > 0
        spacing: Theme.s8

        AppButton {
            objectName: "recipe.buyall"
            kind: "primary"
            symbol: "cart"
            text: qsTr("부족한 재료 모두 담기")
            onClicked: table.recipe.buyMissing()
        }

        AppButton {
            objectName: "recipe.listall"
            height: Theme.controlL
            symbol: "list"
            text: qsTr("장보기 목록에 넣기")
            onClicked: table.recipe.listMissing()
        }
    }

    ColumnLayout {
        objectName: "recipe.ingredients"
        Layout.fillWidth: true
        spacing: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("재료 %1가지").arg(rows.count)

        Repeater {
            id: rows

            model: table.recipe.ingredients

            delegate: IngredientLine {
                id: line

                Layout.fillWidth: true
                buying: table.recipe.buying as IngredientBuyingViewModel
                onHeightChanged: if (isOpen)
                    table.unfolded(line)
                onToggled: table.recipe.toggle(key)
                onBroadcastWanted: broadcast => table.broadcastWanted(broadcast)
                onProductWanted: product => table.productWanted(product)
                onSearchWanted: words => table.searchWanted(words)
            }
        }
    }

    component Count: AvailabilityBadge {
        required property string label

        visible: (table.recipe.counts[kind] ?? 0) > 0
        words: label.arg(table.recipe.counts[kind] ?? 0)
    }
}
