pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates
import Eats.kitchen
import Eats.recipes
import Eats.settings

/* What was found to cook: what was asked beside or above it, dishes one under the other. */
Item {
    id: screen

    required property RecipeResultsViewModel results
    readonly property StockViewModel stock: results.stock as StockViewModel
    readonly property bool beside: width > Theme.px(900)
    readonly property string place: results.placeText

    signal broadcastOpened(string key)
    signal productOpened(string key)
    signal asked(string words)
    signal homeWanted

    objectName: "results"
    clip: true
    onPlaceChanged: list.begin()

    Connections {
        target: screen.results
        function onRenewed() {
            list.begin();
        }
    }

    TopHead {
        id: above

        visible: !screen.beside
        list: list

        Loader {
            Layout.fillWidth: true
            active: !screen.beside
            sourceComponent: Panel {}
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ScrollPage {
            objectName: "results.panel"
            Layout.preferredWidth: Theme.px(380)
            Layout.fillHeight: true
            visible: screen.beside

            Loader {
                Layout.fillWidth: true
                active: screen.beside
                sourceComponent: Panel {}
            }
        }

        TopList {
            id: list

            objectName: "results.list"
            Layout.fillWidth: true
            Layout.fillHeight: true

            model: screen.results.rows
            Accessible.name: screen.results.headingText

            room: screen.beside ? Theme.s24 : above.room
            footer: end

            delegate: FoundDish {
                required property int index

                width: list.lineWidth
                listed: true
                current: list.activeFocus && ListView.isCurrentItem
                onPressed: list.currentIndex = index
                onOpened: screen.results.open(key)
                onBuyWanted: food => (screen.results.buying as FoodBuyingViewModel).open(food, key)
                onAllWanted: screen.results.buyAll(key)
            }
        }
    }

    Component {
        id: end

        ColumnLayout {
            readonly property bool loading: screen.results.state === "loading"

            width: list.lineWidth

            StateView {
                objectName: "results.state"
                Layout.fillWidth: true
                state_: screen.results.state
                emptySymbol: "bowl"
                title: screen.results.stateTitle
                help: parent.loading ? screen.results.slowText : screen.results.stateHelp // qmllint disable missing-property
                actionText: parent.loading ? qsTr("취소") : screen.results.stateAction // qmllint disable missing-property
                onActed: screen.results.isBusy ? screen.results.cancel() : screen.results.act()
            }

            AppButton {
                objectName: "results.more"
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.s12
                visible: screen.results.canShowMore
                text: qsTr("더 보기")
                onClicked: screen.results.showMore()
            }
        }
    }

    FacetsPopup {
        id: facets

        parent: Overlay.overlay
        facets: screen.results.facets as RecipeFacetsViewModel
    }

    Loader {
        active: screen.visible && screen.stock.isEditing
        sourceComponent: AmountPopup {
            parent: Overlay.overlay
            stock: screen.stock
        }
    }

    Loader {
        active: screen.visible && (screen.results.buying as FoodBuyingViewModel).isOpen
        sourceComponent: BuyPopup {
            parent: Overlay.overlay
            food: screen.results.buying as FoodBuyingViewModel
            onBroadcastWanted: key => screen.broadcastOpened(key)
            onProductWanted: key => screen.productOpened(key)
            onSearchWanted: words => screen.asked(words)
        }
    }

    Loader {
        active: screen.visible && (screen.results.missing as MissingViewModel).isOpen
        sourceComponent: MissingPopup {
            parent: Overlay.overlay
            missing: screen.results.missing as MissingViewModel
        }
    }

    component Panel: ResultPanel {
        results: screen.results
        onFacetsWanted: facets.open()
        onHomeWanted: screen.homeWanted()
    }
}
