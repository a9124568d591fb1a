"""Which labelled allergens (알레르기 표시 22종) a food holds or may hold.

Made to leave foods out: what is not known of a food counts as held.
"""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.ingredient_line import WATER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from eats_desktop.classify.foods import Food, FoodLexicon

FILE = "allergens.toml"
_ANY = "*"


class Allergens:
    """The table over the lexicon. A kind of a food holds what that food holds; a dish or product
    what it is made of holds, and what is written for it or for the nearest food it is a kind of,
    else for its family. Of a processed food that nothing is written for, everything counts."""

    def __init__(self, foods: FoodLexicon, tables: Mapping[str, Any]) -> None:
        """`tables` are those of the file; ValueError and KeyError tell what is wrong."""
        self._foods = foods
        self.names: tuple[str, ...] = tuple(tables["labels"])
        """The 22 names in the order of the labelling rules."""
        self._all = frozenset(self.names)
        self._natural = frozenset(tables["natural"]["categories"].split())
        self._families = {
            self._family(name): self._labels(words) for name, words in tables["families"].items()
        }
        self._inside = dict(self._written_inside(tables["inside"]))
        self._themselves = self._seeds(tables["labels"])
        self._known: dict[str, frozenset[str]] = {}

    @classmethod
    def load(cls, folder: Path, foods: FoodLexicon) -> Allergens:
        """Read the folder's file; ModelError that names it and what is wrong in it."""
        try:
            return cls(foods, tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError) as exc:
            raise ModelError(f"알레르기 표를 읽지 못했어요: {FILE}: {exc}") from exc

    def of(self, food: str) -> frozenset[str]:
        """Return the allergens of a canonical food, all of them where it is not known."""
        if food == WATER:
            return frozenset()
        if food not in self._foods.foods:
            return self._all
        if food not in self._known:
            self._known[food] = self._found(food)
        return self._known[food]

    def in_line(self, food: str | None, name: str) -> frozenset[str]:
        """Return the allergens of an ingredient as it is written: of its food and of every other
        food that its name tells of (호두 식빵)."""
        if food == WATER:
            return frozenset()
        named = (self.of(one.name) for one in self._foods.find(name))
        return self.of(food or "").union(*named)

    def is_told(self, food: str) -> bool:
        """Tell whether it is known what the food holds, rather than left to its package."""
        return food == WATER or (
            food in self._foods.foods and self._added(self._foods.foods[food]) is not None
        )

    def _found(self, food: str) -> frozenset[str]:
        line = [self._foods.foods[name] for name in self._foods.ancestors(food)]
        held = set().union(*(self._themselves.get(one.name, ()) for one in line))
        added = self._added(line[0])
        if added is None:
            return self._all
        parts = {part for one in line for part in (*one.of, one.made_from) if part is not None}
        return frozenset(held.union(added, *(self.of(part) for part in parts)))

    def _added(self, food: Food) -> frozenset[str] | None:
        """Return what is written to be in a food beside its ingredients; None when unknown."""
        for name in self._foods.ancestors(food.name):
            if name in self._inside:
                return self._inside[name]
        family = self._foods.family(food.name)
        if family in self._families and not self._is_snack(food):
            return self._families[family]
        is_natural = food.category in self._natural and food.kind is FoodKind.INGREDIENT
        return frozenset() if is_natural else None

    def _is_snack(self, food: Food) -> bool:
        """A product made from a food stands in the family of that food (버터빵 beside 버터)."""
        return food.made_from is not None and food.kind is not FoodKind.INGREDIENT

    def _seeds(self, table: Mapping[str, str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for label, words in table.items():
            for word in words.split():
                for food in self._named(word):
                    found.setdefault(food, set()).add(label)
        return found

    def _named(self, word: str) -> list[str]:
        """Return the food a word names, or every food of a family (분류/무리)."""
        if "/" in word:
            return self._by_family[self._family(word)]
        return [self._food(word)]

    def _written_inside(
        self, table: Mapping[str, str]
    ) -> Iterator[tuple[str, frozenset[str] | None]]:
        seen: set[str] = set()
        for words, labels in table.items():
            for word in words.split():
                food = self._food(word)
                if food in seen:
                    raise ValueError(f"written twice: {word}")
                seen.add(food)
                yield food, self._labels(labels)

    def _labels(self, words: str) -> frozenset[str] | None:
        if words == _ANY:
            return None
        labels = frozenset(words.split())
        if labels - self._all:
            raise ValueError(f"no such allergens: {', '.join(sorted(labels - self._all))}")
        return labels

    def _food(self, word: str) -> str:
        if word not in self._foods.words:
            raise ValueError(f"no such food: {word}")
        return self._foods.words[word]

    def _family(self, name: str) -> str:
        if name not in self._spelt:
            raise ValueError(f"no such family: {name}")
        return self._spelt[name]

    @cached_property
    def _spelt(self) -> dict[str, str]:
        """Return the families by their names without blanks: 소 뼈·꼬리 is 소·뼈·꼬리."""
        return {name.replace(" ", "·"): name for name in self._by_family}

    @cached_property
    def _by_family(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._foods.foods:
            found.setdefault(self._foods.family(name), []).append(name)
        return found
