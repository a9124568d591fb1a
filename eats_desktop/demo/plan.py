"""A week of invented broadcasts for all channels: the same for a day whenever it is asked."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.demo.catalogue import DemoProduct, ProductSort, Sale
from eats_desktop.demo.layout import Span, day_layout
from eats_desktop.demo.stations import BY_CHANNEL, Station
from eats_desktop.domain.clock import KST, day_start, korean_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from eats_desktop.demo.catalogue import DemoCatalogue

_SELLERS = ("hmall", "nsmall", "hnsmall")
_NUMBERING = {
    "hmall": (2_200_000_000, 104_729, 99_999_989),
    "nsmall": (34_000_000, 7_919, 1_999_993),
    "hnsmall": (60_000_000, 7_919, 4_999_999),
    "lotteimall": (12_000_000, 7_919, 899_981),
    "cjonstyle": (2_090_000_000, 104_729, 9_999_991),
    "kshop": (9_700_000, 7_919, 199_999),
    "gongyoung": (11_000_000, 7_919, 899_981),
    "gsshop": (1_180_000_000, 104_729, 9_999_991),
    "shinsegae": (41_000_000, 7_919, 1_999_993),
    "skstoa": (68_000_000, 7_919, 1_999_993),
    "wshopping": (27_000_000, 7_919, 1_999_993),
    "shoppingnt": (29_000_000, 7_919, 1_999_993),
}
_SHOWS = ("말순 언니의 장바구니", "주간식탁", "알뜰살림 대작전")
_PROMOTIONS = ("상생On-air(전국중기특별전)", "주간특가", "감사제")
_DAWN, _LATE = 5 * 60 + 20, 23 * 60 + 40


@dataclass(frozen=True, slots=True)
class PlannedProduct:
    """A product of one broadcast under its seller's number; 0 won where there is no price."""

    product_id: str
    name: str
    brand: str
    sale: Sale
    list_krw: int
    price_krw: int
    monthly_krw: int = 0


@dataclass(frozen=True, slots=True)
class PlannedSlot:
    """One broadcast of `day` (the channel's broadcast day); the first product is the main one."""

    channel_id: str
    day: date
    index: int
    starts_at: datetime
    ends_at: datetime
    sort: ProductSort
    topic: str
    nick: str
    products: tuple[PlannedProduct, ...]
    show: str = ""
    promotion: str = ""

    @property
    def is_food(self) -> bool:
        return self.sort is ProductSort.FOOD

    @property
    def at_night(self) -> bool:
        return self.starts_at.astimezone(KST).hour * 60 + self.starts_at.minute < _DAWN


class Plan(Protocol):
    """What a channel airs on one of its broadcast days, in order, and what its seller shows."""

    def slots(self, channel_id: str, day: date) -> tuple[PlannedSlot, ...]: ...

    def listed(self, channel_id: str, day: date, today: date) -> tuple[PlannedSlot, ...]: ...


