pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.kitchen

/* 장보기 목록: what is to be bought, then what is bought. */
Item {
    id: screen

    required property ShoppingViewModel shopping

    signal recipeOpened(string key)
    signal recipesWanted
    signal broadcastOpened(string key)
    signal productOpened(string key)
    signal asked(string words)

    objectName: "shopping"
    clip: true

    TopHead {
        id: head

        list: list

        ScreenTitle {
            Layout.fillWidth: true
            text: qsTr("장보기 목록")
            detail: screen.shopping.countText
        }

        ShopHead {
            Layout.fillWidth: true
            shopping: screen.shopping
        }
    }

    TopList {
        id: list

        objectName: "shopping.list"
        anchors.fill: parent
        side: Math.max(Theme.s24, (width - Theme.px(1000)) / 2)

        spacing: Theme.s8
        room: head.room
        model: screen.shopping.rows
        Accessible.name: screen.shopping.countText

        section.property: "sectionText"
        section.delegate: Item {
            id: part

            required property string section

            width: list.lineWidth
            height: title.implicitHeight + Theme.s16

            SectionTitle {
                id: title

                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.s8
                text: part.section
            }
        }

        footer: StateView {
            width: list.lineWidth
            height: visible ? implicitHeight : 0
            state_: screen.shopping.state
            emptySymbol: "list"
            title: screen.shopping.stateTitle
            help: screen.shopping.stateHelp
            actionText: screen.shopping.stateAction
            onActed: screen.shopping.state === "none" ? screen.recipesWanted() : screen.shopping.retry()
        }

        delegate: ShopLine {
            required property int index

            width: list.lineWidth
            listed: true
            current: list.activeFocus && ListView.isCurrentItem
            onPressed: list.currentIndex = index
            onOpened: screen.shopping.toggle(key)
            onRecipeWanted: screen.recipeOpened(recipe)
            onBuyWanted: screen.shopping.buy(key)
            onRemoved: screen.shopping.remove(key)
        }
    }

    Loader {
        active: screen.visible && (screen.shopping.buying as FoodBuyingViewModel).isOpen
        sourceComponent: BuyPopup {
            parent: Overlay.overlay
            food: screen.shopping.buying as FoodBuyingViewModel
            onBroadcastWanted: key => screen.broadcastOpened(key)
            onProductWanted: key => screen.productOpened(key)
            onSearchWanted: words => screen.asked(words)
        }
    }
}
