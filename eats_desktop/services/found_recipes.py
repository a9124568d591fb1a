"""Makes what a list of found recipes shows, of a name that was asked or of what is held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.recipe_search import Fit, FoundRecipe, UsedFood

if TYPE_CHECKING:
    from eats_desktop.domain.recipe_search import NeededFood, RecipeCard
    from eats_desktop.domain.search import Answer
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.fulfilling import Larder, Met
    from eats_desktop.search.recipe_ranking import NeedMet


def named(card: RecipeCard, answer: Answer) -> FoundRecipe:
    return _found(card, answer.score, why=answer.why)


def suggested(card: RecipeCard, score: float, why: tuple[str, ...]) -> FoundRecipe:
    return _found(card, score, why=why)


def covered(
    foods: Foods, card: RecipeCard, asked: Larder, held: Larder, score: float
) -> FoundRecipe:
    """Tell what of a recipe is met; every food once, in the order of its lines.

    `asked` is what was asked for, `held` what is at home and in the cart.
    """
    needs = {need.food or need.name: need for need in card.needs if need.food != WATER}
    met = {name: _met(foods, need, asked) for name, need in needs.items()}
    there = {name: _meets(need, held).availability for name, need in needs.items()}
    used = [(name, one) for name, one in met.items() if one is not None]
    in_cart = tuple(name for name, how in there.items() if how is Availability.CART)
    missing = tuple(
        name for name, how in there.items() if how is Availability.MISSING and met[name] is None
    )
    return replace(
        _found(
            card,
            score,
            coverage=_worth([one for _, one in used]) / max(len(needs), 1),
            used=tuple(UsedFood(name, one.held, one.fit) for name, one in used),
            missing=missing,
            why=(_why(len(needs), len(missing), len(in_cart), [one for _, one in used]),),
        ),
        at_hand=tuple(name for name, how in there.items() if how is Availability.HAVE),
        in_cart=in_cart,
        needs=len(needs),
    )


def _met(foods: Foods, need: NeededFood, larder: Larder) -> NeedMet | None:
    from eats_desktop.search.recipe_ranking import need_met  # noqa: PLC0415  loads numpy

    return need_met(foods, need.food or need.name, _meets(need, larder))


def _meets(need: NeededFood, larder: Larder) -> Met:
    return larder.unknown(need.name) if need.food is None else larder.food(need.food)


def _worth(used: list[NeedMet]) -> float:
    """Sum what is met; a substitute counts nothing where the recipe needs that food itself, too."""
    itself = {one.held for one in used if not one.is_substitute}
    return sum(one.counts for one in used if not (one.is_substitute and one.held in itself))


def _why(needed: int, missing: int, in_cart: int, used: list[NeedMet]) -> str:
    instead = sum(one.fit is Fit.INSTEAD for one in used)
    there = needed - missing
    told = f"재료 {needed}개 가운데 {there}개가 있어요"
    if in_cart:
        told = f"재료 {needed}개 가운데 {there}개가 집이나 장바구니에 있어요"
    return f"{told} (대신 쓰는 재료 {instead}개)" if instead else told


def _found(
    card: RecipeCard,
    score: float,
    *,
    coverage: float | None = None,
    used: tuple[UsedFood, ...] = (),
    missing: tuple[str, ...] = (),
    why: tuple[str, ...] = (),
) -> FoundRecipe:
    return FoundRecipe(
        card.key,
        card.title,
        card.dish,
        score,
        card.minutes,
        card.servings,
        card.difficulty,
        card.category,
        card.popularity,
        card.image_url,
        card.source_url,
        coverage,
        used,
        missing,
        why,
    )
