"""Reads shelves and lists of the mall: numbers of items in order first, their cards page by page.

A list once read is a snapshot: the numbers stay what they are whatever is written meanwhile, so
pages never overlap and none is missed.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, select, text

from eats_desktop.domain.mall import (
    PRIOR_REVIEWS,
    MallCard,
    MallFacets,
    MallFilter,
    MallShelf,
    MallSort,
)
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.mall_tables import MallItemRow
from eats_desktop.storage.price_reader import offer_of
from eats_desktop.storage.tables import ProductRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, TextClause

    from eats_desktop.storage.database import Database

_UNLISTED_AFTER_S = 3 * 86400
"""A product not listed for so long before its seller's newest list is no longer on sale."""

_SALE = """NOT is_sold_out AND seen_at > coalesce(ended_at, 0) AND seen_at >= (
    SELECT last.seen_at FROM last WHERE last.source = mall_item.source)"""
_LAST = f"""WITH last AS MATERIALIZED (
    SELECT source, max(seen_at) - {_UNLISTED_AFTER_S} AS seen_at FROM mall_item GROUP BY source)"""  # noqa: S608

_SHELVES = {
    MallShelf.ALL: "",
    MallShelf.DEALS: "rate > 0",
    MallShelf.BEST: "reviews > 0",
    MallShelf.STORES: "store IN :of_stores",
    MallShelf.DROPS: "before_krw > price_krw AND changed_at >= :since",
}
_SETTLED = f"""(CASE WHEN reviews > 0 THEN reviews * coalesce(rating, :mean) ELSE 0 END
    + {PRIOR_REVIEWS} * :mean) / (reviews + {PRIOR_REVIEWS})"""
"""domain.mall.settled_rating"""

_ORDERS = {
    MallSort.ADVISED: f"{_SETTLED} DESC, rate DESC, reviews DESC",
    MallSort.RATE: f"rate DESC, {_SETTLED} DESC, price_krw IS NULL, price_krw",
    MallSort.PRICE: "price_krw IS NULL, price_krw",
    MallSort.UNIT_PRICE: "unit_krw IS NULL, unit = 'each', unit_krw",
    MallSort.REVIEWS: f"reviews DESC, {_SETTLED} DESC",
}
_NEWEST_DROP = "changed_at DESC"
_TIE = "source, product_id"
_NEEDS = {
    "lowest": "price_krw >= :lowest",
    "highest": "price_krw <= :highest",
    "least_rate": "rate >= :least_rate",
    "least_reviews": "reviews >= :least_reviews",
    "most_total": "unit IN ('g', 'ml') AND total <= :most_total",
    "foods": "food IN :foods",
    "stores": "store IN :stores",
    "free": "is_free = :free",
}
_M, _P = MallItemRow, ProductRow
_CARDS = (
    select(_P.__table__, _M.item, _M.rating, _M.reviews, _M.before_krw, _M.changed_at)
    .join(_P, and_(_P.source == _M.source, _P.product_id == _M.product_id))
    .where(_M.item.in_(bindparam("items", expanding=True)))
)
_MEAN = text("SELECT avg(rating) FROM mall_item WHERE reviews > 0")
_NO_MEAN = 0.0
_COUNT = text(f"{_LAST} SELECT count(*) FROM mall_item WHERE {_SALE}")  # noqa: S608  constants


class MallReader:
    """Any thread but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def items(
        self,
        shelf: MallShelf,
        narrowed: MallFilter,
        sort: MallSort,
        since: datetime,
        of_stores: Collection[str] = (),
        limit: int = -1,
    ) -> array[int]:
        """Return the numbers of what is on a shelf and meets the conditions, in order.

        `since` bounds how long ago a price fell; `of_stores` are those of the shelf of stores.
        They come as one JSON text: 50,000 rows take SQLAlchemy as long as SQLite takes to find
        and sort them.
        """
        wanted = _wanted(narrowed)
        asked = {"since": epoch(since), "of_stores": sorted(of_stores), **wanted, "most": limit}
        needs = [_SALE, *filter(None, [_SHELVES[shelf]]), *(_NEEDS[name] for name in wanted)]
        newest = shelf is MallShelf.DROPS and sort is MallSort.ADVISED
        order = _NEWEST_DROP if newest else _ORDERS[sort]
        sql = (
            f"{_LAST} SELECT json_group_array(item) FROM (SELECT item FROM mall_item "  # noqa: S608
            f"WHERE {' AND '.join(needs)} ORDER BY {order}, {_TIE} LIMIT :most)"
        )
        with self._database.read() as connection:
            if ":mean" in sql:
                asked["mean"] = _mean(connection)
            named = {name: value for name, value in asked.items() if f":{name}" in sql}
            return array(
                "q", json.loads(connection.execute(_statement(sql, named), named).scalar_one())
            )

    def cards(self, items: Sequence[int]) -> Mapping[int, MallCard]:
        """Return the cards of those of the items that are still there, with prices of now."""
        if not items:
            return {}
        with self._database.read() as connection:
            rows = connection.execute(_CARDS, {"items": list(items)})
            return {row.item: _card(row) for row in rows}

    def count(self) -> int:
        """Return how many products are on sale."""
        with self._database.read() as connection:
            return int(connection.execute(_COUNT).scalar_one())

    def facets(self) -> MallFacets:
        """Return what is on sale, by store and by food, the most first."""
        with self._database.read() as connection:
            totals = connection.execute(
                text(f"{_LAST} SELECT count(*), sum(reviews > 0) FROM mall_item WHERE {_SALE}")  # noqa: S608
            ).one()
            stores, foods = (_counts(connection, column) for column in ("store", "food"))
        return MallFacets(totals[0], totals[1] or 0, stores, foods)


def _mean(connection: Connection) -> float:
    found: float | None = connection.execute(_MEAN).scalar()
    return _NO_MEAN if found is None else found


def _counts(connection: Connection, column: str) -> tuple[tuple[str, int], ...]:
    rows = connection.execute(
        text(
            f"{_LAST} SELECT {column}, count(*) AS n FROM mall_item "  # noqa: S608
            f"WHERE {_SALE} AND {column} <> '' GROUP BY {column} ORDER BY n DESC, {column}"
        )
    )
    return tuple((row[0], row[1]) for row in rows)


def _wanted(narrowed: MallFilter) -> dict[str, object]:
    """Return what is asked for of the conditions that are set."""
    given = {
        "lowest": narrowed.lowest_krw,
        "highest": narrowed.highest_krw,
        "least_rate": narrowed.least_rate or None,
        "least_reviews": narrowed.least_reviews or None,
        "most_total": narrowed.most_total,
        "foods": None if narrowed.foods is None else sorted(narrowed.foods),
        "stores": None if narrowed.stores is None else sorted(narrowed.stores),
        "free": narrowed.is_free or None,
    }
    return {name: value for name, value in given.items() if value is not None}


def _statement(sql: str, asked: Mapping[str, object]) -> TextClause:
    lists: list[Any] = [
        bindparam(name, expanding=True) for name, v in asked.items() if isinstance(v, list)
    ]
    return text(sql).bindparams(*lists)


def _card(row: Any) -> MallCard:
    return MallCard(
        offer=offer_of(row),
        rating=row.rating if row.reviews else None,
        reviews=row.reviews,
        before_krw=row.before_krw,
        changed_at=moment(row.changed_at),
    )
