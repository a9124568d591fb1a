"""Walks through the whole window without a display and leaves a picture of every screen."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import typer
from PySide6.QtCore import QEventLoop, QTimer

from eats_desktop.app.qt.tour_checkout import CheckoutPictures
from eats_desktop.app.qt.tour_mall import MallPictures
from eats_desktop.app.qt.tour_me import MePictures
from eats_desktop.app.qt.tour_orders import OrderPictures
from eats_desktop.app.qt.tour_watching import watch
from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.domain.schedule import BroadcastId, BroadcastState, ProductKey
from eats_desktop.services.alarm_rule_service import RuleDraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtQuick import QQuickWindow

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.demo import TravelClock
    from eats_desktop.app.qt.shell import Shell
    from eats_desktop.viewmodels.screen_view_model import ScreenViewModel

_LONGEST_S = 60
_LOOK_MS = 40
_CALM_MS = 450
_DISH = "library:pork-kimchi-stew"
_LEFTOVERS = "다진마늘 50g, 양파 3개, 바지락 400g"


class Tour:
    def __init__(self, shell: Shell, box: Container, clock: TravelClock, folder: Path) -> None:
        self._shell = shell
        self._models = shell.models
        self._box = box
        self._clock = clock
        self._folder = folder
        self._taken: list[str] = []
        self._window: QQuickWindow

    def run(self) -> int:
        """Take the pictures and print what was seen; 1 when a screen did not come."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.png"):
            old.unlink()
        self._window = self._shell.load()
        self._window.resize(1280, 800)
        try:
            self._before_fetching()
            self._fetch()
            self._daylight()
            self._wishing()
            self._shopping()
            self._orders("")
            self._recipes("")
            self._kitchen("")
            self._me("")
            self._standing_alarms()
            self._other_looks()
        except TimeoutError as error:
            typer.echo(f"둘러보기를 마치지 못했어요: {error}", err=True)
            return 1
        self._sum_up()
        return 0

    def _before_fetching(self) -> None:
        self._models.look.restartSetup()
        self._shoot("first-run")
        self._models.look.finishSetup()
        self._until("첫 화면", lambda: _state(self._models.home) == "never")
        self._shoot("home-never-fetched")

    def _fetch(self) -> None:
        self._box.scheduler.start()
        self._until("수집 시작", lambda: bool(self._models.sync.property("running")))
        self._until("오늘 편성", lambda: _state(self._models.home) == "ready")
        runs = self._box.databases.job_runs
        self._until("수집", lambda: runs.last_success("sync_mall") is not None)
        self._until("수집 끝", lambda: not self._models.sync.property("running"))

    def _daylight(self) -> None:
        self._page("home", self._models.home, "home")
        self._page("schedule", self._models.schedule, "schedule-list")
        self._models.schedule.showGrid(True)
        self._shoot("schedule-grid")
        self._models.schedule.showGrid(False)
        self._models.navigator.open(self._upcoming()[0])
        self._until("방송 상세", lambda: _state(self._models.broadcast) == "ready")
        self._shoot("broadcast-beside-schedule")
        self._models.navigator.close()
        self._search("")
        self._counterparts()
        watch(self._models, self._box, self._shoot, self._until)
        self._models.navigator.go("settings")
        self._shoot("settings")

    def _search(self, look: str) -> None:
        """The box with what goes on from a syllable under way, then results and none."""
        models = self._models
        models.suggest.openWith("김ㅊ")
        self._until("이어지는 말", lambda: models.suggest.property("typed") == "김ㅊ")
        self._shoot(f"search-suggesting{look}")
        for words, name in (("고등아", "search-corrected"), ("김칫국물녀", "search-nothing")):
            models.search.ask(words)
            models.navigator.search(words)
            self._until(words, lambda: _state(models.search) in ("ready", "none"))
            self._shoot(f"{name}{look}")
        models.search.ask("고등어")
        self._page("search", models.search, f"search{look}")
        models.suggest.openWith("")
        self._until("최근 검색어", lambda: models.suggest.property("rows").rowCount() > 1)
        self._shoot(f"search-recent{look}")

    def _counterparts(self) -> None:
        """A broadcast with what the mall has like it, and that product's own page."""
        models = self._models
        self._window.resize(1100, 1200)
        models.navigator.open(self._matched())
        self._until("방송 상세", lambda: _state(models.broadcast) == "ready")
        shelf = models.broadcast.property("shelf")
        self._until("비슷한 상품", lambda: _state(shelf) == "ready")
        self._shoot("broadcast-with-mall-shelf")
        self._window.resize(1280, 800)
        self._product(shelf.property("rows").rows()[0].key, "product")

    def _product(self, key: str, name: str) -> None:
        product = self._models.product
        self._models.navigator.openProduct(key)
        self._until("상품", lambda: _state(product) == "ready")
        self._until("비슷한 방송", lambda: _state(product.property("shelf")) in ("ready", "none"))
        self._shoot(name)

    def _matched(self) -> str:
        """Return the broadcast still to come for which the mall has the most."""
        rows = self._upcoming()
        known = (self._box.schedule.detail(BroadcastId.parse(key)).broadcast for key in rows)
        headlines = [(str(b.id), b.headline) for b in known]
        shelves = self._box.shelves
        counts = {key: len(shelves.mall(h.key)) for key, h in headlines if h is not None}
        return max(counts, key=lambda key: counts[key])

    def _wishing(self) -> None:
        chosen = self._upcoming()[:3]
        for key in chosen:
            self._models.hearts.toggle(key)
        wished = self._box.wishes.wished_broadcasts
        self._until("찜", lambda: len(wished()) == len(chosen))
        self._page("wishes", self._models.wishes, "wishes")
        self._models.notices.dismissAll()
        starts_at = BroadcastId.parse(chosen[0]).starts_at
        self._clock.travel(starts_at - timedelta(minutes=5) + timedelta(seconds=2))
        self._box.scheduler.check_clock()
        self._until("알림", lambda: int(self._models.inbox.property("unread")) > 0)
        self._page("inbox", self._models.inbox, "inbox-with-reminder")

    def _shopping(self) -> None:
        """A cart of both markets, and the checkout of what is sold here."""
        models, cart = self._models, self._box.purchases.cart
        models.notices.dismissAll()
        mall = ProductKey.parse(models.product.property("key"))
        broadcast = self._box.schedule.detail(BroadcastId.parse(self._upcoming()[0])).broadcast
        self._box.tasks.write_now(partial(cart.add, mall, 2))
        if broadcast.headline is not None:
            self._box.tasks.write_now(partial(cart.add, broadcast.headline.key))
        self._mall("")
        self._page("cart", models.cart, "cart")
        self._checkout("")

    def _mall(self, look: str) -> None:
        MallPictures(self._models, self._shoot, self._until).take(look)

    def _checkout(self, look: str) -> None:
        pictures = CheckoutPictures(self._models, self._box, self._shoot, self._until)
        pictures.take(look, briefly=look != "")

    def _orders(self, look: str) -> None:
        OrderPictures(self._models, self._box, self._shoot, self._until).take(look)

    def _recipes(self, look: str) -> None:
        """A recipe, products for what is missing, all of them at once, and what is cooked from."""
        models, cook = self._models, self._models.cook
        models.notices.dismissAll()
        models.navigator.openRecipe(_DISH)
        self._until("레시피", lambda: _state(models.recipe) == "ready")
        self._shoot(f"recipe{look}")
        rows = models.recipe.property("ingredients").rows()
        lacking = next(row.key for row in rows if row.canBuy)
        models.recipe.toggle(lacking)
        buying, missing = models.recipe.property("buying"), models.recipe.property("missing")
        self._until("재료 파는 곳", lambda: _state(buying) in ("ready", "none"))
        self._shoot(f"recipe-buying{look}")
        models.recipe.toggle(lacking)
        models.recipe.buyMissing()
        self._until("부족한 재료", lambda: _state(missing) == "ready")
        self._shoot(f"recipe-missing{look}")
        missing.close()
        models.recipe.cook()
        cook.turnTo(3)
        cook.toggleTimer()
        cook.turnTo(2)
        self._shoot(f"recipe-cooking{look}")
        cook.turnTo(3)
        cook.dropTimer(cook.property("timerKey"))
        cook.close()

    def _me(self, look: str) -> None:
        MePictures(self._models, self._box, self._window, self._shoot, self._until).take(look)

    def _kitchen(self, look: str) -> None:
        """What is left becomes dishes; what is at home, what is to be bought."""
        models, results = self._models, self._models.results
        stock = models.recipes.property("stock")
        models.notices.dismissAll()
        stock.put((), {})
        self._page("recipes", models.recipes, f"recipes{look}")
        stock.add(_LEFTOVERS)
        self._until("남은 재료", lambda: stock.property("count") > 1)
        self._shoot(f"recipes-leftovers{look}")
        models.recipes.find()
        self._until("조합", lambda: bool(results.property("costText")))
        self._shoot(f"recipes-combination{look}")
        models.recipes.findNamed("김치찌개")
        self._until("찾은 요리", lambda: results.property("by") == "name" and _calm(results))
        self._shoot(f"recipes-found{look}")
        self._page("pantry", models.pantry, f"pantry{look}")
        if not models.shopping.property("hasDone"):
            models.recipe.listMissing()
            listed = self._box.recipes.shopping_list.entries
            self._until("장보기 목록", lambda: len(listed()) > 1)
            self._box.tasks.write_now(
                partial(self._box.recipes.shopping_list.check, listed()[0].line_ids, done=True)
            )
        models.notices.dismissAll()
        self._page("shopping", models.shopping, f"shopping{look}")

    def _standing_alarms(self) -> None:
        models, rules = self._models, self._box.alarm_rules
        models.notices.dismissAll()
        drafts = (
            RuleDraft(RuleKind.INGREDIENT, "고등어", 40000),
            RuleDraft(RuleKind.INGREDIENT, "김치"),
            RuleDraft(RuleKind.KEYWORD, "제주 갈치", None, frozenset({"hmall", "nsmall"})),
        )
        for draft in drafts:
            self._box.tasks.write_now(partial(rules.add, draft))
        self._page("alarms", models.alarms, "alarms")
        self._edit_alarm("alarm-editor")

    def _edit_alarm(self, name: str) -> None:
        editor = self._models.alarmEditor
        editor.createFor("고등")
        self._until("알림 조건", lambda: bool(editor.property("isOpen")))
        editor.chooseKind("ingredient")
        self._until("재료 추천", lambda: editor.property("suggestions").rowCount() > 0)
        self._shoot(f"{name}-suggesting")
        editor.choose("김치")
        self._until("미리 보기", lambda: bool(editor.property("canSave")))
        self._shoot(name)
        editor.close()

    def _other_looks(self) -> None:
        look = self._models.look
        self._models.notices.dismissAll()
        for theme in ("dark", "contrast"):
            look.chooseTheme(theme)
            self._page("home", self._models.home, f"home-{theme}")
            self._models.navigator.go("schedule")
            self._models.schedule.showGrid(True)
            self._shoot(f"schedule-grid-{theme}")
            self._models.schedule.showGrid(False)
            self._product(self._models.product.property("key"), f"product-{theme}")
            watch(self._models, self._box, self._shoot, self._until, f"-{theme}")
            self._mall(f"-{theme}")
            self._page("cart", self._models.cart, f"cart-{theme}")
            self._checkout(f"-{theme}")
            self._orders(f"-{theme}")
            self._recipes(f"-{theme}")
            self._kitchen(f"-{theme}")
            self._me(f"-{theme}")
            self._page("alarms", self._models.alarms, f"alarms-{theme}")
            self._edit_alarm(f"alarm-editor-{theme}")
            self._search(f"-{theme}")
        look.chooseTheme("light")
        look.chooseTextScale(150)
        self._window.resize(1024, 640)
        self._page("home", self._models.home, "home-1024-text150")
        self._page("schedule", self._models.schedule, "schedule-1024-text150")
        self._models.navigator.open(self._upcoming()[0])
        self._until("방송 상세", lambda: _state(self._models.broadcast) == "ready")
        self._shoot("broadcast-1024-text150")
        self._models.navigator.close()
        self._product(self._models.product.property("key"), "product-1024-text150")
        watch(self._models, self._box, self._shoot, self._until, "-1024-text150")
        self._mall("-1024-text150")
        self._page("cart", self._models.cart, "cart-1024-text150")
        self._checkout("-1024-text150")
        self._orders("-1024-text150")
        self._recipes("-1024-text150")
        self._kitchen("-1024-text150")
        self._me("-1024-text150")
        self._page("alarms", self._models.alarms, "alarms-1024-text150")
        self._edit_alarm("alarm-editor-1024-text150")
        self._search("-1024-text150")
        self._models.navigator.go("settings")
        self._shoot("settings-1024-text150")

    def _upcoming(self) -> list[str]:
        """Return what starts late enough for a reminder to come, and has a price to show."""
        after = self._clock.now() + timedelta(minutes=6)
        rows = self._models.schedule.property("broadcasts").rows()
        priced = (row.key for row in rows if row.priceText)
        return [key for key in priced if BroadcastId.parse(key).starts_at > after]

    def _page(self, page: str, model: ScreenViewModel, name: str) -> None:
        self._models.navigator.go(page)
        self._until(page, lambda: _state(model) == "ready")
        self._shoot(name)

    def _shoot(self, name: str) -> None:
        self._wait(_CALM_MS)
        file = f"{len(self._taken) + 1:02d}-{name}.png"
        if not self._window.grabWindow().save(str(self._folder / file)):
            raise TimeoutError(f"그림을 남기지 못했어요: {file}")
        self._taken.append(file)

    def _until(self, what: str, is_there: Callable[[], bool]) -> None:
        for _ in range(_LONGEST_S * 1000 // _LOOK_MS):
            if is_there():
                return
            self._wait(_LOOK_MS)
        raise TimeoutError(what)

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _sum_up(self) -> None:
        now = self._clock.now()
        day = self._box.schedule.day(now.date())
        channels = {b.channel.channel_id for b in day.broadcasts}
        live = sum(b.state_at(now) is BroadcastState.LIVE for b in day.broadcasts)
        typer.echo(
            f"체험 데이터: 오늘 식품 방송 {len(day.broadcasts)}개, 채널 {len(channels)}개, "
            f"지금 방송 {live}개"
        )
        typer.echo(
            f"찜 {len(self._box.wishes.wishlist())}개, 알림 {len(self._box.inbox.items())}개"
        )
        typer.echo(f"그림 {len(self._taken)}장을 남겼어요: {self._folder}")


def _calm(model: ScreenViewModel) -> bool:
    return _state(model) == "ready" and not model.property("isBusy")


def _state(model: ScreenViewModel) -> str:
    return str(model.property("state"))
