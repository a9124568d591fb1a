"""Questions to the recipe library, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from eats_desktop.domain.stored_recipe import RecipeKey


@dataclass(frozen=True, slots=True)
class RecipeFacets:
    """Bounds of a search; an empty set or None means any.

    A recipe that does not say its minutes or servings never meets a bound on them. `without`
    are foods a recipe must not need, nor any kind of them; `allergens` names of the labelled
    allergens it must not hold: a recipe with an ingredient that is not understood is left out
    when one is given.
    """

    categories: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    difficulties: frozenset[str] = frozenset()
    minutes_at_most: int | None = None
    servings_at_least: int | None = None
    without: frozenset[str] = frozenset()
    allergens: frozenset[str] = frozenset()


class RecipeOutline(NamedTuple):
    """What finding keeps of every recipe in memory; `row` is its number in the library."""

    row: int
    popularity: int
    minutes: int | None
    servings: int | None
    category: str | None
    occasion: str | None
    method: str | None
    difficulty: str | None


class NeededFood(NamedTuple):
    """`food` is canonical, None when the lexicon does not know the written `name`."""

    food: str | None
    name: str


@dataclass(frozen=True, slots=True)
class RecipeCard:
    """What a list shows of a recipe, and what its lines ask for, in their order."""

    key: RecipeKey
    title: str
    dish: str
    category: str | None
    minutes: int | None
    servings: int | None
    difficulty: str | None
    popularity: int
    image_url: str | None
    source_url: str | None
    needs: tuple[NeededFood, ...] = ()


class Fit(StrEnum):
    """How a wanted food meets an ingredient: itself, a kind of it, or a substitute."""

    SAME = "same"
    KIND = "kind"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class UsedFood:
    """`needed` is the recipe's food, `held` what the shopper gave for it."""

    needed: str
    held: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class FoundRecipe:
    """One recipe of a list; `score` orders it.

    `used` and `coverage` tell what was asked for: the ingredients that the asked foods meet, and
    their share of all, one that only stands in counted in part. `at_hand` and `in_cart` tell
    what is held, as the recipe's own page does: typed, at home or bought lately, else in the
    cart. `missing` are those that neither the asked foods nor anything held meets, so they must
    be bought. All are canonical foods, WATER left out; an ingredient the lexicon does not know
    stands under its written name. They are empty in a search by name. `needs` counts all
    ingredients, `why` are reasons in words.
    """

    key: RecipeKey
    title: str
    dish: str
    score: float
    minutes: int | None
    servings: int | None
    difficulty: str | None
    category: str | None
    popularity: int
    image_url: str | None
    source_url: str | None
    coverage: float | None = None
    used: tuple[UsedFood, ...] = ()
    missing: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    at_hand: tuple[str, ...] = ()
    in_cart: tuple[str, ...] = ()
    needs: int = 0

    @property
    def not_held(self) -> int:
        """How many ingredients are neither at hand nor in the cart, asked for or not."""
        return self.needs - len(self.at_hand) - len(self.in_cart)


@dataclass(frozen=True, slots=True)
class RecipePage:
    """A slice of one stable order; `total` counts all of it.

    `corrected` is what was searched for in place of what was typed. `facet_counts` say, for each
    facet, how many recipes every value would leave while the other facets stay; of minutes how
    many take at most so many, of servings how many are for at least so many. `unknown` are typed
    foods nobody knows. `reason` says in words why nothing was looked for.
    """

    recipes: tuple[FoundRecipe, ...]
    total: int
    corrected: str | None = None
    facet_counts: dict[str, dict[str, int]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    reason: str | None = None
