"""Reads the kitchen units, and knows what a food weighs by its own line or what it is a kind of."""

from __future__ import annotations

import hashlib
import tomllib
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from eats_desktop.classify.names import normalised
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.kitchen_units import FoodFactors, KitchenUnits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from eats_desktop.classify.foods import FoodLexicon
    from eats_desktop.domain.ingredient_line import IngredientLine, Quantity

UNITS = "units.toml"


class States(NamedTuple):
    """Words beside the name of an ingredient: its state and size, the group it belongs to.

    `before` stand in front of it (다진 마늘), `behind` after it (마늘 다진것); `glued` may also be
    written together with it (다진마늘). `titles` are foods that head a group, too (소스: …).
    """

    before: frozenset[str]
    behind: frozenset[str]
    glued: tuple[str, ...]
    titles: frozenset[str]


class Kitchen:
    """The foods of the lexicon beside the units: what a written ingredient is and weighs."""

    def __init__(self, foods: FoodLexicon, tables: Mapping[str, Any], version: str = "") -> None:
        """`tables` are those of the units file; ValueError and KeyError tell what is wrong."""
        self.foods = foods
        self.version = version
        self.units = _units(tables)
        self.states = _states(tables["words"])
        self._waters = frozenset(tables["words"]["water"].split())
        self._also = dict(_also(tables["also"], foods))
        densities, pieces = _factors(tables["density"]), _pieces(tables)
        self._densities = {self._known(name): value for name, value in densities.items()}
        self._pieces = {self._known(name): value for name, value in pieces.items()}

    @classmethod
    def load(cls, folder: Path, foods: FoodLexicon) -> Kitchen:
        """Read the folder's units file; ModelError that names it and what is wrong in it.

        The version is the hash of its text.
        """
        try:
            text = (folder / UNITS).read_text(encoding="utf-8")
            digest = hashlib.sha256(text.encode()).hexdigest()[:12]
            return cls(foods, tomllib.loads(text, parse_float=Fraction), digest)
        except (OSError, ValueError, KeyError) as exc:
            raise ModelError(f"부엌 단위를 읽지 못했어요: {UNITS}: {exc}") from exc

    def food(self, name: str) -> str | None:
        """Return the canonical food of a whole written name, WATER, or None."""
        word = normalised(name).replace(" ", "")
        if word in self._waters:
            return WATER
        return self._also.get(word) or self.foods.words.get(word)

    def factors(self, food: str) -> FoodFactors:
        """Return what is known of a food; its own figures come before those it is a kind of."""
        line = (food,) if food == WATER else self.foods.ancestors(food)
        pieces: dict[str, Fraction] = {}
        density = None
        for name in line:
            for counter, grams in self._own_pieces(name):
                pieces.setdefault(counter, grams)
            if density is None:
                density = self._densities.get(name)
        return FoodFactors(pieces, density)

    def grams(self, line: IngredientLine) -> Fraction | None:
        """Return the weight a line asks for; a weight that is written counts before a guess."""
        for quantity in self._by_certainty(line):
            if quantity.unit in self.units.mass:
                return self.units.grams(quantity, FoodFactors())
        if line.food is None or line.quantity is None:
            return None
        return self.units.grams(line.quantity, self.factors(line.food))

    def _by_certainty(self, line: IngredientLine) -> Iterator[Quantity]:
        yield from (quantity for quantity in (line.quantity, line.also) if quantity is not None)

    def _own_pieces(self, name: str) -> Iterator[tuple[str, Fraction]]:
        if name != WATER:
            for counter, grams in self.foods.foods[name].pieces.items():
                yield counter, Fraction(grams)
        yield from self._pieces.get(name, {}).items()

    def _known(self, name: str) -> str:
        food = self.food(name)
        if food is None:
            raise ModelError(f"부엌 단위에 모르는 식품이 있어요: {name}")
        return food


def _states(words: Mapping[str, str]) -> States:
    return States(
        frozenset(words["before"].split()),
        frozenset(words["behind"].split()),
        tuple(words["glued"].split()),
        frozenset(words["titles"].split()),
    )


def _also(table: Mapping[str, str], foods: FoodLexicon) -> Iterator[tuple[str, str]]:
    for name, writings in table.items():
        for writing in writings.split():
            if name not in foods.words:
                raise ValueError(f"no such food: {name}")
            yield writing, foods.words[name]


def _units(tables: Mapping[str, Any]) -> KitchenUnits:
    mass, volume = _factors(tables["mass"]), _factors(tables["volume"])
    counters = frozenset(tables["counters"]["words"].split())
    names = {unit: unit for unit in (*mass, *volume, *counters)}
    for unit, writings in tables["names"].items():
        if unit not in names:
            raise ValueError(f"no such unit: {unit}")
        for writing in writings.split():
            if names.setdefault(writing, unit) != unit:
                raise ValueError(f"two units are written {writing}: {names[writing]}, {unit}")
    whole = frozenset(tables["counters"]["whole"].split())
    if not whole <= counters:
        raise ValueError(f"no such counters: {sorted(whole - counters)}")
    return KitchenUnits(mass, volume, counters, names, whole)


def _factors(table: Mapping[str, int | Fraction]) -> dict[str, Fraction]:
    factors = {name: Fraction(value) for name, value in table.items()}
    for name, value in factors.items():
        if value <= 0:
            raise ValueError(f"not more than 0: {name}")
    return factors


def _pieces(tables: Mapping[str, Any]) -> dict[str, dict[str, Fraction]]:
    return {name: _factors(table) for name, table in tables["pieces"].items()}
