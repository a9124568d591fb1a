pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.cart

/* The lines of an order and what they add up to. */
ColumnLayout {
    id: products

    required property OrderViewModel order

    signal productOpened(string key)
    signal recipeOpened(string key)

    spacing: Theme.s12

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("주문한 상품")
    }

    Repeater {
        model: products.order.lines

        delegate: OrderProduct {
            Layout.fillWidth: true
            onOpened: products.productOpened(product)
            onRecipeWanted: products.recipeOpened(recipe)
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: sums.implicitHeight + 2 * Theme.s16
        radius: Theme.radiusL
        color: Theme.surfaceAlt
        border.width: Theme.hairline
        border.color: Theme.divider

        ColumnLayout {
            id: sums

            anchors.fill: parent
            anchors.margins: Theme.s16
            spacing: Theme.s8

            SumLine {
                Layout.fillWidth: true
                label: qsTr("상품 금액")
                amount: products.order.listText
            }

            SumLine {
                Layout.fillWidth: true
                label: qsTr("할인")
                amount: products.order.savedText
            }

            SumLine {
                objectName: "order.total"
                Layout.fillWidth: true
                strong: true
                label: qsTr("합계 %1").arg(products.order.piecesText)
                amount: products.order.totalText
            }
        }
    }
}
