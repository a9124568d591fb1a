"""Reads what a product name says the thing is: brand, foods, ingredients, derived or not.

A Korean name ends with what the thing is, and tells before it of what, whose and how: so each
clause of a name (between + & , / and outside brackets) is read from its last food backwards.
Words around the foods change them; resources/food/reading/words.toml lists those.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.classify.context_words import ContextWords
from eats_desktop.classify.foods import CUTS, Food, FoodLexicon, Role
from eats_desktop.classify.names import normalised
from eats_desktop.classify.segments import Segmenter
from eats_desktop.domain.food import FoodKind, NameReading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from eats_desktop.classify.segments import Segment

_LEADING = re.compile(r"\s*(?:\[([^\[\]]*)\]|\(([^()]*)\)|<([^<>]*)>)")
_INNER = re.compile(r"[\[(（{]([^\[\](){}（）]*)[\])）}]")
_GOODS = re.compile(r"[+/;|ㅣ]|\s-\s")
_LISTED = re.compile(r"[&,·ㆍ]|\b[xX]\b")
_TIMES = re.compile(r"(?<=[가-힣a-z])\s?[xX×*]\s?(?=\d)")
_SHORT = 2
_BRAND_END = re.compile(r"[/|]|\s총")
_GLUED = re.compile(r"\s*([^\[\]]{1,30}?)\s*\[\1\]")
"""A store's name in front of the same name in brackets, as one mall lists it: 어물전[어물전] …"""

_LIQUID = re.compile(r"\d\s?(?:ml|l|리터)(?![a-z])|\d\s?병", re.IGNORECASE)
_PRESSED = re.compile(r"착즙|nfc", re.IGNORECASE)
_WEIGHT = re.compile(r"\d\s?k?g(?![a-z])", re.IGNORECASE)
_STRENGTH = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d)?\s?도(?![가-힣])")
_GROWN = frozenset({"과일", "채소", "곡물", "콩", "버섯"})
_SPICES = "고춧가루·향신료"
_SWEETENERS = "설탕"
_ROE = "생선알·이리"
_LIQUOR = "과실주"


@dataclass(frozen=True, slots=True)
class _Found:
    """A food in a clause; `after` is the rest of its written word, `following` the next word."""

    food: Food
    segment: Segment
    after: str
    following: str


@dataclass(frozen=True, slots=True)
class _Head:
    """What one clause sells: a food with the foods that stand before it.

    `ending` is the kind of the derived word that follows (즙), when the food is only what it is
    made from; `is_treated` a raw food made a snack.
    """

    food: Food
    before: tuple[_Found, ...]
    ending: FoodKind | None
    is_treated: bool = False


