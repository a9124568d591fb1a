"""The words beside foods that change what a name says: resources/food/reading/words.toml."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class ContextWords:
    """Lists of words by what they do; `derived` has the kind of what each makes of a food."""

    def __init__(
        self, lists: Mapping[str, frozenset[str]], derived: Mapping[str, FoodKind]
    ) -> None:
        self._lists = lists
        self._derived = derived
        self._longest = max(len(word) for word in derived)

    @classmethod
    def parse(cls, text: str) -> ContextWords:
        tables = tomllib.loads(text)
        derived = {
            word: FoodKind(kind)
            for kind, words in tables.pop("derived").items()
            for word in words.split()
        }
        return cls({name: frozenset(t["words"].split()) for name, t in tables.items()}, derived)

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._lists[name]

    def derived_kind(self, text: str) -> FoodKind | None:
        """Return the kind of a product whose word starts so; one syllable must be all of it."""
        for length in range(min(len(text), self._longest), 0, -1):
            kind = self._derived.get(text[:length])
            if kind is not None and (length > 1 or not text[1:].strip("0")):
                return kind
        return None
