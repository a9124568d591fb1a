"""Channels, broadcasts and the state a broadcast is in at a given moment."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import price_of_unit
from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.money import discount_rate

if TYPE_CHECKING:
    from datetime import date

    from eats_desktop.domain.amount import Amount, UnitPrice
    from eats_desktop.domain.food import FoodKind
    from eats_desktop.domain.money import ConditionalPrice


SAME_SLOT = timedelta(minutes=5)
"""Starts this close on one channel are one broadcast: guides and sellers differ by minutes."""


class BroadcastState(enum.StrEnum):
    """What a broadcast (방송) is at one moment; derived, never stored."""

    UPCOMING = "upcoming"
    LIVE = "live"
    ENDED = "ended"
    CANCELLED = "cancelled"


class ProductRole(enum.StrEnum):
    """본 상품 / 함께 방송."""

    MAIN = "main"
    SIDE = "side"


class PriceKind(enum.StrEnum):
    """Why a product has the price it has, or none."""

    PRICED = "priced"
    CONSULT = "consult"
    RENTAL = "rental"
    SOLD_OUT = "soldout"
    UNKNOWN = "unknown"


class EndKind(enum.StrEnum):
    """Where the end of a slot comes from, best first."""

    GIVEN = "given"
    GUIDE = "guide"
    NEXT_START = "next_start"
    ASSUMED = "assumed"


class Confidence(enum.StrEnum):
    """high: seller and guide agree; medium: seller alone; low: guide alone."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which source gave which part of a broadcast; its time comes from the broadcast's `source`.

    None: nobody gave it (an end worked out from the next start, a title that is the product's).
    """

    end: str | None = None
    title: str | None = None
    products: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the 17 home-shopping channels; `channel_no` is its U+TV number, re-dealt yearly."""

    channel_id: str
    channel_no: int
    name: str
    homepage_url: str | None = None
    order_phone: str | None = None


_ID = re.compile(r"(?P<channel>[a-z0-9_]+)-(?P<start>\d{8}T\d{4})(?:-(?P<lineup>\d+))?")


@dataclass(frozen=True, slots=True, order=True)
class BroadcastId:
    """Natural key of a broadcast: channel, start, and line-up where a channel airs two at once.

    Its text form `hmall-20261124T0820` is what the command line, links and user data keep.
    """

    channel_id: str
    starts_at: datetime
    lineup: int = 1

    def __str__(self) -> str:
        start = self.starts_at.astimezone(KST)
        suffix = f"-{self.lineup}" if self.lineup != 1 else ""
        return f"{self.channel_id}-{start:%Y%m%dT%H%M}{suffix}"

    @classmethod
    def parse(cls, text: str) -> BroadcastId:
        """Read the text form; raise InputError when it is not one."""
        match = _ID.fullmatch(text)
        if match is None:
            raise InputError(f"방송 번호 형식이 아니에요: {text}")
        try:
            start = datetime.strptime(match["start"], "%Y%m%dT%H%M").replace(tzinfo=KST)
        except ValueError as exc:
            raise InputError(f"방송 번호의 날짜가 맞지 않아요: {text}") from exc
        return cls(match["channel"], start, int(match["lineup"] or 1))


@dataclass(frozen=True, slots=True)
class ProductKey:
    """Natural key of a product: the source that numbered it, and its number as text."""

    source: str
    product_id: str

    def __str__(self) -> str:
        return f"{self.source}:{self.product_id}"

    @classmethod
    def parse(cls, text: str) -> ProductKey:
        """Read "source:id"; raise InputError when it is not one."""
        source, colon, product_id = text.partition(":")
        if not (source and colon and product_id):
            raise InputError(f"상품 번호 형식이 아니에요: {text}")
        return cls(source, product_id)


@dataclass(frozen=True, slots=True)
class BroadcastProduct:
    """A product with its place in one broadcast and the price of that broadcast."""

    source: str
    product_id: str
    name: str
    role: ProductRole
    price_kind: PriceKind
    list_price_krw: int | None
    sale_price_krw: int | None
    brand: str | None = None
    thumbnail_url: str | None = None
    product_url: str | None = None
    is_food: bool | None = None
    kind: FoodKind | None = None
    amount: Amount | None = None
    conditional: ConditionalPrice | None = None

    @property
    def key(self) -> ProductKey:
        return ProductKey(self.source, self.product_id)

    @property
    def discount_rate(self) -> int | None:
        return discount_rate(self.list_price_krw, self.sale_price_krw)

    @property
    def price_krw(self) -> int | None:
        """The price a shopper pays: the sale price, else the list price."""
        return self.sale_price_krw or self.list_price_krw

    @property
    def unit_price(self) -> UnitPrice | None:
        """What 100 g, 100 ml or one costs; None when price or amount is unknown."""
        return price_of_unit(self.price_krw, self.amount)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One slot (방송) of a channel's schedule (편성표); all instants are aware.

    `source` named the slot, `seen_at` is when it last did so; `moved_to` is set on the old slot of
    a moved broadcast with the line-up there, `moved_from` on the new one. A guide-only slot has a
    title, no products.
    """

    id: BroadcastId
    channel: Channel
    ends_at: datetime
    end_kind: EndKind
    title: str | None
    products: tuple[BroadcastProduct, ...]
    source: str
    confidence: Confidence
    seen_at: datetime
    is_food: bool | None = None
    cancelled_at: datetime | None = None
    moved_to: datetime | None = None
    moved_from: datetime | None = None
    moved_lineup: int | None = None
    given: Provenance = Provenance()

    @property
    def starts_at(self) -> datetime:
        return self.id.starts_at

    @property
    def day(self) -> date:
        """The schedule day: the Korean calendar day of the start, also for a show over midnight."""
        return korean_day(self.starts_at)

    def state_at(self, now: datetime) -> BroadcastState:
        if self.cancelled_at is not None:
            return BroadcastState.CANCELLED
        if now < self.starts_at:
            return BroadcastState.UPCOMING
        return BroadcastState.LIVE if now < self.ends_at else BroadcastState.ENDED

    def overlaps_hour(self, day: date, hour: int) -> bool:
        """Tell whether any part of [start, end) lies in [hour, hour + 1) of `day`."""
        lower = datetime(day.year, day.month, day.day, hour, tzinfo=KST)
        return self.starts_at < lower + timedelta(hours=1) and lower < self.ends_at

    @property
    def food_products(self) -> tuple[BroadcastProduct, ...]:
        return tuple(product for product in self.products if product.is_food)

    @property
    def headline(self) -> BroadcastProduct | None:
        """The product a card shows: main if food, else the first food, priced before not."""
        foods = self.food_products
        if not foods:
            return self.products[0] if self.products else None
        return min(foods, key=_headline_order)

    @property
    def display_title(self) -> str | None:
        return self.headline.name if self.headline else self.title


def _headline_order(product: BroadcastProduct) -> tuple[bool, bool]:
    return (product.role is not ProductRole.MAIN, product.price_krw is None)