class NameReader:
    """Reads names with the food lexicon; deterministic, no state between names."""

    def __init__(
        self,
        lexicon: FoodLexicon,
        context: ContextWords,
        lookalikes: Iterable[str] = (),
        version: str = "",
    ) -> None:
        self.lexicon = lexicon
        self.version = version
        self._context = context
        self._lookalikes = frozenset(lookalikes) - lexicon.words.keys()

    @classmethod
    def load(cls, folder: Path, lookalikes: Iterable[str] = ()) -> NameReader:
        """Read the lexicon folder; its version is the hash of all its text."""
        files = [*sorted(folder.glob("*.toml")), folder / "reading" / "words.toml"]
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.read_text(encoding="utf-8").encode())
        context = ContextWords.parse(files[-1].read_text(encoding="utf-8"))
        return cls(FoodLexicon.load(folder), context, lookalikes, digest.hexdigest()[:12])

    @cached_property
    def _segmenter(self) -> Segmenter:
        others = {w for w in self._context["neutral"] | self._lookalikes if len(w) > 1}
        return Segmenter({*self.lexicon.words, *others}, self._context["closing"])

    def read(self, name: str) -> NameReading:
        """Read a product name of either market."""
        plain = _TIMES.sub(" x ", unicodedata.normalize("NFKC", name))
        plain = _GLUED.sub(r"[\1]", plain, count=1) if _GLUED.match(plain) else plain
        brand, text = self._brand(plain)
        outer, inner = _INNER.sub(" ", text), " + ".join(_INNER.findall(text))
        volume = _LIQUID.search(inner)
        if volume is not None and not _GOODS.search(outer) and not _WEIGHT.search(inner):
            outer = f"{outer} {volume[0]}"
        heads = self._heads(outer)
        if all(head.food.name in self._context["generic"] for head in heads):
            heads = self._heads(inner) or heads
        if not heads and brand:
            heads = self._heads(brand)
        return self._told(brand, heads)

    def _brand(self, name: str) -> tuple[str | None, str]:
        """Take the leading bracket that is no notice for the brand; drop the notices before it."""
        brand: str | None = None
        while match := _LEADING.match(name):
            inside = next(group for group in match.groups() if group is not None)
            rest = name[match.end() :]
            if not rest.strip():
                break
            name = rest
            named = _BRAND_END.split(inside)[0].strip()
            if brand is None and not self._is_notice(named):
                brand = named
        return brand, name

    def _is_notice(self, text: str) -> bool:
        """Tell whether a bracket says something of the offer: amounts, announcements, the food."""
        words = [word for word in normalised(text).split() if "0" not in word]
        if not words or self._context["notice"].intersection(words):
            return True
        found = self._segmenter.find(words)
        covered = sum(segment.end - segment.start for segment in found)
        return covered == sum(map(len, words)) and any(s.word in self.lexicon.words for s in found)

    def _heads(self, text: str) -> list[_Head]:
        heads: list[_Head] = []
        for number, goods in enumerate(_GOODS.split(text)):
            if not (number and self._context["gift"].intersection(normalised(goods).split())):
                heads.extend(self._listed(goods))
        mains = [h for h in heads if h.food.role is not Role.SEASONING or h.ending is not None]
        if mains and heads[0].food.role is not Role.SEASONING:
            heads = mains
        named = [head for head in heads if head.food.name not in self._context["generic"]]
        return named or heads

    def _listed(self, goods: str) -> list[_Head]:
        """Read one of the goods: raw foods listed before a made one are in it (밤&호두 케이크)."""
        heads: list[_Head] = []
        for clause in _LISTED.split(goods):
            heads.extend(self._clause(normalised(clause).split()))
        if heads and not _is_raw(heads[-1].food):
            return [head for head in heads if not _is_raw(head.food)]
        if _PRESSED.search(goods) or (_LIQUID.search(goods) and not _WEIGHT.search(goods)):
            return [self._poured(head, goods) for head in heads]
        return heads

    def _poured(self, head: _Head, goods: str) -> _Head:
        """What grows but is sold by volume or bottle, or pressed, is only in a drink (제로 파인애플
        210ml), or in liquor where its strength is told (유자 7도 375ml)."""
        if head.ending is not None or head.food.category not in _GROWN or not _is_raw(head.food):
            return head
        liquor = self.lexicon.foods.get(_LIQUOR)
        if liquor is not None and _STRENGTH.search(goods):
            return _Head(liquor, head.before, None)
        return replace(head, ending=FoodKind.PREPARED)

    def _clause(self, words: Sequence[str]) -> list[_Head]:
        found = self._foods(words)
        if not found:
            return []
        if self._is_assortment(words, found):
            return [_Head(one.food, (), None) for one in found]
        sure = [one for one in found if self._sure(one)] or found
        last = _named_for([one for one in sure if not self._is_wide(one)] or sure)
        before = tuple(one for one in found if one.segment.start < last.segment.start)
        treated = self._is_treated(last, before, words)
        return [_Head(self._of_animal(last, before), before, self._ending(last), treated)]

    def _of_animal(self, one: _Found, before: Sequence[_Found]) -> Food:
        """A cut named after another animal than it is usually of (돼지 등심) is that animal's."""
        lexicon = self.lexicon
        for other in reversed(before):
            if not (_is_cut(one.food) and _is_cut(other.food)):
                continue
            if lexicon.is_a(one.food.name, other.food.name):
                break
            named = lexicon.words.get(other.segment.word + one.segment.word)
            if named is not None:
                return lexicon.foods[named]
            if other.food.parent is None:
                return other.food
        return one.food

    def _is_treated(self, one: _Found, before: Sequence[_Found], words: Sequence[str]) -> bool:
        """Tell whether a raw food is a snack by what stands before it (초코아몬드, 아이스 홍시)."""
        if one.food.role is not Role.RAW:
            return False
        coated = (b for b in before if b.segment.end == one.segment.start)
        if any(b.food.role is Role.TREAT for b in coated):
            return True
        first = one.segment.first
        previous = words[first - 1] if first else ""
        opening = words[first][: len(words[first]) - len(one.segment.word) - len(one.after)]
        return bool(self._context["treated"] & {previous, opening})

    def _foods(self, words: Sequence[str]) -> list[_Found]:
        """Return the foods of a clause but those given away, fed, or only tasted."""
        text = "".join(words)
        kept: list[_Found] = []
        segments = self._segmenter.find(words)
        covered = {segment.end for segment in segments}
        for segment in segments:
            canonical = self.lexicon.words.get(segment.word)
            if canonical is None:
                continue
            end_of_word = sum(map(len, words[: segment.last + 1]))
            after = text[segment.end : end_of_word]
            following = words[segment.last + 1] if segment.last + 1 < len(words) else ""
            one = _Found(self.lexicon.foods[canonical], segment, after, following)
            if not (self._is_aside(one) or self._is_scrap(one, covered)):
                kept.append(one)
        return self._without_carriers(_without_doses(kept))

    def _is_aside(self, one: _Found) -> bool:
        nexts = one.following if not one.after else ""
        if one.after.startswith("용") and len(one.after) <= 2:
            return True
        if any(one.after.startswith(w) for w in self._context["flavour"] - {"프리"}):
            return True
        if any(one.after.startswith(w) for w in self._context["fed"]):
            return True
        if one.food.role is Role.SEASONING and one.after in self._context["cooking"]:
            return True
        return bool(nexts) and (
            nexts in self._context["flavour"]
            or any(nexts.startswith(w) for w in self._context["gift"])
            or any(nexts.startswith(w) for w in self._context["fed"])
        )

    def _is_scrap(self, one: _Found, ends: Collection[int]) -> bool:
        """A short word in the middle of unknown syllables is chance (리저브리즐링)."""
        opens = one.segment.opens or one.segment.start in ends
        return len(one.segment.word) <= _SHORT and not opens and not self._sure(one)

    def _without_carriers(self, found: list[_Found]) -> list[_Found]:
        named = [one for one in found if one.food.name not in self._context["carrier"]]
        return named or found

    def _is_assortment(self, words: Sequence[str], found: Sequence[_Found]) -> bool:
        """Tell whether several raw foods stand side by side, each a word of its own, as a set."""
        if len(found) < 2 or len({one.segment.last for one in found}) < len(found):
            return False
        if not all(_is_raw(one.food) for one in found):
            return False
        if any(self._ending(one) for one in found) or not all(self._sure(one) for one in found):
            return False
        own = set(found[-1].food.of)
        if any(own & set(self.lexicon.ancestors(one.food.name)) for one in found[:-1]):
            return False
        joined = all(one.after in ("와", "과", "랑", "하고") for one in found[:-1])
        return joined or bool(self._context["assorted"].intersection(words))

    def _sure(self, one: _Found) -> bool:
        """A food in front of unknown syllables may be the start of another word (새우깡)."""
        rest = one.after.strip("0")
        return (
            not rest
            or rest in self._context["tail"]
            or rest in self._context["carrier"]
            or self._context.derived_kind(rest) is not None
            or any(rest.startswith(w) and len(w) > 1 for w in self._context["tail"])
        )

    def _is_wide(self, one: _Found) -> bool:
        """Tell whether a raw food only says what sort it is: 복숭아 여름과일."""
        wide = one.food.name in self._context["generic"]
        return wide and (_is_raw(one.food) or one.food.role is Role.SEASONING)

    def _ending(self, one: _Found) -> FoodKind | None:
        if not _is_raw(one.food):
            return None
        return self._context.derived_kind(one.after.strip("0") or one.following)

    def _told(self, brand: str | None, heads: Sequence[_Head]) -> NameReading:
        if not heads:
            return NameReading(brand)
        ingredients: list[str] = []
        derived = False
        for head in heads:
            of, made = self._ingredients(head)
            ingredients.extend(of)
            derived = derived or made
        foods = tuple(dict.fromkeys(head.food.name for head in heads))
        first = heads[0]
        kind = first.ending or (FoodKind.PREPARED if first.is_treated else first.food.kind)
        return NameReading(brand, foods, self._narrowed(ingredients), derived=derived, kind=kind)

    def _ingredients(self, head: _Head) -> tuple[tuple[str, ...], bool]:
        """Return what the head is, or is made of, and whether it no longer is that."""
        food = head.food
        own = {up for source in food.of for up in self.lexicon.ancestors(source)}
        raws = [f.food for f in head.before if _is_raw(f.food)]
        cooked = [raw for raw in raws if raw.name not in own]
        if food.made_from is not None:
            return (food.made_from,), True
        if head.ending is not None:
            return (food.name,), True
        if head.is_treated:
            return (() if cooked or head.before else (food.name,)), True
        if food.role is Role.SUPPLEMENT:
            return (), bool(cooked)
        if food.role is Role.TREAT:
            source = food.of[:1] or self._flavour_of(head)
            return source, bool(source or cooked)
        if food.role is Role.SEASONING:
            return ((), True) if cooked else ((food.name,), False)
        if food.role is Role.DISH and food.kind is FoodKind.PREPARED:
            return self._of_dish(food, cooked[-1:]), False
        return (food.name,), False

    def _flavour_of(self, head: _Head) -> tuple[str, ...]:
        """Return the one other food a treat is named with (인절미 과자), () for none or several."""
        lexicon, name = self.lexicon, head.food.name
        others = [
            f.food.name
            for f in head.before
            if not (lexicon.is_a(f.food.name, name) or lexicon.is_a(name, f.food.name))
            and f.food.family != _SWEETENERS
        ]
        return tuple(others) if len(others) == 1 else ()

    def _of_dish(self, dish: Food, named: Sequence[Food]) -> tuple[str, ...]:
        """What a dish is of: a named ingredient stands for the usual one of its sort, or joins."""
        if not dish.of or not named:
            return dish.of
        usual = self.lexicon.foods[dish.of[0]]
        if usual.category == named[0].category and named[0].family != _ROE:
            return (named[0].name, *dish.of[1:])
        return (*dish.of, named[0].name)

    def _narrowed(self, names: Iterable[str]) -> tuple[str, ...]:
        """Name each as a cook does, once, and none of which a narrower kind is named, too."""
        unique = tuple(dict.fromkeys(self.lexicon.plain(name) for name in names))
        wider = {up for name in unique for up in self.lexicon.ancestors(name)[1:]}
        return tuple(name for name in unique if name not in wider)


