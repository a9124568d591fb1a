"""Builds the window's view-models over one container and loads the QML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from eats_desktop.app.qt.checkout_models import checkout_model
from eats_desktop.app.qt.icon_provider import IconProvider
from eats_desktop.app.qt.mall_models import MallModels
from eats_desktop.app.qt.me_models import MeModels
from eats_desktop.app.qt.order_models import OrderModels
from eats_desktop.app.qt.photo_provider import PictureDesk
from eats_desktop.app.qt.recipe_models import KitchenModels, RecipeModels
from eats_desktop.app.qt.refresher import Refresher
from eats_desktop.app.qt.reopening import Reopening
from eats_desktop.app.qt.video_media import open_media
from eats_desktop.domain.events import (
    AlarmRulesChanged,
    CartChanged,
    InboxChanged,
    OrdersChanged,
    PantryChanged,
    PaymentChanged,
    ProductDetailsChanged,
    RecipesChanged,
    ScheduleChanged,
    SettingsChanged,
    ShoppingListChanged,
    SyncFailed,
    SyncFinished,
    SyncProgressed,
    SyncStarted,
    WishlistChanged,
)
from eats_desktop.paths import bundle_root, resources
from eats_desktop.viewmodels.alarm_editor_view_model import AlarmEditorViewModel
from eats_desktop.viewmodels.alarms_view_model import AlarmsViewModel
from eats_desktop.viewmodels.broadcast_view_model import BroadcastViewModel
from eats_desktop.viewmodels.cart_adding import CartAdding
from eats_desktop.viewmodels.cart_view_model import CartViewModel
from eats_desktop.viewmodels.detail_view_model import DetailViewModel
from eats_desktop.viewmodels.hearts import Hearts
from eats_desktop.viewmodels.home_view_model import HomeViewModel
from eats_desktop.viewmodels.inbox_view_model import InboxViewModel
from eats_desktop.viewmodels.live_player import LivePlayer
from eats_desktop.viewmodels.look_view_model import LookViewModel
from eats_desktop.viewmodels.minute_ticker import MinuteTicker
from eats_desktop.viewmodels.navigator import Navigator
from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
from eats_desktop.viewmodels.playback_view_model import PlaybackViewModel
from eats_desktop.viewmodels.product_recipes_view_model import ProductRecipesViewModel
from eats_desktop.viewmodels.product_view_model import ProductViewModel
from eats_desktop.viewmodels.schedule_view_model import ScheduleViewModel
from eats_desktop.viewmodels.search_view_model import SearchViewModel
from eats_desktop.viewmodels.settings_view_model import Installation, SettingsViewModel
from eats_desktop.viewmodels.shelf_view_model import air_shelf, mall_shelf
from eats_desktop.viewmodels.suggest_view_model import SuggestViewModel
from eats_desktop.viewmodels.sync_view_model import SyncViewModel
from eats_desktop.viewmodels.wishes_view_model import WishesViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.app.container import Container
    from eats_desktop.domain.events import Event
    from eats_desktop.viewmodels.me_view_model import MeViewModel
    from eats_desktop.viewmodels.my_data_view_model import MyDataViewModel
    from eats_desktop.viewmodels.people_view_model import PeopleViewModel
    from eats_desktop.viewmodels.recipe_import_view_model import RecipeImportViewModel
    from eats_desktop.viewmodels.ui_poster import UiPoster

E = TypeVar("E", bound="Event")


class Shell:
    """The window with all its view-models; the engine owns them, `close` ends them."""

    def __init__(
        self,
        box: Container,
        poster: UiPoster,
        *,
        is_demo: bool = False,
        reopening: Reopening | None = None,
    ) -> None:
        self._box = box
        self.reopening = reopening or Reopening()
        self._poster = poster
        self._pictures = PictureDesk(box.photos, poster.post)
        self.engine = QQmlApplicationEngine()
        self.models = Models(box, self.engine, is_demo=is_demo)
        models = self.models
        self._mine = MeModels(box, poster.post, self.reopening, models.notices, self.engine)
        models.people, models.me = self._mine.people, self._mine.me
        models.myData, models.imports = self._mine.my_data, self._mine.imports
        self._mine.imports.imported.connect(self._imported)
        self._refresher = Refresher(
            self.models.navigator, self._pages(), self._read_always, self.engine
        )
        self.ticker = MinuteTicker(box.clock, self.engine)
        self.ticker.ticked.connect(self._refresher.mark)
        self.models.navigator.placeChanged.connect(self._show_place)
        self._listen()

    def load(self) -> QQuickWindow:
        """Load the QML and start reading; a window that does not come is a bug."""
        self.engine.addImageProvider("icon", IconProvider(resources() / "icons"))
        self.engine.addImportPath(str(bundle_root() / "ui"))
        self._pictures.serve(self.engine, resources() / "pictures")
        self.engine.setInitialProperties(self.models.as_properties())
        self.engine.load(QUrl.fromLocalFile(str(bundle_root() / "ui" / "Eats" / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("Main.qml did not load")
        self._refresher.mark()
        return roots[0]

    def close(self) -> None:
        """End the QML and all view-models; the container may close after it."""
        self._pictures.close()
        self._poster.close()
        self.models.player.shut()
        shiboken6.delete(self.engine)

    def _pages(self) -> dict[str, Callable[[], None]]:
        models = self.models
        return {
            "home": models.home.refresh,
            "schedule": models.schedule.refresh,
            "wishes": models.wishes.refresh,
            "alarms": models.alarms.refresh,
            "cart": models.cart.refresh,
            "checkout": models.checkout.refresh,
            "mall": models.mall.refresh,
            "mallList": models.mallList.refresh,
            "orders": models.orders.refresh,
            "order": models.order.refresh,
            "inbox": models.inbox.refresh,
            "search": models.search.refresh,
            "product": models.product.refresh,
            "recipe": models.recipe.refresh,
            "recipes": models.recipes.refresh,
            "results": models.results.refresh,
            "pantry": models.pantry.refresh,
            "shopping": models.shopping.refresh,
            "settings": self._refresh_settings,
            "me": self._mine.refresh,
        }

    def _imported(self) -> None:
        self._refresher.hurry()

    def _refresh_settings(self) -> None:
        self.models.settings.refresh()
        self._mine.my_data.refresh()
        self._mine.imports.refresh()
        self.models.photoStore.refresh()

    def _read_always(self) -> None:
        self.models.sync.refresh()
        self.models.inbox.refresh()
        self.models.broadcast.refresh()
        self.models.player.refresh()
        self.models.cart.count_again()
        self.models.checkout.glance()

    def _show_place(self) -> None:
        place = self.models.navigator.place
        self.models.player.visit(place.broadcast, place.page)
        self.models.broadcast.show(place.broadcast)
        self.models.product.show(place.product)
        self.models.order.show(place.order)
        self.models.mallList.show(place.shelf)
        self.models.recipe.show(place.recipe, place.servings)
        if place.page == "recipe":
            self.models.recipe.take_typed(self.models.results.stock_of(place.question))
        self.models.results.show(place.question if place.page == "results" else "")
        self.models.cook.close()
        self.models.search.show(place.query)
        if place.page == "cart":
            self.models.cart.look_closer()

    def _listen(self) -> None:
        bus, models = self._box.bus, self.models
        told: tuple[type[Event], ...] = (SyncStarted, SyncProgressed, SyncFinished, SyncFailed)
        for kind in told:
            bus.subscribe(kind, self._on_ui(models.sync.hear))
        changed: tuple[type[Event], ...] = (ScheduleChanged, SyncFinished, ProductDetailsChanged)
        for kind in changed:
            bus.subscribe(kind, self._on_ui(lambda _event: self._refresher.mark()))
        bus.subscribe(AlarmRulesChanged, self._on_ui(lambda _event: self._refresher.hurry()))
        bus.subscribe(OrdersChanged, self._on_ui(lambda _event: self._refresher.mark()))
        bus.subscribe(CartChanged, self._on_ui(lambda _event: self._refresher.hurry()))
        bus.subscribe(RecipesChanged, self._on_ui(lambda _event: self._refresher.mark()))
        bus.subscribe(PantryChanged, self._on_ui(lambda _event: self._refresher.hurry()))
        bus.subscribe(ShoppingListChanged, self._on_ui(lambda _event: self._refresher.hurry()))
        bus.subscribe(WishlistChanged, self._on_ui(lambda _event: self._refresher.hurry()))
        bus.subscribe(
            PaymentChanged, self._on_ui(lambda event: models.checkout.hear(event.payment))
        )
        bus.subscribe(PaymentChanged, self._on_ui(lambda event: models.order.hear(event.payment)))
        bus.subscribe(InboxChanged, self._on_ui(self._hear_inbox))
        bus.subscribe(SettingsChanged, self._on_ui(lambda _event: models.settings_changed()))

    def _hear_inbox(self, event: InboxChanged) -> None:
        """What the checkout on screen says itself needs no toast over its buttons."""
        said = self.models.checkout.tells(event.arrived)
        self.models.inbox.arrived(replace(event, quiet=event.quiet or said))

    def _on_ui(self, handle: Callable[[E], None]) -> Callable[[E], None]:
        return lambda event: self._poster.post(lambda: handle(event))


class Models:
    """Every view-model of the window, each made once and owned by the engine."""

    def __init__(self, box: Container, engine: QObject, *, is_demo: bool) -> None:
        tasks, clock, settings = box.tasks, box.clock, box.settings
        self.navigator = Navigator(engine)
        self.look = LookViewModel(settings, engine)
        self.notices = NoticesViewModel(engine)
        self.hearts = Hearts(
            box.wishes, tasks, self.notices, lambda: settings.current.notifications, clock, engine
        )
        self.home = HomeViewModel(box.schedule, box.wishes, tasks, engine)
        self.schedule = ScheduleViewModel(box.schedule, box.wishes, tasks, clock, engine)
        beside = mall_shelf(box.shelves, tasks, engine)
        pages = box.product_pages.service
        self.broadcast = BroadcastViewModel(
            box.schedule,
            box.wishes,
            box.alarm_rules,
            box.prices,
            beside,
            DetailViewModel(pages, tasks, clock, engine, asks=False),
            ProductRecipesViewModel(box.recipes.cooked_from, tasks, engine),
            tasks,
            clock,
            self.notices,
            engine,
        )
        self.player = LivePlayer(
            box.streams,
            open_media,
            box.schedule,
            lambda: settings.current.playback,
            tasks,
            clock,
            self.notices,
            engine,
        )
        self.broadcast.shown.connect(lambda: self.player.offer(self.broadcast.watchable))
        self.playback = PlaybackViewModel(
            box.streams.service, settings, tasks, self.notices, engine
        )
        on_air = air_shelf(box.shelves, tasks, clock, engine)
        write = Writing(tasks, self.notices)
        self.product = ProductViewModel(
            box.prices,
            on_air,
            DetailViewModel(pages, tasks, clock, engine, asks=True),
            ProductRecipesViewModel(box.recipes.cooked_from, tasks, engine),
            CartAdding(box.purchases.cart, write, self.notices),
            box.mall.saw,
            write,
            tasks,
            clock,
            engine,
        )
        self.wishes = WishesViewModel(box.wishes, tasks, clock, engine)
        self.alarms = AlarmsViewModel(
            box.alarm_rules, box.schedule, tasks, clock, self.notices, engine
        )
        self.alarmEditor = AlarmEditorViewModel(
            box.alarm_rules,
            box.schedule,
            tasks,
            clock,
            lambda: settings.current.notifications,
            self.navigator,
            self.notices,
            engine,
        )
        self.cart = CartViewModel(
            box.purchases.cart, box.purchases.recipe_titles, pages, tasks, self.notices, engine
        )
        self.checkout = checkout_model(box, self.navigator, self.notices, engine)
        browsing = MallModels(box, self.notices, engine)
        self.mall, self.mallList = browsing.home, browsing.list
        self.photoStore = browsing.photos
        bought = OrderModels(box, self.navigator, self.notices, engine)
        self.orders, self.order = bought.orders, bought.order
        self.inbox = InboxViewModel(box.inbox, tasks, clock, self.navigator, self.notices, engine)
        self.suggest = SuggestViewModel(
            box.food.suggest, box.food.history, tasks, self.notices, engine
        )
        self.search = SearchViewModel(
            box.food.search,
            box.food.suggest,
            box.food.history,
            box.wishes,
            tasks,
            clock,
            self.notices,
            engine,
        )
        kitchen = RecipeModels(box, self.notices, engine)
        self.recipe = kitchen.recipe
        self.cook = kitchen.cook
        cooking = KitchenModels(box, self.navigator, self.notices, engine)
        self.recipes = cooking.home
        self.results = cooking.results
        self.pantry = cooking.pantry
        self.shopping = cooking.shopping
        self.cartRecipes = cooking.cart_recipes
        self.orderRecipes = cooking.order_recipes
        self.cart.shown.connect(self.cartRecipes.refresh)
        self.order.shown.connect(
            lambda: self.orderRecipes.show(str(self.order.property("boughtKey")))
        )
        self.sync = SyncViewModel(
            box.scheduler, box.source_service, settings, tasks, clock, self.notices, engine
        )
        installation = _installation(box, is_demo=is_demo)
        self.settings = SettingsViewModel(settings, installation, tasks, self.notices, engine)

    people: PeopleViewModel
    me: MeViewModel
    myData: MyDataViewModel
    imports: RecipeImportViewModel

    def as_properties(self) -> dict[str, QObject]:
        return dict(vars(self))

    def settings_changed(self) -> None:
        self.look.changed.emit()
        self.settings.changed.emit()
        self.playback.refresh()
        self.player.refresh()
        self.checkout.glance()


def _installation(box: Container, *, is_demo: bool) -> Installation:
    return Installation(
        data_dir=box.data_dir,
        notifier_problem=box.notifier_problem,
        send_test=lambda: box.send("Eat's 유혹", "시험 알림이에요. 이렇게 알려 드릴게요."),
        is_demo=is_demo,
    )
