"""Kitchen measures (큰술, 컵, 마리) in grams and millilitres, where a factor is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from eats_desktop.domain.ingredient_line import Quantity


@dataclass(frozen=True, slots=True)
class FoodFactors:
    """What one food weighs: grams of one piece by counter, and grams of a millilitre."""

    pieces: Mapping[str, Fraction] = field(default_factory=dict)
    density: Fraction | None = None


@dataclass(frozen=True, slots=True)
class KitchenUnits:
    """Every unit a recipe may use.

    `mass` in grams, `volume` in millilitres; `counters` say how many, and weigh what the food
    weighs. `names` gives the unit of each writing (T, 스푼 → 큰술). `whole` are the counters of
    a whole one (개, 마리, 모); the others count parts or bundles (쪽, 단).
    """

    mass: Mapping[str, Fraction]
    volume: Mapping[str, Fraction]
    counters: frozenset[str]
    names: Mapping[str, str]
    whole: frozenset[str] = frozenset()

    def is_known(self, unit: str) -> bool:
        return unit in self.mass or unit in self.volume or unit in self.counters

    def grams(self, quantity: Quantity, factors: FoodFactors) -> Fraction | None:
        """Return the weight; None when nothing says what the unit weighs of this food."""
        unit = quantity.unit
        if unit is None:
            return None
        if unit in self.mass:
            return quantity.middle * self.mass[unit]
        if unit in factors.pieces:
            return quantity.middle * factors.pieces[unit]
        if unit in self.volume and factors.density is not None:
            return quantity.middle * self.volume[unit] * factors.density
        return None

    def pieces(self, quantity: Quantity, factors: FoodFactors) -> Fraction | None:
        """Return how many whole ones a count makes: 3쪽 of garlic is so much of a 통.

        The whole one is the heaviest the food is counted by. None for a mass or a volume, and
        where the weight of a part is not known, or none of a whole one.
        """
        if quantity.unit is None:
            return quantity.middle
        weights = [factors.pieces[unit] for unit in self.whole if unit in factors.pieces]
        part = factors.pieces.get(quantity.unit)
        if part is not None and weights:
            return quantity.middle * part / max(weights)
        return quantity.middle if quantity.unit in self.whole else None

    def millilitres(self, quantity: Quantity, factors: FoodFactors) -> Fraction | None:
        """Return the volume; a mass has one only through the density of its food."""
        if quantity.unit is not None and quantity.unit in self.volume:
            return quantity.middle * self.volume[quantity.unit]
        grams = self.grams(quantity, factors)
        if grams is None or factors.density is None:
            return None
        return grams / factors.density
