"""How fast screens come: from asking a view-model until its first rows are there, cold and warm.

SCREENS is the table: one row a screen, with what fills the databases and what is then asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.app.bench.mall_screens import (
    LINES,
    ORIGINAL_ENTRY_MS,
    PRODUCTS,
    Entry,
    LongList,
    Page,
    cart,
    fill_cart,
)
from eats_desktop.app.container import Container
from eats_desktop.app.order_desk import order_book
from eats_desktop.domain.cart import MALL, CartAddition
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.order import Actor, OrderDraft, OrderLine, OrderState, PaymentWay
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.services.mall_service import MallQuestion
from eats_desktop.viewmodels.orders_view_model import OrdersViewModel
from eats_desktop.viewmodels.ui_poster import UiPoster

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from eats_desktop.viewmodels.screen_view_model import ScreenViewModel

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=KST)
ORDERS = 1000
_COLD, _WARM = 10, 100
_ALL_CARDS = 5000
"""So many cards at once stand for reading a list whole."""

_NAMES = ("콩마을 두부 300g", "들녘 햅쌀 10kg", "바다골 손질 고등어 8팩")


class Refreshed(Protocol):
    """Has a signal `shown` too, which Python cannot say of a Qt object."""

    def refresh(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Screen:
    """`make` builds the view-model; its signal `shown` tells that the rows are there.

    `beside` is the baseline: the same read without a window, or a figure measured elsewhere (ms).
    Screens that share what `shares` names are filled once.
    """

    name: str
    size: str
    fill: Callable[[Container], None]
    make: Callable[[Container, QObject], Refreshed]
    beside_name: str
    beside: Callable[[Container], object] | float
    shares: str = ""


def _orders(box: Container, parent: QObject) -> ScreenViewModel:
    return OrdersViewModel(order_book(box), box.tasks, box.clock, parent)


def fill_orders(box: Container, count: int = ORDERS) -> None:
    """Make orders of three lines each over the last year, most of them paid."""
    stores = box.databases
    for number in range(count):
        at = NOW - timedelta(hours=8 * (count - number))
        added = stores.cart.add([_addition(number, name) for name in _NAMES], at)
        lines = tuple(OrderLine(x.product, x.name, x.brand, 2, 5000, 6000) for x in added)
        draft = OrderDraft(
            f"bench-{number}", PaymentWay.COUNTER, lines, tuple(x.line_id for x in added)
        )
        order, _told = stores.orders.create(draft, at, Actor.SHOPPER, lambda _order: None)
        steps = (OrderState.PAYMENT_REQUESTED, OrderState.PAID) if number % 5 else ()
        for state in steps:
            stores.orders.advance(order.order_no, state, at, Actor.STAFF, "", lambda _order: None)


def _addition(number: int, name: str) -> CartAddition:
    key = ProductKey("kok", f"{number}-{_NAMES.index(name)}")
    return CartAddition(key, MALL, name, None, 2, 6000, 5000)


SCREENS = (
    Screen(
        "주문 내역",
        f"주문 {ORDERS:,}건",
        fill_orders,
        _orders,
        "모든 주문 읽기",
        lambda box: box.purchases.orders.newest(ORDERS),
    ),
    Screen(
        "콕 홈, 모든 선반",
        f"상품 {PRODUCTS:,}개",
        fill_cart,
        Entry,
        "원작의 콕 입구 (원작이 잰 평균)",
        ORIGINAL_ENTRY_MS,
        "mall",
    ),
    Screen(
        "콕 목록, 모든 상품",
        f"상품 {PRODUCTS:,}개",
        fill_cart,
        LongList,
        "카드를 모두 읽기",
        lambda box: box.mall.cards(box.mall.items(MallQuestion())[:_ALL_CARDS]),
        "mall",
    ),
    Screen(
        "상품 화면",
        f"상품 {PRODUCTS:,}개",
        fill_cart,
        Page,
        "값 한 번 읽기",
        lambda box: box.prices.of_product(ProductKey("kok", "7")),
        "mall",
    ),
    Screen(
        "장바구니",
        f"상품 {LINES}개",
        fill_cart,
        cart,
        "줄만 읽기",
        lambda box: box.purchases.cart.items(),
        "mall",
    ),
)


def figures(folder: Path, screens: Sequence[Screen] = SCREENS) -> Sequence[Figure]:
    app = QCoreApplication.instance() or QCoreApplication([])
    found: list[Figure] = []
    for number, screen in enumerate(screens):
        data_dir = folder / (screen.shares or str(number))
        found += _measured(screen, data_dir, app)
    return found


def _measured(screen: Screen, data_dir: Path, app: QCoreApplication) -> list[Figure]:
    is_new = not data_dir.exists()
    data_dir.mkdir(exist_ok=True)
    box = Container.open(data_dir, None, ManualClock(NOW))
    try:
        if is_new:
            screen.fill(box)
        beside = _beside(screen, box)
    finally:
        box.close()
    cold = [_opened(screen, data_dir, app, 1)[0] for _ in range(_COLD)]
    warm = _opened(screen, data_dir, app, _WARM + 1)[1:]
    return [
        Figure(
            f"{screen.name} 첫 줄까지 {state} p{part * 100:.0f}", share(times, part), "ms",
            screen.beside_name, share(beside, part), f"{screen.size}, {len(times)}번",
        )
        for state, times in (("처음", cold), ("다시", warm))
        for part in (0.5, 0.95)
    ]  # fmt: skip


def _beside(screen: Screen, box: Container) -> list[float]:
    told = screen.beside
    if isinstance(told, float):
        return [told]
    return [seconds(lambda: told(box)) * 1000 for _ in range(_COLD)]


def _opened(screen: Screen, data_dir: Path, app: QCoreApplication, times: int) -> list[float]:
    """Open the databases anew and return the milliseconds of that many loads."""
    poster = UiPoster(app)
    box = Container(data_dir, None, ManualClock(NOW), poster.post)
    try:
        model = screen.make(box, poster)
        return [_loaded(model) for _ in range(times)]
    finally:
        box.close()
        poster.close()


def _loaded(model: Refreshed) -> float:
    loop = QEventLoop()
    model.shown.connect(loop.quit)  # type: ignore[attr-defined]  # every screen has it

    def load() -> None:
        model.refresh()
        loop.exec()

    took = seconds(load) * 1000
    model.shown.disconnect(loop.quit)  # type: ignore[attr-defined]
    return took
