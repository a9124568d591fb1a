"""Answers a question to the recipe library: combinations that use up, else a list of recipes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, Protocol

from eats_desktop.domain.buying import Need
from eats_desktop.domain.cart import TV
from eats_desktop.domain.errors import UnknownFacetError
from eats_desktop.domain.recipe_question import AskedBy
from eats_desktop.domain.recipe_search import RecipeFacets, RecipePage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from eats_desktop.domain.buying import Buyable
    from eats_desktop.domain.fulfilment import Holding
    from eats_desktop.domain.order import OrderNo
    from eats_desktop.domain.recipe_question import RecipeQuestion
    from eats_desktop.domain.use_up import StockItem, UseUpPlan

_SEVERAL = 4
"""A TV pack that is enough for so many times what is needed is a bulk pack."""

_LOOKED_AT = 30
"""How many products of a food are looked through for the cheapest."""


class UsesUp(Protocol):
    def stock(self, texts: Sequence[str]) -> tuple[StockItem, ...]: ...
    def suggestion(self, item: StockItem) -> str | None: ...
    def plans(
        self,
        stock: Sequence[StockItem],
        plans: int = 3,
        recipes: int = 3,
        facets: RecipeFacets = ...,
        *,
        at_home: Collection[Holding] = (),
    ) -> tuple[UseUpPlan, ...]: ...


class Finds(Protocol):
    def by_name(self, query: str, facets: RecipeFacets, offset: int, limit: int) -> RecipePage: ...
    def by_foods(
        self, foods: Sequence[str], facets: RecipeFacets, offset: int, limit: int
    ) -> RecipePage: ...


class AtHand(Protocol):
    def now(self) -> Collection[Holding]: ...


class Baskets(Protocol):
    """services.basket_recipes has it."""

    def in_cart(self, facets: RecipeFacets, limit: int) -> RecipePage: ...
    def in_order(self, order_no: OrderNo, facets: RecipeFacets, limit: int) -> RecipePage: ...


class Sells(Protocol):
    def for_missing(
        self, needs: Sequence[Need], limit: int = ...
    ) -> Mapping[str, tuple[Buyable, ...]]: ...


@dataclass(frozen=True, slots=True)
class PlanCost:
    """The least that `priced` of the missing foods cost in whole packs; `unpriced` are not sold.

    `total_krw` is None when no price is known, 0 when nothing is missing. `bulk` counts TV packs
    among them that are enough for several times as much; `used_krw` is what is taken of all the
    packs at their price per gram, None where a pack or a need does not tell its weight.
    """

    total_krw: int | None
    priced: int
    unpriced: int
    bulk: int = 0
    used_krw: int | None = None


@dataclass(frozen=True, slots=True)
class RecipeAnswer:
    """`plans` when the foods were given with amounts, else `page`; `stock` as it was read.

    `meant` gives for the text of an item nobody knows what it may have meant. `refused` is the
    bound for which nothing was looked for, because nobody knows it.
    """

    question: RecipeQuestion
    page: RecipePage
    stock: tuple[StockItem, ...] = ()
    meant: Mapping[str, str | None] | None = None
    plans: tuple[UseUpPlan, ...] = ()
    refused: UnknownFacetError | None = None


class RecipeAsking:
    """For reading threads."""

    def __init__(
        self, use_up: UsesUp, finder: Finds, at_hand: AtHand, baskets: Baskets, buying: Sells
    ) -> None:
        self._use_up = use_up
        self._finder = finder
        self._at_hand = at_hand
        self._baskets = baskets
        self._buying = buying

    def answer(self, question: RecipeQuestion, room: int) -> RecipeAnswer:
        """Return the plans, or the first `room` recipes of the list."""
        try:
            return self._answer(question, room)
        except UnknownFacetError as error:
            return RecipeAnswer(question, RecipePage((), 0), refused=error)

    def _answer(self, question: RecipeQuestion, room: int) -> RecipeAnswer:
        facets = question.facets
        if question.by is AskedBy.NAME:
            return RecipeAnswer(question, self._finder.by_name(question.name, facets, 0, room))
        if question.by is AskedBy.CART:
            return RecipeAnswer(question, self._baskets.in_cart(facets, room))
        if question.by is AskedBy.ORDER and question.order is not None:
            page = self._baskets.in_order(question.order, facets, room)
            return RecipeAnswer(question, page)
        return self._from_foods(question, room)

    def cost(self, plan: UseUpPlan) -> PlanCost:
        """Return what the foods that a plan lacks cost at least; what stands in is no price."""
        needs = _needs(plan)
        if not needs:
            return PlanCost(0, 0, 0)
        offered = self._buying.for_missing(needs, _LOOKED_AT)
        found = (_least(offered.get(need.food, ())) for need in needs)
        packs = [one for one in found if one is not None]
        if not packs:
            return PlanCost(None, 0, len(needs))
        shares = [one.used_krw for one in packs if one.used_krw is not None]
        return PlanCost(
            sum(one.krw for one in packs),
            len(packs),
            len(needs) - len(packs),
            sum(one.is_bulk for one in packs),
            round(sum(shares)) if len(shares) == len(packs) else None,
        )

    def _from_foods(self, question: RecipeQuestion, room: int) -> RecipeAnswer:
        stock = self._use_up.stock(question.foods)
        meant = {one.text: self._use_up.suggestion(one) for one in stock if one.food is None}
        plans: tuple[UseUpPlan, ...] = ()
        if any(item.food is not None and item.quantity is not None for item in stock):
            at_hand = self._at_hand.now()
            plans = self._use_up.plans(stock, facets=question.facets, at_home=at_hand)
        if plans:
            return RecipeAnswer(question, RecipePage((), len(plans)), stock, meant, plans)
        foods = [item.food or item.text for item in stock]
        page = self._finder.by_foods(foods, question.facets, 0, room)
        return RecipeAnswer(question, page, stock, meant)


class _Packs(NamedTuple):
    """So many packs of one product as are needed."""

    krw: int
    is_bulk: bool
    used_krw: Fraction | None


def _needs(plan: UseUpPlan) -> list[Need]:
    """Return what a plan lacks, each food once; a weight only where all its dishes tell it."""
    grams: dict[str, list[Fraction | None]] = {}
    for recipe in plan.recipes:
        for food, weight in zip_longest(recipe.missing, recipe.missing_grams):
            grams.setdefault(food, []).append(weight)
    return [
        Need(food, None if None in weights else sum((w for w in weights if w), Fraction(0)) or None)
        for food, weights in grams.items()
    ]


def _least(found: Sequence[Buyable]) -> _Packs | None:
    """Return the cheapest packs of what surely is the food."""
    own = ((one, one.offer.price_krw) for one in found if one.is_sure)
    return min((_packs(one, price) for one, price in own if price), default=None)


def _packs(one: Buyable, price: int) -> _Packs:
    if not one.meals:
        return _Packs(price, is_bulk=False, used_krw=None)
    packs = math.ceil(1 / one.meals)
    is_bulk = one.offer.market == TV and one.meals >= _SEVERAL
    return _Packs(price * packs, is_bulk, price / one.meals)
