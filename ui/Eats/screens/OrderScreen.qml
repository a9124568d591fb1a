pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.orders
import Eats.recipes
import Eats.settings

/* 주문 상세: the products beside what became of the order, or over it where there is no room. */
FocusScope {
    id: screen

    required property OrderViewModel order
    required property OrderRecipesViewModel recipes
    readonly property bool twoColumns: width > Theme.px(900)

    signal productOpened(string key)
    signal recipeOpened(string key)

    objectName: "order"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("주문 상세")

    Component {
        id: dishes

        OrderRecipes {
            order: screen.recipes
            onOpened: key => screen.recipeOpened(key)
        }
    }

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.order.state
        emptySymbol: "receipt"
        title: screen.order.stateTitle
        help: screen.order.stateHelp
        actionText: screen.order.stateAction
        onActed: screen.order.retry()
    }

    ScrollPage {
        objectName: "order.page"
        anchors.fill: parent
        visible: screen.order.state === "ready"
        widest: Theme.px(1240)

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s8

            ScreenTitle {
                objectName: "order.number"
                Layout.fillWidth: true
                text: qsTr("주문 %1").arg(screen.order.key)
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.s12

                OrderBadge {
                    id: state

                    objectName: "order.state"
                    kind: screen.order.stateKind
                    words: screen.order.stateText
                }

                TextLine {
                    height: state.height
                    text: screen.order.whenText
                    color: Theme.text2
                }
            }
        }

        OrderActions {
            Layout.fillWidth: true
            order: screen.order
        }

        GridLayout {
            Layout.fillWidth: true
            columns: screen.twoColumns ? 2 : 1
            columnSpacing: Theme.s32
            rowSpacing: Theme.s32

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 3
                Layout.horizontalStretchFactor: 3
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s32

                OrderProducts {
                    Layout.fillWidth: true
                    order: screen.order
                    onProductOpened: key => screen.productOpened(key)
                    onRecipeOpened: key => screen.recipeOpened(key)
                }

                Loader {
                    Layout.fillWidth: true
                    active: screen.twoColumns
                    visible: active
                    sourceComponent: dishes
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 2
                Layout.horizontalStretchFactor: 2
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s32

                OrderMoney {
                    Layout.fillWidth: true
                    order: screen.order
                }

                OrderSteps {
                    Layout.fillWidth: true
                    order: screen.order
                }

                Loader {
                    Layout.fillWidth: true
                    active: !screen.twoColumns
                    visible: active
                    sourceComponent: dishes
                }
            }
        }
    }
}
