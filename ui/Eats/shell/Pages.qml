pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.screens

/* One page at a time; a page once seen keeps its place. */
StackLayout {
    id: pages

    required property Navigator navigator
    required property LookViewModel look
    required property Hearts hearts
    required property HomeViewModel home
    required property ScheduleViewModel schedule
    required property WishesViewModel wishes
    required property CartViewModel cart
    required property CheckoutViewModel checkout
    required property CartRecipesViewModel cartRecipes
    required property OrdersViewModel orders
    required property OrderViewModel orderDetail
    required property OrderRecipesViewModel orderRecipes
    required property AlarmsViewModel alarms
    required property AlarmEditorViewModel alarmEditor
    required property InboxViewModel inbox
    required property SearchViewModel search
    required property ProductViewModel product
    required property MallViewModel mall
    required property MallListViewModel mallList
    required property PhotoStoreViewModel photoStore
    required property RecipeViewModel recipe
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
    required property PlaybackViewModel playback
    required property bool compact
    readonly property list<string> order: ["home", "schedule", "wishes", "cart", "inbox", "settings", "search", "alarms", "product", "recipe", "recipes", "results", "pantry", "shopping", "orders", "order", "me", "checkout", "mall", "mallList"]

    signal asked(string words)

    currentIndex: order.indexOf(navigator.page)

    Page_ {
        page: "home"
        sourceComponent: HomeScreen {
            home: pages.home
            sync: pages.sync
            onOpened: key => pages.navigator.open(key)
            onWishToggled: key => pages.hearts.toggle(key)
            onScheduleWanted: pages.navigator.go("schedule")
        }
    }
    Page_ {
        page: "schedule"
        sourceComponent: ScheduleScreen {
            schedule: pages.schedule
            sync: pages.sync
            compact: pages.compact
            selected: pages.navigator.broadcast
            letters: pages.look.letterShortcuts
            onOpened: key => pages.navigator.open(key)
            onWishToggled: key => pages.hearts.toggle(key)
        }
    }
    Page_ {
        page: "wishes"
        sourceComponent: WishesScreen {
            wishes: pages.wishes
            hearts: pages.hearts
            navigator: pages.navigator
            onOpened: key => pages.navigator.open(key)
            onScheduleWanted: pages.navigator.go("schedule")
        }
    }
    Page_ {
        page: "cart"
        sourceComponent: CartScreen {
            cart: pages.cart
            checkout: pages.checkout
            cartRecipes: pages.cartRecipes
            onBroadcastOpened: key => pages.navigator.open(key)
            onProductOpened: key => pages.navigator.openProduct(key)
            onRecipeOpened: key => pages.navigator.openRecipe(key)
            onScheduleWanted: pages.navigator.go("schedule")
        }
    }
    Page_ {
        page: "inbox"
        sourceComponent: InboxScreen {
            inbox: pages.inbox
        }
    }
    Page_ {
        page: "settings"
        sourceComponent: SettingsScreen {
            settings: pages.settings
            look: pages.look
            sync: pages.sync
            playback: pages.playback
            data_: pages.myData
            imports: pages.imports
            photos: pages.photoStore
        }
    }
    Page_ {
        page: "search"
        sourceComponent: SearchScreen {
            search: pages.search
            hearts: pages.hearts
            cart: pages.cart
            onOpened: key => pages.navigator.open(key)
            onAlarmWanted: words => pages.alarmEditor.createFor(words)
            onAsked: words => pages.asked(words)
            onProductOpened: key => pages.navigator.openProduct(key)
            onRecipeOpened: key => pages.navigator.openRecipe(key)
        }
    }
    Page_ {
        page: "alarms"
        sourceComponent: AlarmsScreen {
            alarms: pages.alarms
            editor: pages.alarmEditor
            navigator: pages.navigator
            onOpened: key => pages.navigator.open(key)
        }
    }
    Page_ {
        page: "product"
        sourceComponent: ProductScreen {
            product: pages.product
            checkout: pages.checkout
            onOpened: key => pages.navigator.open(key)
            onRecipeOpened: key => pages.navigator.openRecipe(key)
        }
    }
    Page_ {
        page: "recipe"
        sourceComponent: RecipeScreen {
            recipe: pages.recipe
            onBroadcastOpened: key => pages.navigator.open(key)
            onProductOpened: key => pages.navigator.openProduct(key)
            onAsked: words => pages.asked(words)
        }
    }
    Page_ {
        page: "recipes"
        sourceComponent: RecipesScreen {
            recipes: pages.recipes
            onOpened: key => pages.navigator.openRecipe(key)
            onPageWanted: page => pages.navigator.go(page)
        }
    }
    Page_ {
        page: "results"
        sourceComponent: ResultsScreen {
            results: pages.results
            onHomeWanted: pages.navigator.go("recipes")
            onBroadcastOpened: key => pages.navigator.open(key)
            onProductOpened: key => pages.navigator.openProduct(key)
            onAsked: words => pages.asked(words)
        }
    }
    Page_ {
        page: "pantry"
        sourceComponent: PantryScreen {
            pantry: pages.pantry
        }
    }
    Page_ {
        page: "shopping"
        sourceComponent: ShoppingScreen {
            shopping: pages.shopping
            onRecipeOpened: key => pages.navigator.openRecipe(key)
            onRecipesWanted: pages.navigator.go("recipes")
            onBroadcastOpened: key => pages.navigator.open(key)
            onProductOpened: key => pages.navigator.openProduct(key)
            onAsked: words => pages.asked(words)
        }
    }
    Page_ {
        page: "orders"
        sourceComponent: OrdersScreen {
            orders: pages.orders
            onOpened: key => pages.navigator.openOrder(key)
            onCartWanted: pages.navigator.go("cart")
        }
    }
    Page_ {
        page: "order"
        sourceComponent: OrderScreen {
            order: pages.orderDetail
            recipes: pages.orderRecipes
            onProductOpened: key => pages.navigator.openProduct(key)
            onRecipeOpened: key => pages.navigator.openRecipe(key)
        }
    }
    Page_ {
        page: "me"
        sourceComponent: MeScreen {
            me: pages.me
            people: pages.people
            data_: pages.myData
            onOrdersWanted: pages.navigator.go("orders")
            onProductOpened: key => pages.navigator.openProduct(key)
            onOrderOpened: order => pages.navigator.openOrder(order)
            onRecipeOpened: key => pages.navigator.openRecipe(key)
            onAsked: words => pages.asked(words)
        }
    }
    Page_ {
        page: "checkout"
        sourceComponent: CheckoutScreen {
            checkout: pages.checkout
            onProductOpened: key => pages.navigator.openProduct(key)
            onAlarmWanted: words => pages.alarmEditor.createFor(words)
            onCartWanted: pages.navigator.go("cart")
        }
    }
    Page_ {
        page: "mall"
        sourceComponent: MallScreen {
            mall: pages.mall
            sync: pages.sync
            onOpened: key => pages.navigator.openProduct(key)
            onCartWanted: key => pages.cart.put(key)
            onListWanted: shelf => pages.navigator.showShelf(shelf)
        }
    }
    Page_ {
        page: "mallList"
        sourceComponent: MallListScreen {
            list: pages.mallList
            onOpened: key => pages.navigator.openProduct(key)
            onCartWanted: key => pages.cart.put(key)
        }
    }

    component Page_: PageLoader {
        current: pages.navigator.page === page
    }
}
