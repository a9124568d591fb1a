"""Sellers' product pages as last read, and whose page should be asked for next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, text, tuple_
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.product_detail import (
    DetailAttempt,
    ProductDetail,
    ProductFact,
    ReviewShares,
    after_failure,
    after_success,
)
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.product_rows import save_detail_price
from eats_desktop.storage.tables import DetailRequestRow, ProductDetailRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database

_MOST_KEYS = 400

_ON_AIR = text(
    """
    SELECT s.source, s.product_id, min(b.starts_at) AS airs_at
    FROM broadcast b
    JOIN broadcast_product s ON s.channel_id = b.channel_id AND s.starts_at = b.starts_at
        AND s.lineup = b.lineup
    JOIN product p ON p.source = s.source AND p.product_id = s.product_id
    LEFT JOIN product_detail d ON d.source = s.source AND d.product_id = s.product_id
    WHERE b.starts_at > :longest AND b.starts_at < :ends AND b.ends_at > :now
      AND b.cancelled_at IS NULL AND b.moved_to IS NULL AND p.is_food
      AND s.source IN :sources AND coalesce(d.due_at, 0) <= :now
    GROUP BY s.source, s.product_id
    ORDER BY airs_at, min(s.position), s.source, s.product_id
    LIMIT :limit
    """
).bindparams(bindparam("sources", expanding=True))
_AIRS_AT_MOST = 8 * 3600

_MALL = text(
    """
    SELECT p.source, p.product_id FROM product p
    LEFT JOIN product_detail d ON d.source = p.source AND d.product_id = p.product_id
    WHERE p.market = 'mall' AND p.is_food AND p.source IN :sources
      AND p.seen_at >= :since AND coalesce(d.due_at, 0) <= :now
    ORDER BY d.asked_at IS NOT NULL, d.asked_at, p.source, p.product_id
    LIMIT :limit
    """
).bindparams(bindparam("sources", expanding=True))
_STILL_LISTED_S = 3 * 86400


class ProductDetailStore:
    """`save`, `failed` and `asked` are for the writer thread, the rest for any but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def detail(self, key: ProductKey) -> ProductDetail | None:
        """Return what the page said when it was last read, None when it never was."""
        with self._database.read() as connection:
            row = _row(connection, key)
        return None if row is None or row.fetched_at is None else _detail(row)

    def attempt(self, key: ProductKey) -> DetailAttempt | None:
        """Return when the page was last asked for, whatever came of it."""
        with self._database.read() as connection:
            row = _row(connection, key)
        return None if row is None else _attempt(row)

    def is_food(self, key: ProductKey) -> bool:
        with self._database.read() as connection:
            found = connection.execute(
                select(ProductRow.is_food).where(
                    ProductRow.source == key.source, ProductRow.product_id == key.product_id
                )
            ).scalar()
        return found is True

    def on_air(
        self, sources: Collection[str], now: datetime, ends: datetime, limit: int
    ) -> tuple[ProductKey, ...]:
        """Return foods of broadcasts on air or starting before `ends` whose page is due."""
        asked = {
            "sources": sorted(sources),
            "now": epoch(now),
            "longest": epoch(now) - _AIRS_AT_MOST,
            "ends": epoch(ends),
            "limit": limit,
        }
        return self._keys(_ON_AIR, asked)

    def mall(self, sources: Collection[str], now: datetime, limit: int) -> tuple[ProductKey, ...]:
        """Return mall foods whose page is due, those never asked for first."""
        asked = {
            "sources": sorted(sources),
            "now": epoch(now),
            "since": epoch(now) - _STILL_LISTED_S,
            "limit": limit,
        }
        return self._keys(_MALL, asked)

    def due_foods(self, keys: Sequence[ProductKey], now: datetime) -> tuple[ProductKey, ...]:
        """Return those of `keys` that are stored foods whose page is due, in the order given."""
        product, seen = ProductRow, ProductDetailRow
        pairs = [(key.source, key.product_id) for key in keys][:_MOST_KEYS]
        with self._database.read() as connection:
            rows = connection.execute(
                select(product.source, product.product_id)
                .outerjoin(
                    seen,
                    (seen.source == product.source) & (seen.product_id == product.product_id),
                )
                .where(
                    tuple_(product.source, product.product_id).in_(pairs),
                    product.is_food.is_(True),
                    func.coalesce(seen.due_at, 0) <= epoch(now),
                )
            ).all()
        due = {ProductKey(row.source, row.product_id) for row in rows}
        return tuple(key for key in keys if key in due)

    def requests_on(self, at: datetime) -> Mapping[str, int]:
        """Return how many pages each source was asked for on the Korean day of `at`."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(DetailRequestRow.source, DetailRequestRow.asked).where(
                    DetailRequestRow.day == _day(at)
                )
            )
            return {row.source: row.asked for row in rows}

    def last_good(self, source: str) -> datetime | None:
        """Return when a page of this source was last read well."""
        with self._database.read() as connection:
            newest = select(func.max(DetailRequestRow.last_good_at)).where(
                DetailRequestRow.source == source
            )
            return moment(connection.execute(newest).scalar())

    def save(self, detail: ProductDetail) -> DetailAttempt:
        """Store what a page said, with its price as an observation; return the plan from now on.

        A page that ended takes away nothing that was known before.
        """
        with self._database.write() as connection:
            row = _row(connection, detail.key)
            before = _detail(row) if row is not None and row.fetched_at is not None else None
            attempt = after_success(detail, before)
            values = _values(detail)
            if detail.is_ended and before is not None:
                values = {**_values(before), "fetched_at": epoch(detail.fetched_at)}
                values["is_ended"] = True
            _put(connection, {**values, **_plan(attempt)})
            save_detail_price(connection, detail, detail.fetched_at)
        return attempt

    def failed(self, key: ProductKey, at: datetime) -> DetailAttempt:
        """Remember a failure; what was known stays."""
        with self._database.write() as connection:
            row = _row(connection, key)
            attempt = after_failure(at, row.failures if row is not None else 0)
            known = _detail(row) if row is not None and row.fetched_at is not None else None
            values = _values(known) if known is not None else _nothing(key)
            _put(connection, {**values, **_plan(attempt)})
        return attempt

    def asked(self, source: str, at: datetime, *, failed: bool, good: bool) -> None:
        """Count one request; `good` when a whole page of a product came of it."""
        row = DetailRequestRow
        new = insert(row).values(
            day=_day(at),
            source=source,
            asked=1,
            failed=int(failed),
            last_good_at=epoch(at) if good else None,
        )
        counted = new.on_conflict_do_update(
            index_elements=["day", "source"],
            set_={
                "asked": row.asked + 1,
                "failed": row.failed + int(failed),
                "last_good_at": func.coalesce(new.excluded.last_good_at, row.last_good_at),
            },
        )
        with self._database.write() as connection:
            connection.execute(counted)

    def _keys(self, statement: Any, values: dict[str, Any]) -> tuple[ProductKey, ...]:
        if not values["sources"]:
            return ()
        with self._database.read() as connection:
            rows = connection.execute(statement, values)
            return tuple(ProductKey(row.source, row.product_id) for row in rows)


def _day(at: datetime) -> int:
    return epoch(day_start(korean_day(at)))


def _row(connection: Connection, key: ProductKey) -> Any:
    return connection.execute(
        select(ProductDetailRow.__table__).where(
            ProductDetailRow.source == key.source, ProductDetailRow.product_id == key.product_id
        )
    ).first()


def _put(connection: Connection, values: dict[str, object]) -> None:
    connection.execute(insert(ProductDetailRow).prefix_with("OR REPLACE"), [values])


def _plan(attempt: DetailAttempt) -> dict[str, object]:
    return {
        "asked_at": epoch(attempt.asked_at),
        "due_at": epoch(attempt.due_at),
        "failures": attempt.failures,
    }


def _attempt(row: Any) -> DetailAttempt:
    return DetailAttempt(moment(row.asked_at), moment(row.due_at), row.failures)


def _nothing(key: ProductKey) -> dict[str, object]:
    return {
        "source": key.source,
        "product_id": key.product_id,
        "fetched_at": None,
        "is_ended": False,
        "image_urls": "[]",
        "facts": "[]",
        "price_kind": PriceKind.UNKNOWN.value,
    }


def _values(detail: ProductDetail) -> dict[str, object]:
    return {
        "source": detail.key.source,
        "product_id": detail.key.product_id,
        "fetched_at": epoch(detail.fetched_at),
        "is_ended": detail.is_ended,
        "image_urls": json.dumps(detail.image_urls, ensure_ascii=False),
        "facts": json.dumps([(f.label, f.value) for f in detail.facts], ensure_ascii=False),
        "delivery": detail.delivery,
        "delivery_fee_krw": detail.delivery_fee_krw,
        "price_kind": detail.price_kind.value,
        "list_price_krw": detail.list_price_krw,
        "sale_price_krw": detail.sale_price_krw,
        "rating": detail.rating,
        "review_count": detail.review_count,
        "seller": detail.seller,
        "review_shares": json.dumps(
            (detail.shares.stars, detail.shares.aspects), ensure_ascii=False
        ),
    }


def _detail(row: Any) -> ProductDetail:
    return ProductDetail(
        key=ProductKey(row.source, row.product_id),
        fetched_at=moment(row.fetched_at),
        image_urls=tuple(json.loads(row.image_urls)),
        facts=tuple(ProductFact(label, value) for label, value in json.loads(row.facts)),
        delivery=row.delivery,
        delivery_fee_krw=row.delivery_fee_krw,
        price_kind=PriceKind(row.price_kind),
        list_price_krw=row.list_price_krw,
        sale_price_krw=row.sale_price_krw,
        rating=row.rating,
        review_count=row.review_count,
        seller=row.seller,
        is_ended=row.is_ended,
        shares=_shares(row.review_shares),
    )


def _shares(written: str) -> ReviewShares:
    stars, aspects = json.loads(written)
    return ReviewShares(tuple(stars), tuple((word, percent) for word, percent in aspects))
