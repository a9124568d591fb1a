"""Chooses the products to show for one missing ingredient out of all that are sold of it.

What the product is counts most (`buying_fit`). Less counts how its pack suits the need, what its
measure costs beside the others, what must be spent to meet the need, how soon it can be had, and
that its price is known. Only a much lower price by measure makes up for a pack that is many times
too big.
"""

from __future__ import annotations

import math
import re
import statistics
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.amount import Unit
from eats_desktop.domain.buying import Buyable
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.search.buying_fit import Way, fitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.amount import Per, UnitPrice
    from eats_desktop.domain.buying import Need, OfferedProduct
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.search.buying_fit import Fitting, KnownFoods

SHOWN = 5
_MOST_INSTEAD, _MOST_ALONE = 2, 3
"""So many substitutes at most beside the food itself, and where nothing else is sold."""

_GOOD_ENOUGH = 0.6
"""The best product of the other market is shown when it fits at least so well."""

_SUITS = 3
"""A pack for so many meals is no bigger than a household keeps."""

_SIZE, _SIZE_MOST = 0.05, 0.3
"""What every doubling of a pack beyond that counts less, and half of it every halving below one
meal."""

_OUTLAY, _OUTLAY_MOST = 0.05, 0.2
"""What every doubling of the money counts less that must be spent to meet the need, against the
least of the offers."""

_UNKNOWN_SIZE = 0.05
_UNIT_PRICE, _UNIT_PRICE_MOST = 0.1, 0.25
"""What every doubling of the price by measure counts less, against the middle of the offers."""

_UNPRICED = 0.3
_SOON, _THIS_WEEK = timedelta(hours=24), timedelta(days=7)
_WAIT, _LONG_WAIT = 0.06, 0.12
_APART = re.compile(r"[\W_]+")


class _Measures(NamedTuple):
    """What offers are measured by: the middle price of each measure, the least outlay in won."""

    middle: dict[Per, float]
    outlay: int


class _Met(NamedTuple):
    """A product that meets the need; `price` of its measure when the amount is that of the food."""

    product: OfferedProduct
    fitting: Fitting
    price: UnitPrice | None


@dataclass(frozen=True, slots=True)
class _Rated:
    met: _Met
    meals: Fraction | None
    score: float

    @property
    def offer(self) -> Offer:
        return self.met.product.offer

    @property
    def stands_in(self) -> bool:
        return self.met.fitting.stands_in

    @property
    def order(self) -> tuple[bool, float, str, str]:
        return (self.stands_in, -self.score, plain_name(self.offer.name), str(self.offer.key))


def plain_name(name: str) -> str:
    """Return a product's name as it is compared: no case, blanks or signs."""
    return _APART.sub("", unicodedata.normalize("NFKC", name).casefold())


def rank(
    known: KnownFoods,
    need: Need,
    offered: Iterable[OfferedProduct],
    now: datetime,
    limit: int = SHOWN,
) -> tuple[Buyable, ...]:
    """Return at most `limit` products for a need, best first, substitutes last.

    One product of many sellers or airings stands there once; of both markets the best one does,
    where both sell the food itself.
    """
    met = _met(known, need, offered)
    measures = _Measures(
        _middle_prices(met),
        min((spent for one in met if (spent := _outlay(need, one)) is not None), default=0),
    )
    rated = sorted((_rated(need, one, measures, now) for one in met), key=lambda one: one.order)
    once: dict[str, _Rated] = {}
    for one in rated:
        once.setdefault(plain_name(one.offer.name), one)
    cheapest = _cheapest(met)
    return tuple(_buyable(one, cheapest) for one in _of_both_markets(list(once.values()), limit))


def meals(need: Need, product: OfferedProduct) -> Fraction | None:
    """Return how many times a need fits in a pack; None when either amount is not known."""
    amount = product.offer.amount
    if amount is None:
        return None
    wanted = {
        Unit.GRAM: need.grams,
        Unit.MILLILITRE: need.millilitres,
        Unit.EACH: need.pieces,
    }[amount.unit]
    return None if not wanted else Fraction(amount.total) / wanted


