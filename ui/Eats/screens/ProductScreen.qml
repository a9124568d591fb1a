pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.product
import Eats.recipes

/* One product in full, and what is on air like it. */
FocusScope {
    id: screen

    required property ProductViewModel product
    required property CheckoutViewModel checkout
    readonly property bool twoColumns: width > Theme.px(880)
    readonly property string key: product.key
    readonly property Item focused: Window.activeFocusItem

    signal opened(string key)
    signal recipeOpened(string key)

    function reveal(item: Item) {
        const top = item.mapToItem(flick.contentItem, 0, 0).y - Theme.s24;
        const bottom = top + item.height + 2 * Theme.s24;
        flick.contentY = Math.max(0, Math.min(Math.max(flick.contentY, bottom - flick.height), top));
    }

    function start() {
        flick.contentY = 0;
        if (visible)
            flick.forceActiveFocus();
    }

    objectName: "product"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("상품")
    onKeyChanged: start()
    onVisibleChanged: start()
    onFocusedChanged: if (activeFocus && focused && focused !== flick)
        reveal(focused)
    Component.onCompleted: start()

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.product.state
        emptySymbol: "cart"
        title: screen.product.stateTitle
        help: screen.product.stateHelp
        actionText: screen.product.stateAction
        onActed: screen.product.retry()
    }

    Flickable {
        id: flick

        objectName: "product.scroll"
        anchors.fill: parent
        visible: screen.product.state === "ready"
        contentHeight: grid.implicitHeight + 2 * Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        ScrollBar.vertical: Scroll {}
        Keys.onUpPressed: flick.contentY = Math.max(0, flick.contentY - Theme.px(80))
        Keys.onDownPressed: flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + Theme.px(80)))

        GridLayout {
            id: grid

            x: Theme.s24
            y: Theme.s24
            width: flick.width - 2 * Theme.s24
            columns: screen.twoColumns ? 2 : 1
            columnSpacing: Theme.s32
            rowSpacing: Theme.s32

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s32

                Repeater {
                    model: screen.product.card

                    delegate: ProductMain {
                        Layout.fillWidth: true
                        product: screen.product
                        sideBySide: !screen.twoColumns && screen.width > Theme.px(520)
                        roof: Math.round(flick.height * 0.36)
                        onBuyWanted: screen.checkout.buyNow(screen.product.source, screen.product.productId, screen.product.quantity)
                    }
                }

                ProductTabs {
                    Layout.fillWidth: true
                    product: screen.product
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.s32

                Shelf {
                    objectName: "product.shelf"
                    Layout.fillWidth: true
                    shelf: screen.product.shelf as ShelfViewModel
                    title: qsTr("비슷한 방송")
                    detail: qsTr("값은 이 상품과 견줘요.")
                    onOpened: key => screen.opened(key)
                }

                RecipeShelf {
                    objectName: "product.recipes"
                    Layout.fillWidth: true
                    recipes: screen.product.recipes as ProductRecipesViewModel
                    onOpened: key => screen.recipeOpened(key)
                }
            }
        }
    }
}
