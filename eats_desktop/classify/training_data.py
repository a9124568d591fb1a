"""Reads the labelled name sets for training; no row of them is kept in the project."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from eats_desktop.classify.lexicon import Kind
from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from eats_desktop.classify.lexicon import Lexicon

_TV_LABELS = "products/tv_broadcast_products_food_labels.csv"
_TV_CATEGORIES = "products/tv_names_25_categories.csv.gz"
_AGGREGATOR = "broadcasts/hsmoa_106_days.csv.gz"
_MALL = "products/mall_products_kok.csv"
_FRESH_MALL = "products/mall_products_kurly.csv"
_GROCERY = "products/grocery_names_to_ingredient.csv"
_INGREDIENTS = "vocabulary/master_ingredients_981.csv"
_FILES = (_TV_LABELS, _TV_CATEGORIES, _AGGREGATOR, _MALL, _FRESH_MALL, _GROCERY, _INGREDIENTS)

_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_NOT_IN_NICKNAMES = re.compile(r"[0-9][^ ]*|\b[xX]\b|[^가-힣A-Za-z ]+")

_SURE_FOOD, _SURE_OTHER = 0.6, 0.25
_AMBIGUOUS_CATEGORIES = {"출력3", "GA", "건강"}
_UNSORTED = "기타"
"""The grocery's class of what is left over, health supplements for the most part."""


class Shelf(StrEnum):
    """Where a shop files a name; NOT_FOOD holds supplements and all other things together."""

    FOOD = "food"
    SUPPLEMENT = "supplement"
    OTHER = "other"
    NOT_FOOD = "not food"


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    name: str
    shelf: Shelf

    @property
    def is_food(self) -> bool:
        return self.shelf is Shelf.FOOD


def load_examples(data: Path) -> tuple[list[Example], dict[str, str]]:
    """Return the examples whose labels tell food from supplements, and the hash of each file."""
    rows = [*_tv_labels(data), *_tv_categories(data), *_groceries(data)]
    hashes = {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in _FILES}
    return _unique(rows), hashes


def with_unlabelled(
    clean: Sequence[Example],
    data: Path,
    lexicon: Lexicon,
    probabilities: Callable[[Sequence[str]], Any],
) -> list[Example]:
    """Add sets that mix supplements into food: our vocabulary and a first model sort those.

    A name whose only known nouns are supplements is not food; unsure rows stay out.
    """
    mixed = _unique([*_aggregator(data), *_mall(data)])
    judged = list(clean)
    for example, p in zip(mixed, probabilities([e.name for e in mixed]), strict=True):
        if not example.is_food:
            judged.append(example)
        elif contradicts(example, lexicon):
            judged.append(replace(example, shelf=Shelf.SUPPLEMENT))
        elif p >= _SURE_FOOD or p <= _SURE_OTHER:
            shelf = Shelf.FOOD if p >= _SURE_FOOD else Shelf.NOT_FOOD
            judged.append(replace(example, shelf=shelf))
    return _unique(judged)


def vocabulary(lexicon: Lexicon) -> list[Example]:
    """Return each word of our own vocabulary as a name."""
    return [
        Example("words", word, Shelf(kind))
        for word, kind in lexicon.kinds.items()
        if kind is not Kind.NEUTRAL
    ]


def contradicts(example: Example, lexicon: Lexicon) -> bool:
    """Tell whether a label goes against our written definition of food.

    Shops file supplements under food (홍삼진 스틱), and oils, juices and honey under supplements
    (올리브오일 스틱, 레몬즙): such a name has nouns of one sort only, and not of the shelf's.
    """
    if example.shelf is Shelf.OTHER:
        return False
    kinds = {noun.kind for noun in lexicon.find(normalised(example.name))}
    if example.is_food:
        return Kind.SUPPLEMENT in kinds and Kind.FOOD not in kinds
    return kinds == {Kind.FOOD}


def nicknames(examples: Sequence[Example]) -> list[Example]:
    """Return short forms of the names, as programme guides write them: no brand, amounts, gifts.

    Guides say "나주곰탕10팩" where a shop says "[상호] 홍길동의 나주곰탕 700g x 10팩 + 텀블러".
    """
    short = []
    for example in examples:
        main = _BRACKETS.sub(" ", example.name).split("+")[0]
        words = _NOT_IN_NICKNAMES.sub(" ", main).split()
        if len(words) >= 2:
            short.append(Example(example.source, "".join(words[-2:])[:14], example.shelf))
            short.append(Example(example.source, words[len(words) // 2], example.shelf))
    return _unique(short)


def _tv_labels(data: Path) -> Iterator[Example]:
    for row in _rows(data / _TV_LABELS):
        shelf = Shelf.FOOD if row["IS_FOOD"] == "식품" else Shelf.NOT_FOOD
        yield Example("tv_labels", row["PRODUCT_NAME"], shelf)
        if row["LIVE_TITLE"] and row["PROMOTION_TYPE"] == "main":
            yield Example("tv_titles", row["LIVE_TITLE"], shelf)


def _tv_categories(data: Path) -> Iterator[Example]:
    shelves = {"일반식품": Shelf.FOOD, "건강식품": Shelf.SUPPLEMENT}
    for row in _rows(data / _TV_CATEGORIES):
        category = row["상품중분류명"]
        if category not in _AMBIGUOUS_CATEGORIES:
            shelf = shelves.get(category, Shelf.OTHER)
            yield Example("tv_categories", row["판매상품명"], shelf)


def _groceries(data: Path) -> Iterator[Example]:
    for row in _rows(data / _GROCERY):
        if row["category_large"] != _UNSORTED:
            yield Example("grocery", row["product_name"], Shelf.FOOD)
    for row in _rows(data / _INGREDIENTS):
        yield Example("grocery", next(iter(row.values())), Shelf.FOOD)


def _aggregator(data: Path) -> Iterator[Example]:
    for row in _rows(data / _AGGREGATOR):
        if row["category"] not in _AMBIGUOUS_CATEGORIES:
            shelf = Shelf.FOOD if row["category"] == "식품" else Shelf.OTHER
            yield Example("aggregator", row["product_name"], shelf)


def _mall(data: Path) -> Iterator[Example]:
    for row in _rows(data / _MALL):
        name = row["KOK_PRODUCT_NAME"].removeprefix(row["KOK_STORE_NAME"])
        yield Example("mall", name, Shelf.FOOD)
    for row in _rows(data / _FRESH_MALL):
        yield Example("mall", row["이름"], Shelf.FOOD)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with _opened(path) as file:
        yield from csv.DictReader(file)


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _unique(examples: Iterable[Example]) -> list[Example]:
    """Keep one example per source and normalised name; a name with both labels is left out."""
    found: dict[tuple[str, str], Example] = {}
    doubtful: set[tuple[str, str]] = set()
    for example in examples:
        key = (example.source, normalised(example.name))
        known = found.setdefault(key, example)
        if known.shelf != example.shelf:
            doubtful.add(key)
    return [e for key, e in found.items() if key not in doubtful and key[1]]
