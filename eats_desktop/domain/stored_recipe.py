"""A recipe as the library keeps it: what ships with the program and what was imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from fractions import Fraction

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.recipe import Step

LIBRARY = "library"
"""The source of the recipes that ship with the program."""


class RecipeKey(NamedTuple):
    """`recipe_id` is unique within its `source`; the text form is "source:id"."""

    source: str
    recipe_id: str

    def __str__(self) -> str:
        return f"{self.source}:{self.recipe_id}"

    @classmethod
    def parse(cls, text: str) -> RecipeKey:
        """Read "source:id"; raise InputError when it is not one."""
        source, colon, recipe_id = text.partition(":")
        if not (source and colon and recipe_id):
            raise InputError(f"레시피 번호 형식이 아니에요: {text}")
        return cls(source, recipe_id)


@dataclass(frozen=True, slots=True)
class StoredLine:
    """What a line asks for: `food` canonical, WATER or None; `name` as written.

    `quantity` is the middle of a range, in `unit`; None when no number was written.
    """

    food: str | None
    name: str
    quantity: Fraction | None = None
    unit: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class StoredRecipe:
    """What finding needs to know of a recipe; `popularity` is its views, 0 when not known."""

    key: RecipeKey
    title: str
    dish: str
    category: str | None = None
    minutes: int | None = None
    servings: int | None = None
    popularity: int = 0
    lines: tuple[StoredLine, ...] = ()

    @property
    def foods(self) -> frozenset[str]:
        return frozenset(line.food for line in self.lines if line.food is not None)


class RecipeFacts(NamedTuple):
    """What a list of recipes shows of one."""

    dish: str
    minutes: int | None
    servings: int | None


@dataclass(frozen=True, slots=True)
class FullRecipe:
    """A recipe with all that its source says; what the source lacks is None or empty.

    `version` tells one content from another: a recipe is written again only when it changes.
    `reading` tells what read its lines; None for lines that are never read again.
    """

    key: RecipeKey
    title: str
    dish: str
    ingredients: tuple[IngredientLine, ...]
    steps: tuple[Step, ...] = ()
    tips: tuple[str, ...] = ()
    category: str | None = None
    occasion: str | None = None
    method: str | None = None
    servings: int | None = None
    minutes: int | None = None
    difficulty: str | None = None
    popularity: int = 0
    image_url: str | None = None
    source_url: str | None = None
    version: str = ""
    reading: str | None = None