class WeekPlan:
    """The plan made from a catalogue; every day is drawn from its own date, so it never changes."""

    def __init__(self, catalogue: DemoCatalogue) -> None:
        self._catalogue = catalogue
        self._days: dict[tuple[str, date], tuple[PlannedSlot, ...]] = {}

    def slots(self, channel_id: str, day: date) -> tuple[PlannedSlot, ...]:
        key = (channel_id, day)
        if key not in self._days:
            self._days[key] = tuple(self._draw(BY_CHANNEL[channel_id], day))
        return self._days[key]

    def listed(self, channel_id: str, day: date, today: date) -> tuple[PlannedSlot, ...]:
        """Return the slots the seller already lists: far days are thin and only fill up."""
        fill = BY_CHANNEL[channel_id].fill
        ahead = (day - today).days
        if ahead < -1 or max(ahead, 0) >= len(fill):
            return ()
        share = fill[max(ahead, 0)]
        return tuple(slot for slot in self.slots(channel_id, day) if _eagerness(slot) < share)

    def _draw(self, station: Station, day: date) -> Iterator[PlannedSlot]:
        layout = day_layout(station, day)
        rng = random.Random(f"products {station.channel_id} {day.toordinal()}")
        chosen = {
            **self._choose([s for s in layout if s.is_food], station, day, (ProductSort.FOOD,)),
            **self._choose(
                [s for s in layout if not s.is_food],
                station,
                day,
                (ProductSort.OTHER, ProductSort.OTHER, ProductSort.OTHER, ProductSort.HEALTH),
            ),
        }
        for span in layout:
            yield self._slot(station, day, span, chosen[span.index], rng)

    def _choose(
        self, spans: Sequence[Span], station: Station, day: date, sorts: Sequence[ProductSort]
    ) -> dict[int, DemoProduct]:
        """Give each span a product: heroes of the day first, by daylight before the night."""
        rng = random.Random(f"choice {sorts[0]} {station.channel_id} {day.toordinal()}")
        shelves = {sort: self._shelf(station, sort, day, rng) for sort in sorts}
        places = list(spans)
        rng.shuffle(places)
        places.sort(key=lambda span: not _DAWN <= span.starts < _LATE)
        chosen: dict[int, DemoProduct] = {}
        for turn, span in enumerate(places):
            shelf = shelves[sorts[turn % len(sorts)]]
            chosen[span.index] = shelf[turn % len(shelf)]
        return chosen

    def _shelf(
        self, station: Station, sort: ProductSort, day: date, rng: random.Random
    ) -> list[DemoProduct]:
        shelf = [p for p in self._catalogue.of_sort(sort) if _sold_by(p, station.seller)]
        rng.shuffle(shelf)
        shelf.sort(key=lambda p: not (p.hero and (day.toordinal() + p.no) % 2 == 0))
        return shelf

    def _slot(
        self, station: Station, day: date, span: Span, main: DemoProduct, rng: random.Random
    ) -> PlannedSlot:
        seller = station.seller or "hmall"
        extra = rng.sample(self._shelf(station, main.sort, day, rng), k=rng.choice((0, 0, 1, 2)))
        sides = [*packs_of(main, seller)]
        sides += [offer_of(p, seller, day) for p in extra if p.no != main.no]
        return PlannedSlot(
            channel_id=station.channel_id,
            day=day,
            index=span.index,
            starts_at=day_start(day) + timedelta(minutes=span.starts),
            ends_at=day_start(day) + timedelta(minutes=span.ends),
            sort=main.sort,
            topic=main.topic,
            nick=main.nick,
            products=(offer_of(main, seller, day), *sides),
            show=rng.choice(_SHOWS) if rng.random() < 0.08 else "",
            promotion=rng.choice(_PROMOTIONS) if rng.random() < 0.04 else "",
        )


def starting_on(plan: Plan, station: Station, day: date) -> tuple[PlannedSlot, ...]:
    """Return all slots that start on the calendar day, from both broadcast days it touches."""
    both = (
        *plan.slots(station.channel_id, day - timedelta(days=1)),
        *plan.slots(station.channel_id, day),
    )
    return tuple(slot for slot in both if korean_day(slot.starts_at) == day)


def _eagerness(slot: PlannedSlot) -> float:
    seed = f"listed {slot.channel_id} {slot.day.toordinal()} {slot.index}"
    return random.Random(seed).random()


def product_number(seller: str, no: int, pack: int = 0) -> str:
    """Return a seller's id of a product: distinct for each (no, pack), as long as real ones."""
    base, factor, prime = _NUMBERING[seller]
    return str(base + (no * 10 + pack) * factor % prime)


def _sold_by(product: DemoProduct, seller: str | None) -> bool:
    """Tell who sells what: each product two of the first three, and everyone else."""
    if seller not in _SELLERS:
        return True
    return seller in (_SELLERS[product.no % 3], _SELLERS[product.no // 3 % 3])


def offer_of(product: DemoProduct, seller: str, day: date) -> PlannedProduct:
    cut = 3000 if product.hero and (day.toordinal() * 7 + product.no) % 5 == 0 else 0
    return PlannedProduct(
        product_id=product_number(seller, product.no),
        name=product.name,
        brand=product.brand,
        sale=product.sale,
        list_krw=product.list_krw,
        price_krw=product.price_krw - cut,
        monthly_krw=product.monthly_krw,
    )


def packs_of(product: DemoProduct, seller: str) -> Iterator[PlannedProduct]:
    for number, pack in enumerate(product.packs, start=1):
        yield PlannedProduct(
            product_id=product_number(seller, product.no, number),
            name=pack.name,
            brand=product.brand,
            sale=Sale.PRICED,
            list_krw=pack.price_krw,
            price_krw=pack.price_krw,
        )
