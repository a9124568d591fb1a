"""Whether each ingredient of a recipe is at hand: 보유, 장바구니 or 미보유. Decided only here."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from eats_desktop.domain.fulfilment import Availability, Because, Holding, IngredientStatus
from eats_desktop.domain.ingredient_line import WATER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from eats_desktop.domain.ingredient_line import IngredientLine

_WATER = Holding(WATER, Because.WATER, WATER)
_SOURCES = {
    Because.WATER: 0,
    Because.TYPED: 0,
    Because.PANTRY: 1,
    Because.ORDER: 2,
    Because.CART: 3,
}
"""Which of two holdings that meet an ingredient equally well is named."""


class KnownFoods(Protocol):
    """What is asked of the food lexicon; search.foods has it."""

    def lineage(self, food: str) -> tuple[str, ...]: ...
    def plain(self, food: str) -> str: ...
    def meant(self, food: str) -> str: ...
    def stand_ins(self, food: str) -> tuple[str, ...]: ...
    def is_made_of(self, product: str, food: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Met:
    """What meets a wanted food; `holding` is None when it is missing."""

    availability: Availability
    holding: Holding | None = None
    stands_in: bool = False


class _Match(NamedTuple):
    """How a holding meets a food: the smallest is the best. `steps` away in the lexicon."""

    is_in_cart: bool
    stands_in: bool
    source: int
    steps: int
    days_ago: int
    name: str
    holding: Holding


class Larder:
    """Everything there is, asked for one food at a time.

    What is at home beats the cart even where it only stands in; after that the food itself or a
    kind of it beats a stand-in. 삼겹살 is 돼지고기, but 돼지고기 only stands in for 삼겹살; for a
    mere form the food is as good (마늘 for 다진마늘), and so it is for what its bare name commonly
    means (김치 for 배추김치). A substitute of the same family stands in,
    with any other the food is missing. What was made from a food (양파즙) never meets it.
    """

    def __init__(self, foods: KnownFoods, holdings: Iterable[Holding]) -> None:
        self._foods = foods
        self.holdings = frozenset(holdings)
        self._named: dict[str, set[Holding]] = defaultdict(set)
        self._kinds: dict[str, list[tuple[int, Holding]]] = defaultdict(list)
        for holding in self.holdings:
            for name in {written(holding.food), written(holding.name)}:
                self._named[name].add(holding)
            for steps, food in enumerate(foods.lineage(holding.food)):
                if not foods.is_made_of(holding.food, food):
                    self._kinds[food].append((steps, holding))
            meant = foods.meant(holding.food)
            if meant != holding.food:
                self._kinds[meant].append((1, holding))
        self._met: dict[str, Met] = {}

    def food(self, food: str) -> Met:
        """Return what meets a canonical food."""
        if food == WATER:
            return Met(Availability.HAVE, _WATER)
        if food not in self._met:
            self._met[food] = _best(self._matches(food))
        return self._met[food]

    def unknown(self, name: str) -> Met:
        """Return what meets an ingredient the lexicon does not know: the very same name."""
        return _best(_match(holding) for holding in self._named.get(written(name), ()))

    def line(self, line: IngredientLine) -> IngredientStatus:
        met = self.unknown(line.name) if line.food is None else self.food(line.food)
        return IngredientStatus(line, met.availability, met.holding, met.stands_in)

    def _matches(self, food: str) -> Iterator[_Match]:
        for steps, holding in self._kinds.get(food, ()):
            yield _match(holding, steps)
        line = self._foods.lineage(food)
        plain = line.index(self._foods.plain(food))
        for steps, wider in enumerate(line[1:], 1):
            for away, holding in self._kinds.get(wider, ()):
                if away == 0:
                    yield _match(holding, steps, stands_in=steps > plain)
        for place, other in enumerate(self._foods.stand_ins(food), 10):
            for away, holding in self._kinds.get(other, ()):
                if not self._foods.is_made_of(holding.food, food):
                    yield _match(holding, place + away, stands_in=True)


class Fulfilling:
    def __init__(self, foods: KnownFoods) -> None:
        self._foods = foods

    def larder(self, holdings: Collection[Holding]) -> Larder:
        """Return the holdings made ready to be asked about many recipes."""
        return Larder(self._foods, holdings)

    def status(
        self, lines: Sequence[IngredientLine], holdings: Collection[Holding]
    ) -> tuple[IngredientStatus, ...]:
        """Return of each line whether it is there, and by what; the order of holdings is no
        matter."""
        larder = self.larder(holdings)
        return tuple(larder.line(line) for line in lines)


def written(name: str) -> str:
    """Return a name as two writings of it are compared: composed, without blanks and case."""
    return "".join(unicodedata.normalize("NFC", name).split()).casefold()


def _match(holding: Holding, steps: int = 0, *, stands_in: bool = False) -> _Match:
    return _Match(
        holding.because is Because.CART,
        stands_in,
        _SOURCES[holding.because],
        steps,
        0 if holding.since is None else -holding.since.toordinal(),
        holding.name,
        holding,
    )


def _best(matches: Iterable[_Match]) -> Met:
    found = min(matches, key=lambda one: (one[:-1], one.holding.food), default=None)
    if found is None:
        return Met(Availability.MISSING)
    availability = Availability.CART if found.is_in_cart else Availability.HAVE
    return Met(availability, found.holding, found.stands_in)
