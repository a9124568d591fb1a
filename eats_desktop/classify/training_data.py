"""Reads the labelled name sets for training; no row of them is kept in the project."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Example:
    source: str
    name: str
    is_food: bool


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
    mixed = [*_aggregator(data), *_mall(data)]
    judged = list(clean)
    for example, p in zip(mixed, probabilities([e.name for e in mixed]), strict=True):
        if not example.is_food:
            judged.append(example)
        elif contradicts(example, lexicon):
            judged.append(Example(example.source, example.name, is_food=False))
        elif p >= _SURE_FOOD or p <= _SURE_OTHER:
            judged.append(Example(example.source, example.name, bool(p >= _SURE_FOOD)))
    return _unique(judged)


def vocabulary(lexicon: Lexicon) -> list[Example]:
    """Return each word of our own vocabulary as a name."""
    return [
        Example("words", word, kind is Kind.FOOD)
        for word, kind in lexicon.kinds.items()
        if kind is not Kind.NEUTRAL
    ]


def contradicts(example: Example, lexicon: Lexicon) -> bool:
    """Tell whether a label calls food what our definition calls a supplement (홍삼진 스틱)."""
    if not example.is_food:
        return False
    kinds = {noun.kind for noun in lexicon.find(normalised(example.name))}
    return Kind.SUPPLEMENT in kinds and Kind.FOOD not in kinds


def nicknames(examples: Sequence[Example]) -> list[Example]:
    """Return short forms of the names, as programme guides write them: no brand, amounts, gifts.

    Guides say "나주곰탕10팩" where a shop says "[상호] 홍길동의 나주곰탕 700g x 10팩 + 텀블러".
    """
    short = []
    for example in examples:
        main = _BRACKETS.sub(" ", example.name).split("+")[0]
        words = _NOT_IN_NICKNAMES.sub(" ", main).split()
        if len(words) >= 2:
            short.append(Example(example.source, "".join(words[-2:])[:14], example.is_food))
            short.append(Example(example.source, words[len(words) // 2], example.is_food))
    return _unique(short)


def _tv_labels(data: Path) -> Iterator[Example]:
    for row in _rows(data / _TV_LABELS):
        yield Example("tv_labels", row["PRODUCT_NAME"], row["IS_FOOD"] == "식품")
        if row["LIVE_TITLE"] and row["PROMOTION_TYPE"] == "main":
            yield Example("tv_titles", row["LIVE_TITLE"], row["IS_FOOD"] == "식품")


def _tv_categories(data: Path) -> Iterator[Example]:
    for row in _rows(data / _TV_CATEGORIES):
        category = row["상품중분류명"]
        if category not in _AMBIGUOUS_CATEGORIES:
            yield Example("tv_categories", row["판매상품명"], category == "일반식품")


def _groceries(data: Path) -> Iterator[Example]:
    for row in _rows(data / _GROCERY):
        yield Example("grocery", row["product_name"], is_food=True)
    for row in _rows(data / _INGREDIENTS):
        yield Example("grocery", next(iter(row.values())), is_food=True)


def _aggregator(data: Path) -> Iterator[Example]:
    for row in _rows(data / _AGGREGATOR):
        if row["category"] not in _AMBIGUOUS_CATEGORIES:
            yield Example("aggregator", row["product_name"], row["category"] == "식품")


def _mall(data: Path) -> Iterator[Example]:
    for row in _rows(data / _MALL):
        name = row["KOK_PRODUCT_NAME"].removeprefix(row["KOK_STORE_NAME"])
        yield Example("mall", name, is_food=True)
    for row in _rows(data / _FRESH_MALL):
        yield Example("mall", row["이름"], is_food=True)


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
        if known.is_food != example.is_food:
            doubtful.add(key)
    return [e for key, e in found.items() if key not in doubtful and key[1]]
