"""Tells whether a product is the food that a recipe asks for, and how well.

A product is what its name was read as. It must be the food or a kind of it, raw where the food is
raw: what is made from a food (양파즙) is not the food. Another form of the same plain food (깐마늘
for 다진마늘) comes next; a wider food or a written substitute stands in, and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.search.foods import FoodLike


class KnownFoods(Protocol):
    """The lexicon, as buying asks it."""

    @property
    def foods(self) -> Mapping[str, FoodLike]: ...
    def ancestors(self, name: str) -> tuple[str, ...]: ...
    def plain(self, name: str) -> str:
        """Return the name a cook uses: 감자 for 수미감자."""

    def is_raw(self, name: str) -> bool: ...
    def kind(self, name: str) -> FoodKind: ...


class Way(StrEnum):
    """How a product meets a food, best first."""

    SAME = "same"
    KIND = "kind"
    FORM = "form"
    TREATED = "treated"
    WIDER = "wider"
    INSTEAD = "instead"


STANDS_IN = (Way.WIDER, Way.INSTEAD)

_WORTH = {
    Way.SAME: 1.0,
    Way.KIND: 0.93,
    Way.FORM: 0.85,
    Way.TREATED: 0.6,
    Way.WIDER: 0.5,
    Way.INSTEAD: 0.45,
}
_VARIETY = 0.97
"""A mere variety or state (수미감자, 특란) is hardly less than the food."""

_OF_ANOTHER = 0.15
"""A kind that is made of something else than the food is (갓김치 for 김치) is less."""

_PLACE = 0.02
"""Substitutes are written best first: each place behind counts so much less."""

_UNSURE = 1.0
"""What a name counts less that may be a ready dish, by the probability of that."""

_AMONG_OTHERS, _BESIDE = 0.1, 0.1
"""What an assortment counts less for each other food, two at most, and where another is first."""

_READY, _FOR_GIVING = 0.25, 0.1
"""What a name counts less that tells of seasoning or cooking, or of a gift set."""

_ONLY_IN_IT = 0.08
"""What a seasoning counts less that the name may only tell as what something is made with."""

_FRESH = frozenset({"육류", "생선", "조개·갑각·연체", "채소", "버섯", "달걀", "과일"})
"""Categories of foods that a cook wants as they come, not seasoned or cooked."""

_EATEN = frozenset({"dish", "treat"})
"""Roles of foods that are eaten as they are bought."""

_TREATMENTS = "양념|절임|절인|훈제|초벌|장아찌|조림|건조|말린|자반|조미|구운|군고구마|맛밤|코다리"
_TREATED = re.compile(_TREATMENTS)
_MADE_READY = re.compile(
    rf"(?:{_TREATMENTS}|볶음|구이|튀김|찜|반숙|훈연|즉석|무침|간편식|직화|수비드)"
    r"(?!용|하|감|이용|거리|[/,·]\S*용)|(?:매운|매콤한?|순한|간장|소금|달콤한)맛"
)
_GIFT = re.compile("선물|세트")


@dataclass(frozen=True, slots=True)
class Fitting:
    """`food` of the product meets the need in this `way`; `worth` is 0 to 1.

    `is_alone` when the product is nothing else besides: only then its amount is that of the food.
    """

    food: str
    way: Way
    worth: float
    is_alone: bool = True

    @property
    def stands_in(self) -> bool:
        return self.way in STANDS_IN


def asked_foods(known: KnownFoods, food: str) -> frozenset[str]:
    """Return the foods whose products, with all their kinds, may meet a need."""
    if food not in known.foods:
        return frozenset()
    return frozenset({food, known.plain(food), *known.ancestors(food), *_instead(known, food)})


def fitting(known: KnownFoods, food: str, name: str, reading: FoodReading) -> Fitting | None:
    """Return how a product of this name meets the food best; None when it does not."""
    if food not in known.foods:
        return None
    offered = [one for one in reading.words.foods if one in known.foods]
    ways = [(_way(known, food, one), -at, one) for at, one in enumerate(offered)]
    met = [(worth, at, one, way) for (way, worth), at, one in ways if way is not None]
    if not met:
        return None
    worth, place, one, way = max(met)
    wanted = food if way is not Way.INSTEAD else one
    if not _is_for_cooking(known, wanted, reading):
        return None
    others = len({known.plain(other) for other in offered} - {known.plain(one)})
    worth -= _AMONG_OTHERS * min(others, 2) + (_BESIDE if place else 0.0)
    if known.is_raw(wanted):
        worth -= _UNSURE * (1 - (reading.p_ingredient if reading.p_ingredient is not None else 1))
    elif reading.words.derived and known.foods[wanted].made_from is None:
        worth -= _ONLY_IN_IT
    if _is_made_ready(known, wanted, name) and way is not Way.TREATED:
        worth -= _READY
    if _GIFT.search(name):
        worth -= _FOR_GIVING
    return Fitting(one, way, round(max(worth, 0.0), 4), not others)


def _is_for_cooking(known: KnownFoods, wanted: str, reading: FoodReading) -> bool:
    """Tell whether a product is as raw as the food is, and not told as part of a meal.

    A dish or treat beside the food in a name is made with it: 소금 & 고등어구이, 우유 사용 빵.
    """
    if known.is_raw(wanted) and (reading.words.derived or reading.kind is FoodKind.PREPARED):
        return False
    if known.foods[wanted].role in _EATEN:
        return True
    beside = (known.foods[one] for one in reading.words.foods if one in known.foods)
    return all(one.role not in _EATEN for one in beside)


def _is_made_ready(known: KnownFoods, food: str, name: str) -> bool:
    fresh = known.is_raw(food) and known.foods[food].category in _FRESH
    return fresh and not _TREATED.search(food) and _MADE_READY.search(name) is not None


def _way(known: KnownFoods, food: str, offered: str) -> tuple[Way | None, float]:
    line = known.ancestors(offered)
    if food in line:
        below = line[: line.index(food)]
        if known.is_raw(food) and any(_is_treated(one, food) for one in below):
            return Way.TREATED, _WORTH[Way.TREATED]
        if not below:
            return Way.SAME, _WORTH[Way.SAME]
        is_variety = known.plain(offered) == known.plain(food)
        worth = _VARIETY if is_variety else _WORTH[Way.KIND]
        return Way.KIND, worth - (_OF_ANOTHER if _is_of_another(known, offered, food) else 0.0)
    if known.plain(offered) == known.plain(food):
        treated = known.is_raw(food) and _is_treated(offered, food)
        way = Way.TREATED if treated else Way.FORM
        return way, _WORTH[way]
    if offered in known.ancestors(food):
        return Way.WIDER, _WORTH[Way.WIDER]
    for place, other in enumerate(_instead(known, food)):
        if other in line:
            return Way.INSTEAD, _WORTH[Way.INSTEAD] - _PLACE * min(place, 10)
    return None, 0.0


def _is_of_another(known: KnownFoods, offered: str, food: str) -> bool:
    made_of, of = known.foods[offered].of, known.foods[food].of
    return bool(made_of and of) and made_of[0] != of[0]


def _is_treated(offered: str, food: str) -> bool:
    """Tell whether a kind of a food is that food dried, salted or seasoned."""
    if _TREATED.search(food):
        return False
    return _TREATED.search(offered) is not None or offered in (f"건{food}", f"반건조{food}")


def _instead(known: KnownFoods, food: str) -> Iterator[str]:
    """Yield what is written to stand in for a food, else for the plain food it is a form of."""
    own = known.foods[food].instead
    yield from own or known.foods[known.plain(food)].instead
