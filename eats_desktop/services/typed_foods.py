"""Reads the foods a shopper typed to cook from: canonical, corrected where they were mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.vocabulary import Vocabulary

_MOST_SLIPS = 1.5


class TypedFoods(NamedTuple):
    """`known` is each canonical food with what was typed for it, `unknown` the rest as typed.

    `corrected` lists all as they were read, None when nothing was mistyped.
    """

    known: dict[str, str]
    unknown: tuple[str, ...]
    corrected: str | None


class FoodTyping:
    """Safe for several threads; `read_line` reads what is written with an amount or a form."""

    def __init__(
        self,
        foods: Foods,
        read_line: Callable[[str], IngredientLine],
        vocabulary: Callable[[], Vocabulary],
    ) -> None:
        self._foods = foods
        self._read_line = read_line
        self._vocabulary = vocabulary

    def read(self, texts: Iterable[str]) -> TypedFoods:
        """Read each text as one food; blank ones are nothing."""
        known: dict[str, str] = {}
        unknown, told, is_corrected = [], [], False
        for text in dict.fromkeys(filter(None, (" ".join(text.split()) for text in texts))):
            food = self._named(text)
            meant = text
            if food is None and (near := self._near(text)) is not None:
                food, meant, is_corrected = self._foods.named(near), near, True
            if food is None:
                unknown.append(text)
            else:
                known.setdefault(food, meant)
            told.append(meant)
        return TypedFoods(known, tuple(unknown), ", ".join(told) if is_corrected else None)

    def _named(self, text: str) -> str | None:
        return self._foods.named(joined(plain(text))) or self._read_line(text).food

    def _near(self, text: str) -> str | None:
        """Return the food's word that is a slip away."""
        near = self._vocabulary().near(joined(plain(text)))
        words = (term.text for term, slips in near if slips <= _MOST_SLIPS)
        return next((word for word in words if self._foods.named(word) is not None), None)
