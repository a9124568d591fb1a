"""Reads what the embedder may learn from: public-data recipes and product names.

Recipes of the public services (COOKRCP01, MAFRA) and names of foods as facts; crawled recipe text
is never read here. No row is kept in the project.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COOKRCP = "recipes/COOKRCP01_1000.json.gz"
_MAFRA = "recipes/mafra_recipes.json.gz"
_MAFRA_INGREDIENTS = "recipes/mafra_recipe_ingredients.json.gz"
_TV_LABELS = "products/tv_broadcast_products_food_labels.csv"
_TV_FOODS = "products/tv_food_ingredient_or_prepared.csv"
_TV_CATEGORIES = "products/tv_names_25_categories.csv.gz"
_MALL = "products/mall_products_kok.csv"
_FRESH_MALL = "products/mall_products_kurly.csv"
_GROCERY = "products/grocery_names_to_ingredient.csv"
_BROADCASTS = "broadcasts/hsmoa_106_days.csv.gz"
FILES = (
    *(_COOKRCP, _MAFRA, _MAFRA_INGREDIENTS),
    *(_TV_LABELS, _TV_FOODS, _TV_CATEGORIES, _MALL, _FRESH_MALL, _GROCERY, _BROADCASTS),
)

PHRASES = Path(__file__).with_name("phrases.toml")

_BRACKETS = re.compile(r"\[[^\]]*\]|<[^>]*>|【[^】]*】|\([^)]*\)")
_AMOUNTS = re.compile(
    r"(?:\b[x×*])?\s*\d[\d.,]*+\s*(?:[~+-]\s*\d++)?\s*"
    r"(?:kg|g|ml|l|cm|미|팩|봉지|봉|포|개입|입|개|병|캔|박스|box|세트|종|인분|구|호|매|알|통|손|마리|수"
    r"|원|줄|판|장|년근|%)?(?![가-힣a-z])",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[^\w&% ]+")
_HEADING = re.compile(r"^[^,:]{1,12}:")
_BEFORE_AMOUNT = re.compile(r"\s*(?:\d|\(|약간|적당량|조금)")


@dataclass(frozen=True, slots=True)
class Recipe:
    title: str
    ingredients: tuple[str, ...]
    about: str
    """One sentence of the service on the dish; may be empty."""


@dataclass(frozen=True, slots=True)
class Corpus:
    recipes: tuple[Recipe, ...]
    products: tuple[str, ...]
    """Names as shops write them."""
    programmes: tuple[tuple[str, str], ...]
    """Programme title and the name of the product it sells."""


def read_corpus(data: Path) -> Corpus:
    return Corpus(
        (*_cookrcp(data), *_mafra(data)),
        tuple(sorted({name for name in _products(data) if len(cleaned(name)) > 1})),
        tuple(_programmes(data)),
    )


def read_phrases() -> tuple[tuple[str, ...], ...]:
    """Read our own groups of one meaning, written a line each as "가 = 나 = 다"."""
    written = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    return tuple(
        tuple(part.strip() for part in line.split("="))
        for lines in written.values()
        for line in lines.strip().splitlines()
    )


def hashes(data: Path) -> dict[str, str]:
    return {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in FILES}


def cleaned(name: str) -> str:
    """Return a product name without tags, amounts, counts and marks."""
    text = _BRACKETS.sub(" ", unicodedata.normalize("NFC", name))
    return " ".join(_MARKS.sub(" ", _AMOUNTS.sub(" ", text)).split())


def _cookrcp(data: Path) -> Iterator[Recipe]:
    for row in _json(data / _COOKRCP)["COOKRCP01"]["row"]:
        ingredients = tuple(_ingredients(row["RCP_PARTS_DTLS"]))
        yield Recipe(cleaned(row["RCP_NM"]), ingredients, row["RCP_NA_TIP"].strip())


def _ingredients(text: str) -> Iterator[str]:
    """Take the parts that carry an amount; what has none is a heading (고명, 양념장)."""
    for part in re.split(r"[,\n]|<br>", text):
        item = _HEADING.sub("", part).strip(" \t·•●-*[]")
        amount = _BEFORE_AMOUNT.search(item)
        name = _MARKS.sub(" ", item[: amount.start()]).strip() if amount else ""
        if 0 < len(name) <= 15:
            yield name


def _mafra(data: Path) -> Iterator[Recipe]:
    named: dict[int, list[str]] = {}
    for row in _json(data / _MAFRA_INGREDIENTS):
        named.setdefault(row["recipe_code"], []).append(_BRACKETS.sub("", row["name"]).strip())
    for row in _json(data / _MAFRA):
        ingredients = tuple(filter(None, named.get(row["recipe_code"], ())))
        yield Recipe(cleaned(row["recipe"]), ingredients, (row["introduce"] or "").strip())


def _products(data: Path) -> Iterator[str]:
    yield from (row["PRODUCT_NAME"] for row in _rows(data, _TV_LABELS) if _is_food(row))
    yield from (row["PRODUCT_NAME"] for row in _rows(data, _TV_FOODS))
    for row in _rows(data, _MALL):
        yield row["KOK_PRODUCT_NAME"].removeprefix(row["KOK_STORE_NAME"]).strip()
    yield from (row["이름"] for row in _rows(data, _FRESH_MALL))
    yield from (row["product_name"] for row in _rows(data, _GROCERY))
    for row in _rows(data, _TV_CATEGORIES):
        if row["상품중분류명"] == "일반식품":
            yield row["판매상품명"].removeprefix(row["브랜드명"]).strip()
    yield from (r["product_name"] for r in _rows(data, _BROADCASTS) if r["category"] == "식품")


def _programmes(data: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(data, _TV_LABELS):
        if _is_food(row) and row["LIVE_TITLE"] and row["PROMOTION_TYPE"] == "main":
            yield row["LIVE_TITLE"], row["PRODUCT_NAME"]


def _is_food(row: dict[str, str]) -> bool:
    return row["IS_FOOD"] == "식품"


def _json(path: Path) -> Any:
    return json.loads(gzip.decompress(path.read_bytes()))


def _rows(data: Path, name: str) -> Iterable[dict[str, str]]:
    body = (data / name).read_bytes()
    text = (gzip.decompress(body) if name.endswith(".gz") else body).decode("utf-8-sig")
    return csv.DictReader(text.splitlines())