def _met(known: KnownFoods, need: Need, offered: Iterable[OfferedProduct]) -> list[_Met]:
    found: list[_Met] = []
    for one in offered:
        fit = fitting(known, need.food, one.offer.name, one.reading)
        if fit is not None:
            price = one.offer.unit_price if fit.is_alone else None
            found.append(_Met(one, fit, price if price and price.value_krw > 0 else None))
    return found


def _middle_prices(met: Iterable[_Met]) -> dict[Per, float]:
    prices: dict[Per, list[int]] = {}
    for one in met:
        if one.price is not None:
            prices.setdefault(one.price.per, []).append(one.price.value_krw)
    return {per: statistics.median(found) for per, found in prices.items()}


def _cheapest(met: Iterable[_Met]) -> dict[Per, int]:
    """Return the lowest price by measure of the food itself where several offers tell one."""
    prices: dict[Per, set[int]] = {}
    for one in met:
        if one.price is not None and not one.fitting.stands_in:
            prices.setdefault(one.price.per, set()).add(one.price.value_krw)
    return {per: min(found) for per, found in prices.items() if len(found) > 1}


def _rated(need: Need, met: _Met, measures: _Measures, now: datetime) -> _Rated:
    times = _times(need, met)
    score = met.fitting.worth - _size(times) - _price(met, measures.middle)
    spent = _outlay(need, met)
    if spent and measures.outlay:
        score -= min(_OUTLAY * math.log2(spent / measures.outlay), _OUTLAY_MOST)
    return _Rated(met, times, round(score - _wait(met.product.broadcast, now), 6))


def _times(need: Need, met: _Met) -> Fraction | None:
    return meals(need, met.product) if met.fitting.is_alone else None


def _outlay(need: Need, met: _Met) -> int | None:
    """Return what must be spent to meet the need, None when the price is not known."""
    price, times = met.product.offer.price_krw, _times(need, met)
    if price is None or met.fitting.stands_in:
        return None
    return price if times is None or times >= 1 else price * math.ceil(1 / times)


def _size(times: Fraction | None) -> float:
    if times is None:
        return _UNKNOWN_SIZE
    steps = max(math.log2(times / _SUITS), -math.log2(times) / 2, 0.0)
    return min(_SIZE * steps, _SIZE_MOST)


def _price(met: _Met, middle: dict[Per, float]) -> float:
    if met.product.offer.price_krw is None:
        return _UNPRICED
    if met.price is None:
        return 0.0
    steps = math.log2(met.price.value_krw / middle[met.price.per])
    return max(-_UNIT_PRICE_MOST, min(_UNIT_PRICE * steps, _UNIT_PRICE_MOST))


def _wait(broadcast: Broadcast | None, now: datetime) -> float:
    if broadcast is None or broadcast.state_at(now) is BroadcastState.LIVE:
        return 0.0
    wait = broadcast.starts_at - now
    if wait <= _SOON:
        return 0.0
    return _WAIT if wait <= _THIS_WEEK else _LONG_WAIT


def _of_both_markets(rated: Sequence[_Rated], limit: int) -> list[_Rated]:
    own = [one for one in rated if not one.stands_in]
    chosen = own[:limit]
    if limit > 1:
        shown = {one.offer.market for one in chosen}
        good = (one for one in own if one.met.fitting.worth >= _GOOD_ENOUGH)
        beside = next((one for one in good if one.offer.market not in shown), None)
        if beside is not None:
            chosen = [*chosen[: limit - 1], beside]
    instead = [one for one in rated if one.stands_in]
    room = min(limit - len(chosen), _MOST_INSTEAD if own else _MOST_ALONE)
    return chosen + instead[:room]


_WORDS = {
    Way.SAME: "같은 재료: {}",
    Way.KIND: "같은 재료: {}",
    Way.FORM: "같은 재료, 다른 손질: {}",
    Way.TREATED: "말리거나 간한 것: {}",
    Way.WIDER: "대신 쓸 만한 재료: {}",
    Way.INSTEAD: "대신 쓸 만한 재료: {}",
}


def _buyable(one: _Rated, cheapest: dict[Per, int]) -> Buyable:
    product, fit, price = one.met
    why = [_WORDS[fit.way].format(fit.food)]
    if price and not fit.stands_in and cheapest.get(price.per) == price.value_krw:
        why.append("단위 가격이 가장 낮아요")
    return Buyable(
        product.offer, product.broadcast, fit.worth, one.meals, tuple(why), fit.stands_in
    )
