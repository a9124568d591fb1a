"""The shopping list (장보기 목록): what to buy, one entry a food, for which dishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.ingredient_line import Quantity
    from eats_desktop.domain.stored_recipe import RecipeKey


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One line as it was put on the list; `recipe` is None for one that was written by hand.

    `text` as the recipe writes it; `quantity` and `also` for the servings that are cooked.
    """

    line_id: int
    text: str
    name: str
    food: str | None
    quantity: Quantity | None
    also: Quantity | None
    vague: str | None
    recipe: RecipeKey | None
    recipe_title: str | None
    is_done: bool
    added_at: datetime


@dataclass(frozen=True, slots=True)
class ShoppingEntry:
    """All lines of one food that are still to buy, or all that are checked off.

    `amounts` stand side by side (2개 + 100 g) where nothing certain adds them up; empty when no
    line says how much. `vague` are the words of lines without number (약간).
    """

    name: str
    food: str | None
    amounts: tuple[Quantity, ...]
    vague: tuple[str, ...]
    lines: tuple[ListedLine, ...]
    is_done: bool

    @property
    def line_ids(self) -> tuple[int, ...]:
        return tuple(line.line_id for line in self.lines)

    @property
    def recipe_titles(self) -> tuple[str, ...]:
        """The dishes it is for, each once, in the order they were added."""
        titles = (line.recipe_title for line in self.lines)
        return tuple(dict.fromkeys(title for title in titles if title is not None))


@dataclass(frozen=True, slots=True)
class ListChange:
    """What one change took (`before`) and left (`after`) of the lines it touched."""

    before: tuple[ListedLine, ...] = ()
    after: tuple[ListedLine, ...] = ()
