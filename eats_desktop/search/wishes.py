"""Understands a query that names no food but a wish (술안주, 매운 닭요리, 고기 없는 반찬)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.errors import ModelError
from eats_desktop.search.themes import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from eats_desktop.search.foods import FoodLike, FoodWords
    from eats_desktop.search.themes import Themes

_WHOLE_FAMILY = 0.45
"""A food that only belongs to a family a theme means; those a theme names have 1 … 0.5."""

_RAW = 0.2
_DISH = "dish"
_ITSELF, _MADE_OF_IT = 0.3, 0.35
_MAIN, _AMONG = 0.9, 0.7
_FEW = 6
"""Where fewer foods fit all themes of a query, those that fit one of them come behind."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a query means: foods with how well they fit, and what else must be in a dish.

    `loose` holds the foods that fit all but the ingredients `made_of`: of these a document tells
    itself what is in it. What it must be `without` no other reading may bring back.
    """

    fits: Mapping[str, float]
    why: Callable[[str], str]
    made_of: frozenset[str] = frozenset()
    loose: Mapping[str, float] | None = None
    without: frozenset[str] = frozenset()
    is_sure: bool = True
    """False where one word was only cut into known ones: 김치볶은밥 is rather mistyped."""

    def of(self, concepts: Sequence[str], ingredients: Sequence[str]) -> tuple[float, str] | None:
        """Return how well a document fits and the food that says so."""
        if not self.without.isdisjoint((*concepts, *ingredients)):
            return None
        found = [(self.fits[food], food) for food in concepts if food in self.fits]
        if found:
            return max(found, key=lambda one: one[0])
        if not self.made_of or not concepts or not self.made_of.issubset(ingredients):
            return None
        if self.loose is None:
            return _MADE_OF_IT, concepts[0]
        loose = [(self.loose[food] * 0.6, food) for food in concepts if food in self.loose]
        return max(loose, key=lambda one: one[0], default=None)

    @property
    def leaves_parts(self) -> bool:
        """Tell whether the words may also be read as parts: 고등어 무 조림, not 술안주."""
        return bool(self.made_of) and self.loose is not None and not self.without

    def best_first(self) -> list[str]:
        return sorted(self.fits, key=lambda food: (-self.fits[food], food))


class _Piece(NamedTuple):
    """A piece of a query; `meant` is a theme, a canonical food, or None for words beside."""

    text: str
    meant: Theme | str | None
    is_tail: bool = False


class Wishes:
    """The themes seen through the lexicon; ModelError when they name a food it does not have."""

    def __init__(self, lexicon: FoodWords, themes: Themes) -> None:
        self._lexicon = lexicon
        self._themes = themes
        self._lately = lru_cache(maxsize=64)(self._read)
        self._longest = max(map(len, [*themes.words, *lexicon.words]), default=0)
        known = {*self._families, *lexicon.foods}
        strangers = {
            name
            for theme in themes.words.values()
            for name in (*theme.foods, *theme.families, *theme.of, *theme.without)
            if name not in known
        }
        if strangers:
            raise ModelError("테마가 모르는 식품을 불러요: " + ", ".join(sorted(strangers)))

    @property
    def words(self) -> Mapping[str, Theme]:
        return self._themes.words

    def understood(self, words: Sequence[str]) -> Wish | None:
        """Return the wish, None where a word has another meaning or all is one food's name.

        Each section of one search asks again: the last ones are kept.
        """
        return self._lately(tuple(words))

    def _read(self, words: tuple[str, ...]) -> Wish | None:
        together = "".join(words)
        if together in self._lexicon.words and together not in self._themes.words:
            return None
        pieces = self._cut(together)
        meant = [piece for piece in pieces if piece.meant is not None]
        has_tail = any(piece.is_tail for piece in pieces)
        if len(meant) > 1:
            meant = [piece for piece in meant if not piece.is_tail] or meant[:1]
        themes = [piece.meant for piece in meant if isinstance(piece.meant, Theme)]
        foods = [piece.meant for piece in meant if isinstance(piece.meant, str)]
        if not themes and not (foods and has_tail):
            return None
        wish = self._wish(" ".join(words), list(dict.fromkeys(themes)), foods)
        if wish is None or len(words) > 1 or len(pieces) == 1 or has_tail:
            return wish
        return replace(wish, is_sure=False)

    def _wish(self, text: str, themes: list[Theme], foods: list[str]) -> Wish | None:
        without = [theme for theme in themes if theme.without]
        asked = [theme for theme in themes if not theme.without] or (without if not foods else [])
        out = self._left_out(without)
        maps = [self._fits(theme) for theme in asked]
        ways = [one for one, theme in zip(maps, asked, strict=True) if not theme.of]
        fits = _all_of([*maps, *(self._of_food(food, is_alone=not maps) for food in foods)])
        fixed = [one for one, theme in zip(maps, asked, strict=True) if theme.is_narrow]
        if len(fits) < _FEW and len(maps) > len(fixed):
            fits = {**_most_of(maps, [*fixed, *map(self._of_food, foods)]), **fits}
        fits = {food: weight for food, weight in fits.items() if self._is_free_of(out, food)}
        made_of = {*foods, *(self._lexicon.words.get(t.name, "") for t in asked if t.of)} - {""}
        loose = _all_of(ways) if ways else None
        if not fits and not (made_of and loose):
            return None
        why = _why(text, themes, foods)
        return Wish(fits, why, frozenset(made_of), loose, out)

    def _fits(self, theme: Theme) -> dict[str, float]:
        last = max(len(theme.foods) - 1, 1)
        fits = {food: 1 - 0.5 * place / last for place, food in enumerate(theme.foods)}
        for family in theme.families:
            for food in self._families[family]:
                fits.setdefault(food, _WHOLE_FAMILY)
        if theme.ends or theme.of:
            held = {food for family in theme.of for food in self._families[family]}
            for food in self._lexicon.foods:
                of = self._made_of(food)
                if not of or self._lexicon.foods[food].role != _DISH:
                    continue
                if food.endswith(theme.ends or ()) or not held.isdisjoint(of[0]):
                    fits.setdefault(food, _WHOLE_FAMILY)
            for food in held:
                fits.setdefault(food, _RAW)
        return fits

    def _of_food(self, food: str, *, is_alone: bool = False) -> dict[str, float]:
        """Return what is made of a food with its weight, and the food with its kinds."""
        itself = _ITSELF if is_alone else _MAIN
        fits = dict.fromkeys((food, *self._lexicon.descendants(food)), itself)
        for dish in self._lexicon.foods:
            held = self._made_of(dish)
            for place, lineage in enumerate(held):
                if food in lineage:
                    fits.setdefault(dish, (_AMONG if place else _MAIN) * self._known(dish))
        return fits

    def _known(self, dish: str) -> float:
        """Return how well known a dish is, by how many themes name it; what is no dish less."""
        if self._lexicon.foods[dish].role != _DISH:
            return 0.5
        plain = 0.9 if self._lexicon.foods[dish].parent is None else 0.85
        return plain + min(self._named[dish], 10) / 100

    @cached_property
    def _named(self) -> Counter[str]:
        themes = {theme.name: theme for theme in self._themes.words.values()}
        return Counter(food for theme in themes.values() for food in theme.foods)

    def _made_of(self, food: str) -> tuple[tuple[str, ...], ...]:
        return self._ingredients.get(food, ())

    @cached_property
    def _ingredients(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return of each dish the lineages of its ingredients; a kind has those of its parent."""
        return {
            name: tuple(self._lexicon.ancestors(one) for one in held)
            for name, food in self._lexicon.foods.items()
            if (held := self._written(food))
        }

    def _written(self, food: FoodLike) -> tuple[str, ...]:
        for wider in self._lexicon.ancestors(food.name):
            known = self._lexicon.foods[wider]
            if known.of or known.made_from:
                return known.of or (known.made_from or "",)
        return ()

    def _left_out(self, themes: Iterable[Theme]) -> frozenset[str]:
        """Return all foods that these themes leave out."""
        return frozenset(
            food
            for theme in themes
            for name in theme.without
            for food in self._families.get(name, (name,))
        )

    def _is_free_of(self, out: frozenset[str], food: str) -> bool:
        """Tell whether a food is, and holds, none of these."""
        lineages = (self._lexicon.ancestors(food), *self._made_of(food))
        return all(out.isdisjoint(lineage) for lineage in lineages)

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        families: dict[str, list[str]] = {}
        for food in self._lexicon.foods.values():
            families.setdefault(food.category, []).append(food.name)
            families.setdefault(f"{food.category}/{food.family}", []).append(food.name)
        return families

    def _cut(self, text: str) -> list[_Piece]:
        """Cut a text into the fewest known pieces; nothing when some of it is unknown.

        A piece of one syllable never stands beside another one: 무 is also in 무료. Longer ones
        are liked better: 콩나물 + 요리, not 콩 + 나물요리.
        """
        best: list[list[_Piece] | None] = [[], *([None] * len(text))]
        for end in range(1, len(text) + 1):
            for begin in range(max(0, end - self._longest), end):
                before = best[begin]
                if before is None or (before and end - begin == len(before[-1].text) == 1):
                    continue
                piece = next(self._pieces(text[begin:end]), None)
                known = best[end]
                if piece and (known is None or _cost([*before, piece]) < _cost(known)):
                    best[end] = [*before, piece]
        return best[-1] or []

    def _pieces(self, text: str) -> Iterator[_Piece]:
        is_tail = text in self._themes.tails
        if (theme := self._themes.words.get(text)) is not None:
            yield _Piece(text, theme, is_tail)
        if (food := self._lexicon.words.get(text)) is not None and not is_tail:
            yield _Piece(text, food)
        if is_tail or text in self._themes.fillers:
            yield _Piece(text, None, is_tail)


def _all_of(maps: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return what stands in all maps with the product of its weights."""
    fits = dict(maps[0])
    for other in maps[1:]:
        fits = {food: weight * other[food] for food, weight in fits.items() if food in other}
    return fits


def _most_of(
    maps: Sequence[Mapping[str, float]], fixed: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    """Return what stands in all fixed maps or, without any, in one: well behind what fits all."""
    share = 0.5 / len(maps)
    foods = _all_of(fixed) if fixed else {food for fits in maps for food in fits}
    least = 0.1 if fixed else 0.0
    return {food: least + share * sum(fits.get(food, 0.0) for fits in maps) for food in foods}


def _cost(pieces: Sequence[_Piece]) -> float:
    return len(pieces) + 0.5 * sum(1 for piece in pieces if len(piece.text) == 1)


def _why(text: str, themes: Sequence[Theme], foods: Sequence[str]) -> Callable[[str], str]:
    if len(themes) == 1 and not foods:
        return themes[0].why
    return lambda food: f"“{text}”에 어울리는 {food}"
