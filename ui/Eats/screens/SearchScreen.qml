pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.search

/* Broadcasts and products beside each other where there is room, else under each other; then recipes. */
Item {
    id: screen

    required property SearchViewModel search
    required property Hearts hearts
    required property CartViewModel cart
    readonly property string query: search.query
    readonly property bool all: search.scope === "all"
    readonly property bool beside: all && search.broadcastCount > 0 && search.productCount > 0 && width >= Theme.px(960)
    readonly property bool airs: (all || search.scope === "broadcasts") && search.broadcastCount > 0
    readonly property bool sells: (all || search.scope === "products") && search.productCount > 0 && (beside || !airs)
    readonly property bool cooks: (all && !airs && !sells || search.scope === "recipes") && search.recipeCount > 0

    signal opened(string key)
    signal alarmWanted(string words)
    signal asked(string words)
    signal productOpened(string key)
    signal recipeOpened(string key)

    onQueryChanged: {
        broadcasts.positionViewAtBeginning();
        products.positionViewAtBeginning();
        recipes.positionViewAtBeginning();
    }

    NothingFound {
        anchors.centerIn: parent
        width: parent.width
        visible: screen.search.state !== "ready"
        search: screen.search
        onAlarmWanted: screen.alarmWanted(screen.query)
        onAsked: words => screen.asked(words)
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.s16
        visible: screen.search.state === "ready"
        spacing: Theme.s12

        ResultHead {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s24
            Layout.rightMargin: Theme.s24
            search: screen.search
            onAlarmWanted: screen.alarmWanted(screen.query)
            onConditionsWanted: conditions.open()
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: screen.airs || screen.sells || screen.cooks
            spacing: 0

            Half {
                title: qsTr("방송 %1개").arg(screen.search.broadcastCount)
                visible: screen.airs

                FoundBroadcasts {
                    id: broadcasts

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    search: screen.search
                    hearts: screen.hearts
                    footer: screen.all && !screen.beside && screen.search.productCount + screen.search.recipeCount > 0 ? preview : null
                    onOpened: key => screen.opened(key)
                }
            }

            Half {
                title: qsTr("콕 상품 %1개").arg(screen.search.productCount)
                visible: screen.sells

                FoundProducts {
                    id: products

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    search: screen.search
                    hearts: screen.hearts
                    cart: screen.cart
                    footer: screen.all && screen.search.recipeCount > 0 ? dishes : null
                    onOpened: key => screen.productOpened(key)
                }
            }

            Half {
                title: ""
                visible: screen.cooks

                FoundRecipes {
                    id: recipes

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    search: screen.search
                    onOpened: key => screen.recipeOpened(key)
                }
            }
        }

        EmptyScope {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !screen.airs && !screen.sells && !screen.cooks
            search: screen.search
            onAlarmWanted: screen.alarmWanted(screen.query)
        }

        AppButton {
            objectName: "search.more"
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.s12
            visible: screen.search.canShowMore
            text: qsTr("더 보기")
            onClicked: screen.search.showMore()
        }
    }

    Component {
        id: preview

        ColumnLayout {
            width: broadcasts.lineWidth
            spacing: 0

            MoreProducts {
                Layout.fillWidth: true
                visible: screen.search.productCount > 0
                search: screen.search
                hearts: screen.hearts
                cart: screen.cart
                onOpened: key => screen.productOpened(key)
            }

            MoreRecipes {
                Layout.fillWidth: true
                visible: screen.search.recipeCount > 0
                search: screen.search
                onOpened: key => screen.recipeOpened(key)
            }
        }
    }

    Component {
        id: dishes

        MoreRecipes {
            width: products.lineWidth
            search: screen.search
            onOpened: key => screen.recipeOpened(key)
        }
    }

    ConditionsPopup {
        id: conditions

        parent: Overlay.overlay
        search: screen.search
    }

    component Half: ColumnLayout {
        id: half

        required property string title

        Layout.preferredWidth: 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.s8

        SectionTitle {
            Layout.leftMargin: Theme.s24
            visible: screen.beside && text !== ""
            text: half.title
        }
    }
}
