pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.cart

/* The cart: lines by seller, and what the chosen ones cost beside them or under them. */
Item {
    id: screen

    required property CartViewModel cart
    required property CheckoutViewModel checkout
    required property CartRecipesViewModel cartRecipes
    readonly property bool beside: width > Theme.px(900)

    signal broadcastOpened(string key)
    signal productOpened(string key)
    signal recipeOpened(string key)
    signal scheduleWanted

    function removeChosen() {
        if (cart.chosenCount > 1)
            sure.open();
        else
            cart.removeChosen();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s24
        spacing: Theme.s12

        ScreenTitle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            text: qsTr("장바구니")
            detail: screen.cart.countText
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true

                StateView {
                    anchors.centerIn: parent
                    width: parent.width
                    state_: screen.cart.state
                    emptySymbol: "cart"
                    title: screen.cart.stateTitle
                    help: screen.cart.stateHelp
                    actionText: screen.cart.stateAction
                    onActed: screen.cart.state === "none" ? screen.scheduleWanted() : screen.cart.retry()
                }

                TopHead {
                    id: head

                    list: list
                    visible: list.visible

                    CartHead {
                        Layout.fillWidth: true
                        cart: screen.cart
                        onRemoveWanted: screen.removeChosen()
                    }
                }

                TopList {
                    id: list

                    objectName: "cart.list"
                    anchors.fill: parent
                    visible: screen.cart.state === "ready"
                    room: head.room
                    model: screen.cart.lines
                    Accessible.name: screen.cart.countText

                    footer: end
                    section.property: "sectionText"
                    section.delegate: Item {
                        id: heading

                        required property string section

                        width: list.lineWidth
                        height: title.implicitHeight + Theme.s24

                        SectionTitle {
                            id: title

                            anchors.bottom: parent.bottom
                            anchors.bottomMargin: Theme.s8
                            width: parent.width
                            text: heading.section
                        }
                    }

                    delegate: CartLine {
                        required property int index

                        width: list.lineWidth
                        listed: true
                        current: list.activeFocus && ListView.isCurrentItem
                        onPressed: list.currentIndex = index
                        onOpened: isTv && broadcast !== "" ? screen.broadcastOpened(broadcast) : screen.productOpened(product)
                        onChosenWanted: on => screen.cart.check(lineId, on)
                        onStepped: by => screen.cart.step(lineId, by)
                        onRemoved: screen.cart.remove(lineId)
                        onSellerWanted: screen.cart.openSeller(lineId)
                        onRecipeWanted: screen.recipeOpened(recipe)
                    }
                }
            }

            CartSummary {
                Layout.preferredWidth: Theme.px(320)
                Layout.alignment: Qt.AlignTop
                Layout.rightMargin: Theme.s24
                visible: screen.beside && screen.cart.state === "ready"
                cart: screen.cart
                checkout: screen.checkout
            }
        }

        CartBar {
            Layout.fillWidth: true
            visible: !screen.beside && screen.cart.state === "ready"
            cart: screen.cart
            checkout: screen.checkout
        }
    }

    Component {
        id: end

        ColumnLayout {
            width: list.lineWidth
            spacing: Theme.s24

            Loader {
                Layout.fillWidth: true
                Layout.topMargin: Theme.s24
                active: !screen.beside
                visible: active
                sourceComponent: CartSummary {
                    beside: false
                    cart: screen.cart
                    checkout: screen.checkout
                }
            }

            CartRecipes {
                Layout.fillWidth: true
                Layout.topMargin: screen.beside ? Theme.s24 : 0
                cart: screen.cartRecipes
                onOpened: key => screen.recipeOpened(key)
            }
        }
    }

    ConfirmPopup {
        id: sure

        parent: Overlay.overlay
        title: qsTr("%1가지를 장바구니에서 뺄까요?").arg(screen.cart.chosenCount)
        help: qsTr("빼고 나서 되돌릴 수 있어요.")
        yes: qsTr("빼기")
        onConfirmed: screen.cart.removeChosen()
    }
}
