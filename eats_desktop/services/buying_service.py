"""What to buy for missing ingredients: products of both markets, the best first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.buying import BuyingChoice, ChosenProduct, Need
from eats_desktop.domain.cart import MOST_OF_ONE
from eats_desktop.search.buying_fit import asked_foods
from eats_desktop.search.buying_rank import SHOWN, rank

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime
    from fractions import Fraction

    from eats_desktop.domain.buying import Buyable, OfferedProduct
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.search.buying_fit import KnownFoods


class BuyableStore(Protocol):
    def offered(self, foods: Collection[str], now: datetime) -> Sequence[OfferedProduct]:
        """Return the products that are one of `foods` or a kind of it and can be bought."""


class BuyingService:
    """For the reading threads; the lexicon is asked for when first needed."""

    def __init__(self, store: BuyableStore, known: Callable[[], KnownFoods], clock: Clock) -> None:
        self._store = store
        self._known = known
        self._clock = clock

    def for_need(self, need: Need, limit: int = SHOWN) -> tuple[Buyable, ...]:
        """Return the products for one ingredient; () when nothing is sold for it."""
        return self.for_missing([need], limit)[need.food]

    def for_missing(
        self, needs: Sequence[Need], limit: int = SHOWN
    ) -> Mapping[str, tuple[Buyable, ...]]:
        """Return the products for each food, read in one pass; needs of one food are added up."""
        known, now = self._known(), self._clock.now()
        wanted = _added_up(needs)
        asked = {need.food: asked_foods(known, need.food) for need in wanted}
        offered = self._store.offered(frozenset[str]().union(*asked.values()), now)
        by_food = _by_food(known, offered)
        return {
            need.food: rank(known, need, _of(by_food, asked[need.food]), now, limit)
            for need in wanted
        }

    def choice(self, needs: Sequence[Need]) -> BuyingChoice:
        """Return the default product of every need: its best one that surely is it."""
        best: dict[ProductKey, list[tuple[str, Buyable]]] = {}
        unmet: list[str] = []
        for food, found in self.for_missing(needs).items():
            own = next((one for one in found if one.is_sure), None)
            if own is None:
                unmet.append(food)
            else:
                best.setdefault(own.offer.key, []).append((food, own))
        chosen = tuple(_chosen(met) for met in best.values())
        priced = [
            (one.product.offer.price_krw, one.quantity)
            for one in chosen
            if one.product.offer.price_krw is not None
        ]
        return BuyingChoice(
            chosen,
            sum(price * quantity for price, quantity in priced) if priced else None,
            len(chosen) - len(priced),
            tuple(unmet),
        )


def _added_up(needs: Sequence[Need]) -> list[Need]:
    """Return one need of each food; an amount is known only where all of them tell it."""
    merged: dict[str, Need] = {}
    for need in needs:
        before = merged.get(need.food)
        merged[need.food] = (
            need
            if before is None
            else Need(
                need.food,
                _sum(before.grams, need.grams),
                _sum(before.millilitres, need.millilitres),
                _sum(before.pieces, need.pieces),
            )
        )
    return list(merged.values())


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _by_food(
    known: KnownFoods, offered: Sequence[OfferedProduct]
) -> dict[str, dict[ProductKey, OfferedProduct]]:
    """Return the products under each food they are, and each that these are a kind of."""
    found: dict[str, dict[ProductKey, OfferedProduct]] = {}
    for one in offered:
        for food in one.reading.words.foods:
            line = known.ancestors(food) if food in known.foods else ()
            for up in line:
                found.setdefault(up, {})[one.offer.key] = one
    return found


def _of(
    by_food: Mapping[str, Mapping[ProductKey, OfferedProduct]], foods: Collection[str]
) -> list[OfferedProduct]:
    found: dict[ProductKey, OfferedProduct] = {}
    for food in sorted(foods):
        found.update(by_food.get(food, {}))
    return list(found.values())


def _chosen(met: Sequence[tuple[str, Buyable]]) -> ChosenProduct:
    """Return as many packs of one product as all its needs take together."""
    shares = [1 / one.meals for _, one in met if one.meals]
    packs = math.ceil(sum(shares)) if len(shares) == len(met) else 1
    foods = tuple(food for food, _ in met)
    return ChosenProduct(foods, met[0][1], min(max(packs, 1), MOST_OF_ONE))
