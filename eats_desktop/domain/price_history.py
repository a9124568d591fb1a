"""What we ourselves saw of a price, so that "the lowest ever" can be checked (값 기록)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.money import ConditionalPrice

SHORT, LONG, YEAR = timedelta(days=30), timedelta(days=90), timedelta(days=365)
_LEAST_DAYS = 2


@dataclass(frozen=True, slots=True)
class PriceSpan:
    """A price seen first and last at these instants; None where it could not be bought.

    Between the two it was never seen otherwise, which is not to say that it was seen every day.
    """

    price_krw: int | None
    observed_at: datetime
    last_seen_at: datetime
    conditional: ConditionalPrice | None = None


@dataclass(frozen=True, slots=True)
class Lowest:
    """The lowest price of a stretch of time and when it was last seen."""

    price_krw: int
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class ConditionalLowest:
    """The lowest price under a condition, and when it was last seen."""

    price: ConditionalPrice
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class PriceHistory:
    """What was seen in the last 90 days, and of that in the last 30; nothing: all empty.

    `since` is the first time any of these prices was seen, which may be earlier; `days` counts
    the days on which we surely saw one, `observations` how often a price was noted, `prices` how
    many different ones there were. Prices under a condition count in none of these but the last.
    """

    since: datetime | None = None
    days: int = 0
    observations: int = 0
    prices: int = 0
    lowest_30: Lowest | None = None
    lowest_90: Lowest | None = None
    conditional_90: ConditionalLowest | None = None


class Standing(StrEnum):
    """What a price is among those seen before."""

    UNPRICED = "unpriced"
    NEW = "new"
    STEADY = "steady"
    LOWEST = "lowest"
    LOWEST_30 = "lowest30"
    ABOVE = "above"


def price_history(spans: Sequence[PriceSpan], now: datetime) -> PriceHistory:
    """Sum up the spans that reach into the last 90 days, in whatever order they come."""
    seen = [s for s in spans if s.price_krw is not None and s.last_seen_at >= now - LONG]
    if not seen:
        return PriceHistory()
    ends = [instant for span in seen for instant in (span.observed_at, span.last_seen_at)]
    return PriceHistory(
        since=min(ends),
        days=len({korean_day(instant) for instant in ends}),
        observations=len(seen),
        prices=len({span.price_krw for span in seen}),
        lowest_30=_lowest(seen, now - SHORT),
        lowest_90=_lowest(seen, now - LONG),
        conditional_90=_conditional_lowest(seen),
    )


def _conditional_lowest(spans: Sequence[PriceSpan]) -> ConditionalLowest | None:
    found = [ConditionalLowest(s.conditional, s.last_seen_at) for s in spans if s.conditional]
    return min(found, key=lambda low: (low.price.price_krw, -low.seen_at.timestamp()), default=None)


def _lowest(spans: Sequence[PriceSpan], since: datetime) -> Lowest | None:
    found = [
        Lowest(span.price_krw, span.last_seen_at)
        for span in spans
        if span.price_krw is not None and span.last_seen_at >= since
    ]
    return min(found, key=lambda low: (low.price_krw, -low.seen_at.timestamp()), default=None)


def standing(price_krw: int | None, history: PriceHistory) -> Standing:
    """Place a price among those seen; after one day nothing can be said of it."""
    if price_krw is None:
        return Standing.UNPRICED
    if history.lowest_90 is None or history.days < _LEAST_DAYS:
        return Standing.NEW
    if price_krw <= history.lowest_90.price_krw:
        is_only = history.prices == 1 and price_krw == history.lowest_90.price_krw
        return Standing.STEADY if is_only else Standing.LOWEST
    if history.lowest_30 is not None and price_krw <= history.lowest_30.price_krw:
        return Standing.LOWEST_30
    return Standing.ABOVE