def _named_for(found: Sequence[_Found]) -> _Found:
    """Return the food a clause is named for: the last, but a treat keeps its flavour behind it
    (콤부차 파인애플, 요거트 시나몬)."""
    last = found[-1]
    if not (_is_raw(last.food) or last.food.family == _SPICES):
        return last
    treats = [
        one
        for one in found
        if one.food.role in (Role.TREAT, Role.STAPLE)
        and one.segment.last < last.segment.first
        and one.segment.closes
    ]
    if not treats or any(_is_sort_of(one.food, last.food) for one in found[:-1]):
        return last
    return treats[-1]


def _is_sort_of(one: Food, other: Food) -> bool:
    """Tell whether both are one food: 홍감자 카스테라 붉은 감자 says twice what it is."""
    return other.name in (one.name, one.parent) or one.name == other.parent


def _without_doses(found: list[_Found]) -> list[_Found]:
    """A supplement named beside a food is only in it (검은콩과 칼슘 두유)."""
    foods = [one for one in found if one.food.role is not Role.SUPPLEMENT]
    return foods or found


def _is_cut(food: Food) -> bool:
    return food.category == CUTS and food.kind is FoodKind.INGREDIENT


def _is_raw(food: Food) -> bool:
    return food.role is Role.RAW and food.kind is FoodKind.INGREDIENT
