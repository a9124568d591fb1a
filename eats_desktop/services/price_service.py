"""What a product costs now, and what we saw it cost before (값 기록)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.price_history import LONG, YEAR, PriceHistory, price_history

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.price_history import PriceSpan
    from eats_desktop.domain.schedule import ProductKey


class PriceStore(Protocol):
    def offers(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, Offer]:
        """Return the products of these keys that are stored."""

    def spans(
        self, keys: Collection[ProductKey], since: datetime
    ) -> Mapping[ProductKey, tuple[PriceSpan, ...]]:
        """Return the prices of each product that were still seen at or after `since`."""


@dataclass(frozen=True, slots=True)
class PricedOffer:
    """`spans` are the prices of the last year, `history` sums up those of 90 days."""

    offer: Offer
    history: PriceHistory
    spans: tuple[PriceSpan, ...] = ()


class PriceService:
    def __init__(self, store: PriceStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_product(self, key: ProductKey) -> PricedOffer:
        """Return a product with its price now and before, or NotFoundError."""
        offer = self._store.offers([key]).get(key)
        if offer is None:
            raise NotFoundError(f"상품을 찾을 수 없어요: {key}")
        now = self._clock.now()
        spans = self._store.spans([key], now - YEAR).get(key, ())
        return PricedOffer(offer, price_history(spans, now), spans)

    def histories(self, keys: Collection[ProductKey]) -> dict[ProductKey, PriceHistory]:
        """Return for each product what we saw of its price; of an unknown one, nothing."""
        now = self._clock.now()
        spans = self._store.spans(keys, now - LONG) if keys else {}
        return {key: price_history(spans.get(key, ()), now) for key in keys}
