"""Products for one missing ingredient, and how far a pack goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.schedule import Broadcast


_SURE = 0.7
"""A fit of less is an assortment, or a food that is only likely the one."""


@dataclass(frozen=True, slots=True)
class Need:
    """A canonical food and how much of it a dish wants; None when that is not known.

    `grams` counts millilitres of liquids where no weight is known through `millilitres`.
    """

    food: str
    grams: Fraction | None = None
    millilitres: Fraction | None = None
    pieces: Fraction | None = None


@dataclass(frozen=True, slots=True)
class OfferedProduct:
    """A product that can be bought, with what its name was read as.

    `broadcast` is the airing that sells it, on air or next; None for the mall.
    """

    offer: Offer
    reading: FoodReading
    broadcast: Broadcast | None = None


@dataclass(frozen=True, slots=True)
class Buyable:
    """A product that is the needed food, on the shelf now or on air now or later.

    `broadcast` is the airing that sells it (on air or next), None for the mall. `meals` tells how
    many times the need fits in the pack, None when either amount is unknown. `why` in words.
    `stands_in` says that it is a substitute or a wider food, to be marked as such.
    """

    offer: Offer
    broadcast: Broadcast | None
    fit: float
    meals: Fraction | None
    why: tuple[str, ...]
    stands_in: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it surely is the food, good enough to be chosen unasked."""
        return not self.stands_in and self.fit >= _SURE


@dataclass(frozen=True, slots=True)
class ChosenProduct:
    """What "모두 담기" puts in: so many packs of a product for the foods it meets."""

    foods: tuple[str, ...]
    product: Buyable
    quantity: int


@dataclass(frozen=True, slots=True)
class BuyingChoice:
    """The default product of every need.

    `total_krw` is the sum of the known prices, `unpriced` how many products it leaves out; None
    when no price is known. `unmet` are foods for which nothing is sold that surely is
    them: only a substitute, or an assortment with them.
    """

    products: tuple[ChosenProduct, ...]
    total_krw: int | None
    unpriced: int
    unmet: tuple[str, ...]
