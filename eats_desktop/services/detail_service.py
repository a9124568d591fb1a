"""What a seller's own page says of a product (판매처 정보), and asking for it when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.product_detail import FRESH_FOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.product_detail import DetailAttempt, ProductDetail
    from eats_desktop.domain.schedule import ProductKey

_REST = timedelta(minutes=10)
"""After a failure a page that is opened again and again is not asked for each time.

Not every failure is stored with the product: a seller that refuses says nothing of it.
"""


class DetailStore(Protocol):
    def detail(self, key: ProductKey) -> ProductDetail | None: ...

    def attempt(self, key: ProductKey) -> DetailAttempt | None: ...

    def is_food(self, key: ProductKey) -> bool: ...


@dataclass(frozen=True, slots=True)
class KnownDetail:
    """What is known of a product's page.

    `can_ask`: its seller's pages can be read and are switched on. `is_due`: what is known is
    missing or older than a day, and the page was not asked for a moment ago.
    """

    detail: ProductDetail | None
    can_ask: bool
    is_due: bool


class DetailService:
    """`of_product` is for reading threads, `ask` for job threads."""

    def __init__(
        self,
        store: DetailStore,
        can_ask: Callable[[str], bool],
        ask: Callable[[ProductKey], None],
        clock: Clock,
    ) -> None:
        self._store = store
        self._can_ask = can_ask
        self._ask = ask
        self._clock = clock
        self._asked: dict[ProductKey, datetime] = {}

    def of_product(self, key: ProductKey) -> KnownDetail:
        detail, attempt = self._store.detail(key), self._store.attempt(key)
        now = self._clock.now()
        can_ask = self._can_ask(key.source) and self._store.is_food(key)
        is_fresh = detail is not None and now - detail.fetched_at < FRESH_FOR
        asked = (attempt.asked_at if attempt is not None else None, self._asked.get(key))
        rests = any(at is not None and now - at < _REST for at in asked)
        return KnownDetail(detail, can_ask, can_ask and not is_fresh and not rests)

    def ask(self, key: ProductKey) -> KnownDetail:
        """Ask the seller now; raises the SourceError or ConflictError that kept it from us."""
        now = self._clock.now()
        recent = {k: at for k, at in self._asked.items() if now - at < _REST}
        self._asked = {**recent, key: now}
        self._ask(key)
        return self.of_product(key)
