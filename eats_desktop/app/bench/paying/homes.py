"""Data directories of shoppers with a random cart, copied from one that was opened before."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from eats_desktop.domain.clock import Clock

START = datetime(2026, 11, 25, 12, tzinfo=KST)
API_KEY = "test_sk_eats_loopback"
_MALL = "kok"
_GOODS = (
    ("들녘 햅쌀 10kg", 32900),
    ("콩마을 두부 300g", 3500),
    ("바다골 손질 고등어 8팩", 39900),
    ("산들 표고버섯 500g", 12800),
    ("한마루 배추김치 4.5kg", 28900),
    ("고운뜰 대추방울토마토 2kg", 15900),
    ("맑은샘 두유 24팩", 19800),
    ("달빛농원 사과 3kg", 24900),
)


class Homes:
    """`fresh` gives a home whose cart is random by its seed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template"
        box = Container.open(self._template, None, ManualClock(START))
        try:
            offer(box)
        finally:
            box.close()

    def fresh(self, name: str, settings: str) -> Path:
        home = self._folder / name
        shutil.copytree(self._template, home)
        (home / "settings.toml").write_text(settings, encoding="utf-8")
        return home

    def discard(self, home: Path) -> None:
        shutil.rmtree(home, ignore_errors=True)


def toss_settings(base_url: str, wait_s: float = 10.0) -> str:
    """`wait_s` is how long the program waits for an answer of the provider."""
    return (
        "[checkout.toss]\n"
        "enabled = true\n"
        f'base_url = "{base_url}"\n'
        'return_url = "https://shop.example/return"\n'
        f"timeout_s = {wait_s}\n"
        f"confirm_timeout_s = {wait_s}\n"
    )


def opened(home: Path, clock: Clock) -> Container:
    return Container.open(home, None, clock)


def offer(box: Container) -> None:
    """Let the mall list its goods now: prices that are a day old cannot be ordered at."""
    listings = [_listing(n, name, krw) for n, (name, krw) in enumerate(_GOODS)]
    reading = FoodReading(is_food=True, probability=0.97, model_version="bench")
    with box.databases.writer.transaction() as tx:
        tx.save_mall(listings, {_key(n): reading for n in range(len(_GOODS))}, box.clock.now())


def fill_cart(box: Container, rng: random.Random) -> Counter[ProductKey]:
    """Put in one to five products, one to three pieces of each; the last may stay unchecked.

    Returns what was put in.
    """
    offer(box)
    cart = box.purchases.cart
    wanted = Counter({_key(n): rng.randint(1, 3) for n in rng.sample(range(len(_GOODS)), 5)})
    chosen = Counter(dict(list(wanted.items())[: rng.randint(1, 5)]))
    lines = cart.add_all(list(chosen.items()))
    if len(lines) > 1 and rng.random() < 0.4:
        cart.check(lines[-1].line_id, on=False)
    return chosen


def _key(number: int) -> ProductKey:
    return ProductKey(_MALL, str(100 + number))


def _listing(number: int, name: str, krw: int) -> ProductListing:
    return ProductListing(
        source=_MALL,
        product_id=_key(number).product_id,
        raw_name=name,
        name=name,
        role=ProductRole.MAIN,
        price_kind=PriceKind.PRICED,
        list_price_krw=None,
        sale_price_krw=krw,
    )
