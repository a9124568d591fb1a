pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.alarms
import Eats.recipes
import Eats.screens
import Eats.shell

ApplicationWindow {
    id: window

    required property Navigator navigator
    required property LookViewModel look
    required property NoticesViewModel notices
    required property Hearts hearts
    required property HomeViewModel home
    required property ScheduleViewModel schedule
    required property BroadcastViewModel broadcast
    required property WishesViewModel wishes
    required property CartViewModel cart
    required property OrderSlipViewModel slip
    required property AlarmsViewModel alarms
    required property AlarmEditorViewModel alarmEditor
    required property InboxViewModel inbox
    required property SearchViewModel search
    required property SuggestViewModel suggest
    required property ProductViewModel product
    required property RecipeViewModel recipe
    required property CookViewModel cook
    required property RecipeHomeViewModel recipes
    required property RecipeResultsViewModel results
    required property PantryViewModel pantry
    required property ShoppingViewModel shopping
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

    Binding {
        target: Theme
        property: "mode"
        value: window.look.mode
    }
    Binding {
        target: Theme
        property: "scale"
        value: window.look.textScale / 100
    }
    Binding {
        target: Theme
        property: "still"
        value: window.look.reduceMotion
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
        enabled: !window.cook.isOpen
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
                    slip: window.slip
                    alarms: window.alarms
                    alarmEditor: window.alarmEditor
                    inbox: window.inbox
                    search: window.search
                    product: window.product
                    recipe: window.recipe
                    recipes: window.recipes
                    results: window.results
                    pantry: window.pantry
                    shopping: window.shopping
                    sync: window.sync
                    settings: window.settings
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
        }
    }

    NavDrawer {
        id: drawer

        navigator: window.navigator
        inbox: window.inbox
        cart: window.cart
    }

    Loader {
        anchors.fill: parent
        active: window.cook.isOpen
        sourceComponent: CookView {
            cook: window.cook
        }
    }

    Toasts {
        x: rail.visible && !window.cook.isOpen ? rail.width + Theme.s16 : Theme.s16
        y: window.cook.isOpen ? Theme.s16 : parent.height - height - Theme.s16
        width: Math.min(Theme.px(520), parent.width - x - Theme.s16)
        notices: window.notices
    }

    Loader {
        active: window.alarmEditor.isOpen
        sourceComponent: AlarmEditor {
            parent: Overlay.overlay
            editor: window.alarmEditor
        }
    }

    Loader {
        anchors.fill: parent
        active: !window.look.setupDone
        sourceComponent: SetupScreen {
            look: window.look
            settings: window.settings
            sync: window.sync
        }
    }
}
