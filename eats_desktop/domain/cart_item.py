"""A cart line beside what its product costs now: what to say of it, and what a selection costs."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import MALL
from eats_desktop.domain.schedule import PriceKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.offer import Offer, PageCheck
    from eats_desktop.domain.schedule import Broadcast

STALE_AFTER = timedelta(hours=6)
"""A price older than this is said to be old."""

TOO_OLD = timedelta(hours=24)
"""A price older than this is nobody's promise: it cannot be ordered at."""


class Remark(enum.StrEnum):
    """변동 (오름, 내림), 품절, 판매 종료, 방송 종료, 정보 오래됨, 가격 모름, 상품 정보 없음."""

    RAISED = "raised"
    LOWERED = "lowered"
    SOLD_OUT = "soldout"
    ENDED = "ended"
    OFF_AIR = "off_air"
    STALE = "stale"
    TOO_OLD = "too_old"
    UNPRICED = "unpriced"
    UNKNOWN = "unknown"


BLOCKING = frozenset(
    {Remark.SOLD_OUT, Remark.ENDED, Remark.TOO_OLD, Remark.UNPRICED, Remark.UNKNOWN}
)
"""With one of these a line cannot be ordered here."""


@dataclass(frozen=True, slots=True)
class CartItem:
    """`offer` is None when the catalogue has no such product (any more: it can be made anew).

    `page` is what the product's own page told, None when it was never read. `airing` is the
    broadcast on air or next that sells it, None for the mall and where none is known.
    """

    line: CartLine
    offer: Offer | None
    now: datetime
    page: PageCheck | None = None
    airing: Broadcast | None = None

    @property
    def is_sold_here(self) -> bool:
        return self.line.market == MALL

    @property
    def is_ended(self) -> bool:
        return self.page is not None and self.offer is not None and self.page.ends(self.offer)

    @property
    def checked_at(self) -> datetime | None:
        """When a list or the product's own page last told its price."""
        if self.offer is None:
            return None
        if self.page is None or not self.page.tells_price:
            return self.offer.seen_at
        return max(self.offer.seen_at, self.page.fetched_at)

    @property
    def price_krw(self) -> int | None:
        """What one costs now; None when nobody says so or it cannot be bought."""
        if self.offer is None or self.is_ended or self.offer.price_kind is not PriceKind.PRICED:
            return None
        return self.offer.price_krw

    @property
    def list_krw(self) -> int | None:
        """The list price where it is above the price, else the price."""
        price = self.price_krw
        if price is None or self.offer is None:
            return None
        return max(self.offer.list_price_krw or price, price)

    @property
    def sum_krw(self) -> int | None:
        return None if self.price_krw is None else self.price_krw * self.line.quantity

    @property
    def change_krw(self) -> int | None:
        """How much dearer one is than when added, negative when cheaper; None when not known."""
        seen, price = self.line.seen_krw, self.price_krw
        return None if seen is None or price is None else price - seen

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return what the shopper must know of the line, the gravest first."""
        offer = self.offer
        if offer is None:
            return (Remark.UNKNOWN,)
        if self.is_ended:
            return (Remark.ENDED,)
        if offer.price_kind is PriceKind.SOLD_OUT:
            return (Remark.SOLD_OUT,)
        found = [Remark.UNPRICED] if self.price_krw is None else []
        change = self.change_krw
        if change:
            found.append(Remark.RAISED if change > 0 else Remark.LOWERED)
        if not self.is_sold_here and self.airing is None:
            found.append(Remark.OFF_AIR)
        age = self.now - (self.checked_at or offer.seen_at)
        if age > STALE_AFTER:
            found.append(Remark.TOO_OLD if age > TOO_OLD else Remark.STALE)
        return tuple(found)

    @property
    def block(self) -> Remark | None:
        """Return why the line cannot be ordered here, None when it can; of the mall only."""
        return next((remark for remark in self.remarks if remark in BLOCKING), None)


@dataclass(frozen=True, slots=True)
class CartSums:
    """What a selection costs. `unknown` lines have no price now and are in no sum.

    `total_krw` is None when lines are chosen but none of them has a price.
    """

    lines: int
    pieces: int
    list_krw: int
    sale_krw: int
    unknown: int

    @property
    def total_krw(self) -> int | None:
        return None if self.unknown and self.unknown == self.lines else self.sale_krw

    @property
    def discount_krw(self) -> int:
        return self.list_krw - self.sale_krw


def sums(items: Iterable[CartItem]) -> CartSums:
    """Sum what is checked."""
    checked = [item for item in items if item.line.is_checked]
    priced = [item for item in checked if item.price_krw is not None]
    return CartSums(
        lines=len(checked),
        pieces=sum(item.line.quantity for item in checked),
        list_krw=sum((item.list_krw or 0) * item.line.quantity for item in priced),
        sale_krw=sum(item.sum_krw or 0 for item in priced),
        unknown=len(checked) - len(priced),
    )


@dataclass(frozen=True, slots=True)
class SellerGroup:
    """The lines of one seller, never of both markets."""

    market: str
    source: str
    seller: str
    items: tuple[CartItem, ...]
