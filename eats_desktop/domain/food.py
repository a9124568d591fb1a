"""What is known of a food by its name: the reading that is stored with every product."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eats_desktop.domain.amount import Amount


class FoodKind(StrEnum):
    """식재료: cooked with; 완제품: eaten as it is or after heating; 건강식품: not food for us."""

    INGREDIENT = "ingredient"
    PREPARED = "prepared"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class NameReading:
    """What the words of a name say.

    `foods` are the canonical foods the thing is (갈비탕), most important first; `ingredients` what
    these are or are made of as a cook counts it (소갈비). `derived`: made from the ingredient and
    no longer it (양파즙). `kind` is what the lexicon says of the first food. None and empty where
    no food is known.
    """

    brand: str | None = None
    foods: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    derived: bool = False
    kind: FoodKind | None = None


@dataclass(frozen=True, slots=True)
class FoodReading:
    """What one version of our models says of a product name.

    `probability` is that of being food; `kind` is None when the name is neither food nor a health
    supplement; `p_ingredient` is the probability of 식재료 among foods; `amount` None when the
    name does not determine one.
    """

    is_food: bool
    probability: float
    model_version: str
    kind: FoodKind | None = None
    p_ingredient: float | None = None
    words: NameReading = NameReading()
    amount: Amount | None = None
