"""The invented catalogue that the demonstration sites sell, read from editable TOML files."""

from __future__ import annotations

import enum
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eats_desktop.paths import resources

if TYPE_CHECKING:
    from pathlib import Path


class ProductSort(enum.StrEnum):
    FOOD = "food"
    HEALTH = "health"
    OTHER = "other"


class Sale(enum.StrEnum):
    """How a product is sold; only PRICED and SOLD_OUT have a price."""

    PRICED = "priced"
    CONSULT = "consult"
    RENTAL = "rental"
    SOLD_OUT = "soldout"


@dataclass(frozen=True, slots=True)
class DemoPack:
    """Another amount of a product, offered beside it."""

    name: str
    price_krw: int


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A television product; `nick` is the short name of programme guides.

    A `hero` airs every other day, so that a wish for the product has airings to wait for.
    """

    no: int
    sort: ProductSort
    topic: str
    brand: str
    name: str
    nick: str
    price_krw: int
    list_krw: int
    sale: Sale
    monthly_krw: int
    hero: bool
    packs: tuple[DemoPack, ...]


@dataclass(frozen=True, slots=True)
class MallProduct:
    """A product of the U+콕 mall; `rate` 0 means that it has no discount."""

    no: int
    category: str
    store: str
    name: str
    price_krw: int
    rate: int
    sold_out: bool

    @property
    def product_id(self) -> str:
        return str(1_400_000 + self.no * 977)


@dataclass(frozen=True, slots=True)
class DemoCatalogue:
    products: tuple[DemoProduct, ...]
    mall: tuple[MallProduct, ...]

    def of_sort(self, sort: ProductSort) -> tuple[DemoProduct, ...]:
        return tuple(product for product in self.products if product.sort is sort)


def load_catalogue(folder: Path | None = None) -> DemoCatalogue:
    """Read foods, health, others and mall.toml of `folder`, by default the shipped ones."""
    root = folder or resources() / "demo" / "catalogue"
    products: list[DemoProduct] = []
    for name in ("foods", "health", "others"):
        products += _products(_read(root / f"{name}.toml"))
    mall = _read(root / "mall.toml")["category"]
    return DemoCatalogue(
        products=tuple(products),
        mall=tuple(_mall_product(c["code"], row) for c in mall for row in c["products"]),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _products(document: dict[str, Any]) -> list[DemoProduct]:
    sort = ProductSort(document["kind"])
    topics: dict[str, list[dict[str, Any]]] = document["topics"]
    return [_product(sort, topic, row) for topic, rows in topics.items() for row in rows]


def _product(sort: ProductSort, topic: str, row: dict[str, Any]) -> DemoProduct:
    return DemoProduct(
        no=row["no"],
        sort=sort,
        topic=topic,
        brand=row["brand"],
        name=row["name"],
        nick=row["nick"],
        price_krw=row["price"],
        list_krw=row.get("list", row["price"]),
        sale=Sale(row.get("sale", "priced")),
        monthly_krw=row.get("monthly", 0),
        hero=row.get("hero", False),
        packs=tuple(DemoPack(name, price) for name, price in row.get("more", ())),
    )


def _mall_product(category: str, row: dict[str, Any]) -> MallProduct:
    return MallProduct(
        no=row["no"],
        category=category,
        store=row["store"],
        name=row["name"],
        price_krw=row["price"],
        rate=row.get("rate", 0),
        sold_out=row.get("soldout", False),
    )
