"""What the search asks of the food lexicon: same food, wider, alike, and the foods in a word."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple, Protocol

from eats_desktop.search.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from eats_desktop.search.themes import Theme, Themes
    from eats_desktop.search.wishes import Wish


FAMILY = 0.5
"""How near another food of the same family (무리) is."""

_WIDER, _STANDS_IN, _STANDS_IN_BACK = 0.9, 0.8, 0.6
"""How near are: the wider food, a substitute, the best a little more, a food it stands in for."""

_KIN = 0.5
"""What a food that is a kind of the same one has of the rest to 1."""

_GROUP = 0.42
"""How near another food of the same wider circle (갈래) is."""

_BEGUN = 0.8
"""How near a food is whose name only begins with the word: 흰다리 may be 흰다리새우."""

_SHORTEST, _MANY = 2, 12
"""A word of so few syllables, or that more foods than this begin with (매운), tells nothing."""

_DISH = "dish"


class FoodLike(Protocol):
    """A canonical food as classify.foods has it."""

    @property
    def name(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def also(self) -> tuple[str, ...]: ...
    @property
    def of(self) -> tuple[str, ...]: ...
    @property
    def role(self) -> str: ...
    @property
    def made_from(self) -> str | None: ...
    @property
    def instead(self) -> tuple[str, ...]: ...
    @property
    def meant(self) -> str | None: ...


class FoodWords(Protocol):
    """The lexicon: canonical foods, and each written word with its canonical food."""

    @property
    def foods(self) -> Mapping[str, FoodLike]: ...
    @property
    def words(self) -> Mapping[str, str]: ...
    def ancestors(self, name: str) -> tuple[str, ...]: ...
    def descendants(self, name: str) -> tuple[str, ...]: ...
    def plain(self, name: str) -> str: ...
    def beside(self, name: str) -> Iterable[str]: ...


class Part(NamedTuple):
    """A piece of a written word; `food` is the canonical food it names, None when unknown."""

    text: str
    food: str | None


class Foods:
    """The lexicon seen from a query, loaded with the first one; without it no word is known."""

    def __init__(
        self,
        load: Callable[[], FoodWords | None] = lambda: None,
        load_themes: Callable[[], Themes | None] = lambda: None,
    ) -> None:
        self._load = load
        self._load_themes = load_themes

    @cached_property
    def _lexicon(self) -> FoodWords | None:
        return self._load()

    @property
    def words(self) -> Mapping[str, str]:
        return {} if self._lexicon is None else self._lexicon.words

    @cached_property
    def _wishes(self) -> Wishes | None:
        themes = self._load_themes()
        return None if self._lexicon is None or themes is None else Wishes(self._lexicon, themes)

    @property
    def themes(self) -> Mapping[str, Theme]:
        """Return each word for a theme (테마), written without blanks."""
        return {} if self._wishes is None else self._wishes.words

    def wish(self, words: Sequence[str]) -> Wish | None:
        """Return what words mean together that name no food but a wish: 술안주, 매운 닭요리."""
        return None if self._wishes is None else self._wishes.understood(words)

    def named(self, word: str) -> str | None:
        """Return the canonical food a word written without blanks means."""
        return self.words.get(word)

    def writings(self, food: str) -> tuple[str, ...]:
        """Return the words that mean this very food."""
        return () if self._lexicon is None else (food, *self._lexicon.foods[food].also)

    def lineage(self, food: str) -> tuple[str, ...]:
        """Return the food and what it is a kind of, the narrowest first."""
        if self._lexicon is None or food not in self._lexicon.foods:
            return (food,)
        return self._lexicon.ancestors(food)

    def category(self, food: str) -> str:
        found = None if self._lexicon is None else self._lexicon.foods.get(food)
        return "" if found is None else found.category

    def kinds(self, food: str) -> tuple[str, ...]:
        """Return the foods that are a kind of this one."""
        return () if self._lexicon is None else self._lexicon.descendants(food)

    def meant(self, food: str) -> str:
        """Return the kind that the bare name of a food commonly means (배추김치 by 김치), else
        the food itself."""
        found = None if self._lexicon is None else self._lexicon.foods.get(food)
        return food if found is None else found.meant or food

    def plain(self, food: str) -> str:
        """Return the food of which this one is a mere variety or form: 마늘 of 다진마늘."""
        known = self._lexicon is not None and food in self._lexicon.foods
        return self._lexicon.plain(food) if self._lexicon is not None and known else food

    def substitutes(self, food: str) -> tuple[str, ...]:
        """Return what is written to be cooked with instead of a food, the best first.

        A kind of a food for which nothing is written takes what is written for that food.
        """
        if self._lexicon is None or food not in self._lexicon.foods:
            return ()
        written = (self._lexicon.foods[name].instead for name in self._lexicon.ancestors(food))
        return next(filter(None, written), ())

    def stand_ins(self, food: str) -> tuple[str, ...]:
        """Return those substitutes that are a kind of the same food or of its family (무리).

        쪽파 is as good as there where 대파 is wanted; 양파 is only better than nothing.
        """
        if self._lexicon is None or food not in self._lexicon.foods:
            return ()
        own, line = self._lexicon.foods[food], set(self._lexicon.ancestors(food))
        others = ((name, self._lexicon.foods[name]) for name in self.substitutes(food))
        return tuple(
            name
            for name, other in others
            if (other.category, other.family) == (own.category, own.family)
            or not line.isdisjoint(self._lexicon.ancestors(name))
        )

    def is_made_of(self, product: str, food: str) -> bool:
        """Tell whether it is made from the food and no longer that food: 양파즙 of 양파."""
        found = None if self._lexicon is None else self._lexicon.foods.get(product)
        return (
            found is not None
            and found.made_from is not None
            and (found.made_from in self.lineage(food) or food in self.lineage(found.made_from))
        )

    @cached_property
    def dishes(self) -> dict[str, tuple[str, ...]]:
        """Return every dish (새우튀김) with the foods it is of."""
        found = () if self._lexicon is None else self._lexicon.foods.values()
        return {food.name: food.of for food in found if food.role == _DISH}

    def main_of(self, food: str) -> str | None:
        """Return the main ingredient of a dish (소고기 of 소고기국), None of anything else."""
        known = None if self._lexicon is None else self._lexicon.foods.get(food)
        return known.of[0] if known is not None and known.role == _DISH and known.of else None

    def alike(self, food: str) -> dict[str, float]:
        """Return foods a shopper may accept instead with how near they are, below 1.

        The wider food first, then substitutes, then the family (무리), then what a dish is of.
        """
        if self._lexicon is None:
            return {}
        near: dict[str, float] = {}
        line = self._lexicon.ancestors(food)
        for step, wider in enumerate(line[1:]):
            near.setdefault(wider, _WIDER - 0.1 * min(step, 2))
        own = self._lexicon.foods[food]
        for place, other in enumerate(own.instead):
            near.setdefault(other, self._as_kin(line, other, _STANDS_IN - 0.02 * min(place, 5)))
        for other in self._instead_of.get(food, ()):
            near.setdefault(other, self._as_kin(line, other, _STANDS_IN_BACK))
        for other in self._families[own.family]:
            near.setdefault(other, self._as_kin(line, other, FAMILY))
        for other in self._lexicon.beside(food):
            near.setdefault(other, _GROUP)
        for other in own.of:
            near.setdefault(other, 0.3)
        near.pop(food, None)
        return near

    def begun(self, word: str) -> dict[str, float]:
        """Return the foods whose names begin with a word that is none itself, with what is alike.

        Dishes only where there is nothing else (부대찌개); nothing when they are many.
        """
        if self._lexicon is None or len(word) < _SHORTEST or word in self.words:
            return {}
        at = bisect_left(self._sorted, word)
        ends = takewhile(lambda one: one.startswith(word), islice(self._sorted, at, None))
        named = list(dict.fromkeys(self.words[one] for one in islice(ends, _MANY * 3)))
        plain = [food for food in named if self._lexicon.foods[food].role != _DISH] or named
        if len(plain) > _MANY:
            return {}
        near = dict.fromkeys(plain, _BEGUN)
        for food in plain:
            for other, weight in self.alike(food).items():
                near[other] = max(near.get(other, 0.0), weight * _BEGUN)
        return near

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    def _as_kin(self, line: Sequence[str], other: str, weight: float) -> float:
        """Return a weight that is greater for a food that is a kind of the same one."""
        shares = self._lexicon is not None and set(self._lexicon.ancestors(other)) & set(line)
        return weight + (1 - weight) * _KIN if shares else weight

    @cached_property
    def _instead_of(self) -> dict[str, list[str]]:
        """Return of each food those that it is written as a substitute for."""
        found: dict[str, list[str]] = {}
        for food in () if self._lexicon is None else self._lexicon.foods.values():
            for other in food.instead:
                found.setdefault(other, []).append(food.name)
        return found

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        families: dict[str, list[str]] = {}
        for food in () if self._lexicon is None else self._lexicon.foods.values():
            families.setdefault(food.family, []).append(food.name)
        return families

    def parts(self, word: str) -> tuple[Part, ...]:
        """Cut a word at the foods in it, the longest first from the left: 생선 + 구이.

        A word that is a food is cut into shorter ones. Foods of one syllable are not looked for
        inside a word: 무 also stands in 무료.
        """
        return tuple(self._cut(word))

    def _cut(self, word: str) -> Iterator[Part]:
        begun = at = 0
        while at < len(word):
            end = self._end_of_food(word, at)
            if end is None:
                at += 1
                continue
            if begun < at:
                yield Part(word[begun:at], None)
            yield Part(word[at:end], self.words[word[at:end]])
            begun = at = end
        if begun < len(word):
            yield Part(word[begun:], None)

    def _end_of_food(self, word: str, at: int) -> int | None:
        ends = range(len(word) - (at == 0), at + 1, -1)
        return next((end for end in ends if word[at:end] in self.words), None)
