"""Answers a question to the recipe library: combinations that use up, else a list of recipes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.buying import Need
from eats_desktop.domain.recipe_question import AskedBy
from eats_desktop.domain.recipe_search import RecipeFacets, RecipePage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from eats_desktop.domain.buying import Buyable
    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.fulfilment import Holding
    from eats_desktop.domain.recipe_question import RecipeQuestion
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.use_up import StockItem, UseUpPlan

_LOOKED_AT = 30
"""How many products of a food are looked through for the cheapest."""

_NOTHING_CHOSEN = "장바구니에서 고른 상품이 없어요."


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
    def for_products(
        self, keys: Collection[ProductKey], facets: RecipeFacets, offset: int, limit: int
    ) -> RecipePage: ...


class AtHand(Protocol):
    def now(self) -> Collection[Holding]: ...


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...


class Sells(Protocol):
    def for_missing(
        self, needs: Sequence[Need], limit: int = ...
    ) -> Mapping[str, tuple[Buyable, ...]]: ...


@dataclass(frozen=True, slots=True)
class PlanCost:
    """The least that `priced` of the missing foods cost, a pack each; `unpriced` are not sold.

    `total_krw` is None when no price is known, 0 when nothing is missing.
    """

    total_krw: int | None
    priced: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class RecipeAnswer:
    """`plans` when the foods were given with amounts, else `page`; `stock` as it was read.

    `meant` gives for the text of an item nobody knows what it may have meant.
    """

    question: RecipeQuestion
    page: RecipePage
    stock: tuple[StockItem, ...] = ()
    meant: Mapping[str, str | None] | None = None
    plans: tuple[UseUpPlan, ...] = ()


class RecipeAsking:
    """For reading threads."""

    def __init__(
        self, use_up: UsesUp, finder: Finds, at_hand: AtHand, cart: Cart, buying: Sells
    ) -> None:
        self._use_up = use_up
        self._finder = finder
        self._at_hand = at_hand
        self._cart = cart
        self._buying = buying

    def answer(self, question: RecipeQuestion, room: int) -> RecipeAnswer:
        """Return the plans, or the first `room` recipes of the list."""
        facets = question.facets
        if question.by is AskedBy.NAME:
            return RecipeAnswer(question, self._finder.by_name(question.name, facets, 0, room))
        if question.by is AskedBy.CART:
            return RecipeAnswer(question, self._from_cart(facets, room))
        return self._from_foods(question, room)

    def cost(self, plan: UseUpPlan) -> PlanCost:
        """Return what the foods that a plan lacks cost at least; what stands in is no price."""
        foods = dict.fromkeys(food for recipe in plan.recipes for food in recipe.missing)
        if not foods:
            return PlanCost(0, 0, 0)
        offered = self._buying.for_missing([Need(food) for food in foods], _LOOKED_AT)
        prices = [price for food in foods if (price := _least(offered.get(food, ()))) is not None]
        return PlanCost(sum(prices) if prices else None, len(prices), len(foods) - len(prices))

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

    def _from_cart(self, facets: RecipeFacets, room: int) -> RecipePage:
        keys = [line.product for line in self._cart.lines() if line.is_checked]
        if not keys:
            return RecipePage((), 0, reason=_NOTHING_CHOSEN)
        return self._finder.for_products(keys, facets, 0, room)


def _least(found: Sequence[Buyable]) -> int | None:
    """Return the lowest price of what surely is the food."""
    own = (one.offer.price_krw for one in found if one.is_sure)
    return min((price for price in own if price), default=None)
