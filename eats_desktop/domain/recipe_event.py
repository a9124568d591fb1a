"""What a shopper did with a recipe: looked at it, cooked it, gave it stars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.stored_recipe import RecipeKey

MOST_STARS = 5


class RecipeEventKind(StrEnum):
    VIEW = "view"
    COOK = "cook"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class RecipeEvent:
    """`value` is the stars of a rating, 1 to 5; None for the other kinds."""

    kind: RecipeEventKind
    recipe: RecipeKey
    at: datetime
    value: int | None = None

    def __post_init__(self) -> None:
        if (self.kind is RecipeEventKind.RATE) != (self.value is not None):
            raise InputError(f"별점은 별의 수가 있어야 해요: {self.kind} {self.value}")
        if self.value is not None and not 1 <= self.value <= MOST_STARS:
            raise InputError(f"별점은 1점에서 {MOST_STARS}점까지예요: {self.value}")
