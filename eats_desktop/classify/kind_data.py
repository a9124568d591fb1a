"""Reads the names labelled 식재료 or 완제품 for training; no row of them is kept in the project."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.classify.kind import definition_says
from eats_desktop.classify.lexicon import Kind, Lexicon
from eats_desktop.classify.names import normalised
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from eats_desktop.classify.reading import NameReader

_TV = "products/tv_food_ingredient_or_prepared.csv"
_GROCERY = "products/grocery_names_to_ingredient.csv"
_FRESH_MALL = "products/mall_products_kurly.csv"
_MALL = "products/mall_products_kok.csv"
_FILES = (_TV, _GROCERY, _FRESH_MALL, _MALL)
_INGREDIENT_TYPES = {
    *("RAW_PRODUCE", "RAW_MEAT", "RAW_SEAFOOD", "RAW_FRUIT", "DRIED_SEAFOOD", "GRAIN"),
    "SAUCE_SEASONING",
}
_PREPARED_TYPES = {"BAKERY", "SNACK", "RTC_MEAL", "FROZEN_MEAL", "BEVERAGE", "ALCOHOL", "INSTANT"}
_INGREDIENT_SHELVES = {"채소", "과일_견과_쌀", "자연치즈", "가공치즈", "버터"}
_PREPARED_SHELVES = {"음료"}
"""The mall's other shelves hold both kinds."""


@dataclass(frozen=True, slots=True)
class Labelled:
    source: str
    name: str
    is_ingredient: bool


def by_people(data: Path) -> list[Labelled]:
    """Return what people said of names, each once a source; names with both labels are left out."""
    return [*_unique(_tv(data)), *_unique(_groceries(data)), *_unique(_shelves(data))]


def by_lexicon(data: Path, reader: NameReader) -> list[Labelled]:
    """Return every word of the lexicon, and mall names by their head food."""
    return _unique([*_words(reader), *_by_rule(data, reader)])


def file_hashes(data: Path) -> dict[str, str]:
    return {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in _FILES}


def contradicts(example: Labelled, reader: NameReader, vocabulary: Lexicon) -> bool:
    """Tell whether a label goes against our definition, or the name is no food by it."""
    words = reader.read(example.name)
    said = definition_says(example.name, words)
    if said is not None and (said is FoodKind.INGREDIENT) != example.is_ingredient:
        return True
    return words.kind is FoodKind.SUPPLEMENT or _is_no_food(example.name, vocabulary)


def _is_no_food(name: str, vocabulary: Lexicon) -> bool:
    """Nouns of things outweigh those of foods, or those of remedies stand alone."""
    kinds = [noun.kind for noun in vocabulary.find(normalised(name))]
    foods, others = kinds.count(Kind.FOOD), kinds.count(Kind.OTHER)
    return others > foods or (bool(kinds) and not foods and Kind.SUPPLEMENT in kinds)


def _tv(data: Path) -> Iterator[Labelled]:
    for row in _rows(data / _TV):
        yield Labelled("tv", row["PRODUCT_NAME"], row["FINAL_PRED"] == "식재료")


def _groceries(data: Path) -> Iterator[Labelled]:
    for row in _rows(data / _GROCERY):
        if row["item_type"] in _INGREDIENT_TYPES | _PREPARED_TYPES:
            yield Labelled("grocery", row["product_name"], row["item_type"] in _INGREDIENT_TYPES)


def _shelves(data: Path) -> Iterator[Labelled]:
    for row in _rows(data / _FRESH_MALL):
        if row["카테고리"] in _INGREDIENT_SHELVES | _PREPARED_SHELVES:
            yield Labelled("shelves", row["이름"], row["카테고리"] in _INGREDIENT_SHELVES)


def _words(reader: NameReader) -> Iterator[Labelled]:
    for word, name in reader.lexicon.words.items():
        kind = reader.lexicon.foods[name].kind
        if kind is not FoodKind.SUPPLEMENT:
            yield Labelled("words", word, kind is FoodKind.INGREDIENT)


def _by_rule(data: Path, reader: NameReader) -> Iterator[Labelled]:
    """A food of which no word is known bears a name somebody made up: it is prepared."""
    for row in _rows(data / _MALL):
        name = row["KOK_PRODUCT_NAME"].removeprefix(row["KOK_STORE_NAME"])
        kind = reader.read(name).kind
        if kind is not FoodKind.SUPPLEMENT:
            yield Labelled("mall_by_rule", name, kind is FoodKind.INGREDIENT)


def _unique(examples: Iterable[Labelled]) -> list[Labelled]:
    """Keep one example per normalised name; a name with both labels is left out."""
    found: dict[str, Labelled] = {}
    doubtful: set[str] = set()
    for example in examples:
        key = normalised(example.name)
        if found.setdefault(key, example).is_ingredient != example.is_ingredient:
            doubtful.add(key)
    return [e for key, e in found.items() if key and key not in doubtful]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
