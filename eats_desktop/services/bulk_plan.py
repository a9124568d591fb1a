"""Plans that eat up a big pack of one food (대용량), beside the small pack of the mall."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.amount import Unit
from eats_desktop.domain.bulk import BulkCost, BulkPlan
from eats_desktop.domain.buying import Need
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.recipe import IngredientGroup
from eats_desktop.search.bulk_meals import Dish, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.buying import Buyable, OfferedProduct
    from eats_desktop.domain.catalog import ReadProduct
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import StoredRecipe

_CANDIDATES = 200
_LEAST = 20
"""Less than so many grams a serving only flavours a dish: it eats up no pack."""

_ENOUGH = 3
"""So many different dishes make a plan that nobody tires of."""

_FROZEN = re.compile("냉동|얼린|급속")
_FROZEN_DAYS = 90
"""So long a home freezer keeps meat and fish well; our own prudent choice."""

_FREEZABLE = frozenset({"육류", "생선", "조개·갑각·연체", "육가공품"})


class ReadProducts(Protocol):
    def item(self, key: ProductKey) -> ReadProduct | None: ...


class Sold(Protocol):
    def offered(self, foods: Collection[str], now: datetime) -> Sequence[OfferedProduct]: ...


class Offers(Protocol):
    def offers(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, Offer]: ...


class RecipesWith(Protocol):
    def recipes_with(self, foods: Collection[str], limit: int) -> Sequence[StoredRecipe]: ...


class Seller(Protocol):
    def for_need(self, need: Need, limit: int) -> tuple[Buyable, ...]: ...


class BulkPlanner:
    """For the reading threads; the kitchen is asked for late: it loads the lexicon."""

    def __init__(
        self,
        products: ReadProducts,
        offers: Offers,
        sold: Sold,
        recipes: RecipesWith,
        seller: Seller,
        kitchen: Callable[[], Kitchen],
        clock: Clock,
    ) -> None:
        self._products = products
        self._offers = offers
        self._sold = sold
        self._clock = clock
        self._recipes = recipes
        self._seller = seller
        self._kitchen = kitchen

    def plan(self, key: ProductKey, servings: int | None = 2) -> BulkPlan | None:
        """Return how to eat up a pack; None when it is no single raw food of a known weight.

        Also None when no recipe of the library cooks with it. `servings` None cooks every recipe
        as it is written.
        """
        item = self._products.item(key)
        food = None if item is None else self._food(item.reading)
        if item is None or food is None:
            return None
        offer, amount = self._offer(key, food), item.reading.amount
        if offer is None or amount is None or amount.unit is not Unit.GRAM:
            return None
        grams = Fraction(amount.total)
        is_frozen, lexicon = _FROZEN.search(item.name) is not None, self._kitchen().foods
        keeps = lexicon.shelf_days(food)
        if is_frozen and keeps is not None:
            keeps = max(keeps, _FROZEN_DAYS)
        freezes = not is_frozen and lexicon.foods[food].category in _FREEZABLE
        laid = lay_out(self._dishes(food, servings), grams, keeps, _FROZEN_DAYS if freezes else 0)
        if not laid.meals:
            return None
        freeze = _sum(m.grams for m in laid.meals if m.is_thawed)
        bulk = _cost(offer, 1, len(laid.meals), laid.left)
        return BulkPlan(
            food,
            grams,
            servings,
            laid.meals,
            laid.a_week,
            keeps,
            is_frozen,
            freeze,
            laid.spoils,
            bulk,
            self._small(food, grams, _sum(m.grams for m in laid.meals), len(laid.meals)),
        )

    def _offer(self, key: ProductKey, food: str) -> Offer | None:
        """Return the offer at the price of its next airing, else as it was last seen."""
        sold = self._sold.offered({food}, self._clock.now())
        ahead = next((one.offer for one in sold if one.offer.key == key), None)
        if ahead is not None and ahead.price_krw is not None:
            return ahead
        return self._offers.offers([key]).get(key)

    def _food(self, reading: FoodReading) -> str | None:
        """Return the one raw food a product is, None for all else."""
        lexicon = self._kitchen().foods
        foods = [food for food in reading.words.foods if food in lexicon.foods]
        if reading.words.derived or reading.kind is not FoodKind.INGREDIENT or not foods:
            return None
        is_one = len({lexicon.plain(food) for food in foods}) == 1
        return foods[0] if is_one and lexicon.is_raw(foods[0]) else None

    def _dishes(self, food: str, servings: int | None) -> list[Dish]:
        """Return what can be cooked with it: dishes that are about it first, then the popular.

        Recipes that ask for a wider food (돼지고기 for 등갈비) only where few ask for this one.
        """
        lexicon = self._kitchen().foods
        own = frozenset({food, lexicon.plain(food)})
        dishes = self._cooked(own, servings)
        if len({dish.dish for dish in dishes}) >= _ENOUGH:
            return dishes
        return dishes + self._cooked(frozenset(lexicon.ancestors(food)) - own, servings)

    def _cooked(self, foods: frozenset[str], servings: int | None) -> list[Dish]:
        found = [
            (self._dish(recipe, foods, servings), recipe)
            for recipe in self._recipes.recipes_with(foods, _CANDIDATES)
        ]
        ranked = sorted(
            ((dish, recipe) for dish, recipe in found if dish is not None),
            key=lambda pair: (not _is_about(pair[1], foods), -pair[1].popularity, pair[1].key),
        )
        return [dish for dish, _ in ranked]

    def _dish(self, recipe: StoredRecipe, met: frozenset[str], servings: int | None) -> Dish | None:
        kitchen = self._kitchen()
        weights: list[Fraction] = []
        for line in recipe.lines:
            if line.food is None or line.food not in met or line.quantity is None:
                continue
            quantity = Quantity(line.quantity, line.quantity, line.unit)
            weight = kitchen.units.grams(quantity, kitchen.factors(line.food))
            if weight is None:
                return None
            weights.append(weight)
        factor = Fraction(1)
        if servings is not None and recipe.servings:
            factor = Fraction(servings, recipe.servings)
        grams = sum(weights, Fraction(0)) * factor
        if grams < _LEAST * (servings or recipe.servings or 1):
            return None
        return Dish(recipe.key, recipe.title, recipe.dish, grams)

    def _small(self, food: str, grams: Fraction, used: Fraction, meals: int) -> BulkCost | None:
        """Return the same meals out of the best pack of the mall that is smaller, if any."""
        for found in self._seller.for_need(Need(food, used / meals), 2 * 5):
            amount = found.offer.amount
            if found.stands_in or found.meals is None or amount is None:
                continue
            if found.offer.market != "mall" or found.offer.price_krw is None:
                continue
            if amount.unit is Unit.GRAM and amount.total < grams:
                size = Fraction(amount.total)
                packs = math.ceil(used / size)
                return _cost(found.offer, packs, meals, packs * size - used)
        return None


def _is_about(recipe: StoredRecipe, met: frozenset[str]) -> bool:
    """Tell whether the food is what the dish is named for, or a main ingredient of it."""
    if any(food in recipe.title.replace(" ", "") for food in met):
        return True
    main = [line.food for line in recipe.lines if line.group == IngredientGroup.MAIN]
    return any(food in met for food in main)


def _cost(offer: Offer, packs: int, meals: int, left: Fraction) -> BulkCost:
    price = offer.price_krw
    if price is None:
        return BulkCost(offer, packs, None, None, left)
    return BulkCost(offer, packs, price * packs, round(Fraction(price * packs, meals)), left)


def _sum(grams: Iterable[Fraction]) -> Fraction:
    return sum(grams, Fraction(0))
