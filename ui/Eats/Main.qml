pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.screens
import Eats.shell
import Eats.video

ApplicationWindow {
    id: window

    required property Navigator navigator
    required property LookViewModel look
    required property NoticesViewModel notices
    required property Hearts hearts
    required property HomeViewModel home
    required property ScheduleViewModel schedule
    required property BroadcastViewModel broadcast
    required property LivePlayer player
    required property PlaybackViewModel playback
    required property WishesViewModel wishes
    required property CartViewModel cart
    required property CheckoutViewModel checkout
    required property CartRecipesViewModel cartRecipes
    required property OrderRecipesViewModel orderRecipes
    required property OrdersViewModel orders
    required property OrderViewModel order
    required property AlarmsViewModel alarms
    required property AlarmEditorViewModel alarmEditor
    required property InboxViewModel inbox
    required property SearchViewModel search
    required property SuggestViewModel suggest
    required property ProductViewModel product
    required property MallViewModel mall
    required property MallListViewModel mallList
    required property PhotoStoreViewModel photoStore
    required property RecipeViewModel recipe
    required property CookViewModel cook
    required property RecipeHomeViewModel recipes
    required property RecipeResultsViewModel results
    required property PantryViewModel pantry
    required property ShoppingViewModel shopping
    required property MeViewModel me
    required property PeopleViewModel people
    required property MyDataViewModel myData
    required property RecipeImportViewModel imports
    required property SyncViewModel sync
    required property SettingsViewModel settings

    readonly property real logicalWidth: width / Theme.scale
    readonly property bool compact: logicalWidth < 760
    readonly property bool wide: logicalWidth >= 1200
    readonly property bool detailBeside: wide && navigator.page !== "settings"

    function find(words: string) {
        search.ask(words);
        navigator.search(words);
    }

    width: 1280
    height: 800
    minimumWidth: 640
    minimumHeight: 480
    visible: true
    title: qsTr("Eat's 유혹 · %1").arg(navigator.title)
    color: Theme.bg

    Looks {
        look: window.look
    }

    Connections {
        function onBroadcastWanted(key: string) {
            window.navigator.open(key);
        }

        target: window.player
    }

    Shortcuts {
        id: keys

        navigator: window.navigator
        look: window.look
        sync: window.sync
        schedule: window.schedule
        cooking: window.cook.isOpen
        onSearchWanted: topBar.focusSearch()
        onFullScreenWanted: window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
    }

    RowLayout {
        anchors.fill: parent
        enabled: !window.cook.isOpen && window.player.where !== "full"
        spacing: 0

        NavRail {
            id: rail

            Layout.fillHeight: true
            visible: !window.compact
            navigator: window.navigator
            inbox: window.inbox
            cart: window.cart
            wide: window.wide
        }

        ColumnLayout {
            spacing: 0

            TopBar {
                id: topBar

                Layout.fillWidth: true
                compact: window.compact
                navigator: window.navigator
                sync: window.sync
                inbox: window.inbox
                settings: window.settings
                suggest: window.suggest
                query: window.search.query
                onMenuWanted: drawer.open()
                onAsked: words => window.find(words)
            }

            BannerStack {
                Layout.fillWidth: true
                Layout.fillHeight: false
                sync: window.sync
                people: window.people
                checkout: window.checkout
                atCheckout: window.navigator.page === "checkout"
                onDetailsWanted: window.navigator.go("settings")
            }

            RowLayout {
                spacing: 0

                Pages {
                    id: pages

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: window.detailBeside || window.navigator.broadcast === ""
                    navigator: window.navigator
                    look: window.look
                    hearts: window.hearts
                    home: window.home
                    schedule: window.schedule
                    wishes: window.wishes
                    cart: window.cart
                    checkout: window.checkout
                    cartRecipes: window.cartRecipes
                    orders: window.orders
                    orderDetail: window.order
                    orderRecipes: window.orderRecipes
                    alarms: window.alarms
                    alarmEditor: window.alarmEditor
                    inbox: window.inbox
                    search: window.search
                    product: window.product
                    mall: window.mall
                    mallList: window.mallList
                    photoStore: window.photoStore
                    recipe: window.recipe
                    recipes: window.recipes
                    results: window.results
                    pantry: window.pantry
                    shopping: window.shopping
                    me: window.me
                    people: window.people
                    myData: window.myData
                    imports: window.imports
                    sync: window.sync
                    settings: window.settings
                    playback: window.playback
                    compact: window.compact
                    onAsked: words => window.find(words)
                }

                Loader {
                    Layout.fillHeight: true
                    Layout.fillWidth: !window.detailBeside
                    Layout.preferredWidth: window.detailBeside ? Theme.px(440) : -1
                    active: window.navigator.broadcast !== ""
                    visible: active
                    sourceComponent: BroadcastScreen {
                        broadcast: window.broadcast
                        player: window.player
                        hearts: window.hearts
                        cart: window.cart
                        editor: window.alarmEditor
                        beside: window.detailBeside
                        onClosed: window.navigator.close()
                        onOpened: key => window.navigator.open(key)
                        onProductOpened: key => window.navigator.openProduct(key)
                        onRecipeOpened: key => window.navigator.openRecipe(key)
                    }
                }
            }

            Loader {
                id: strip

                Layout.fillWidth: true
                active: window.player.where === "mini" && window.compact
                visible: active
                sourceComponent: MiniStrip {
                    player: window.player
                }
            }
        }
    }

    NavDrawer {
        id: drawer

        navigator: window.navigator
        inbox: window.inbox
        cart: window.cart
    }

    Overlays {
        anchors.fill: parent
        look: window.look
        settings: window.settings
        sync: window.sync
        people: window.people
        notices: window.notices
        player: window.player
        cook: window.cook
        alarmEditor: window.alarmEditor
        compact: window.compact
        wide: window.wide
        isShown: window.visible
        beside: rail.visible ? rail.width : 0
        below: strip.active ? strip.height : 0
    }
}
