"""Products, how they were read, and every price they were seen at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, case, func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from eats_desktop.storage.instants import epoch
from eats_desktop.storage.readings import COLUMNS, reading_values
from eats_desktop.storage.tables import PriceObservationRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.product_detail import ProductDetail
    from eats_desktop.domain.reconciliation import SlotChange
    from eats_desktop.domain.schedule import BroadcastId

_CHUNK = 400
_KEPT = ("thumbnail_url", "brand", "is_food", "p_food", "model_version")
"""Columns that a listing without them leaves as they were."""

_PRICE = (
    "price_kind",
    "list_price_krw",
    "sale_price_krw",
    "conditional_price_krw",
    "price_condition",
)
_TOLD = (PriceKind.PRICED, PriceKind.SOLD_OUT)
_LISTED = (ChangeKind.INSERTED, ChangeKind.UPDATED, ChangeKind.RESTORED)
"""Kinds of change whose products the page really lists; an unchanged slot tells nothing new."""


@dataclass(frozen=True, slots=True)
class MallCounts:
    inserted: int
    updated: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Seen:
    product: ProductListing
    slot_id: BroadcastId | None
    is_told: bool = True


def save_from_slots(
    connection: Connection,
    changes: Sequence[SlotChange],
    readings: Mapping[ProductKey, FoodReading],
    at: datetime,
) -> None:
    """Write the products of slots, and their prices in order of the broadcasts' starts."""
    listed = [
        _Seen(product, change.after.slot.id, is_told=change.prices_told)
        for change in sorted(changes, key=lambda c: c.after.slot.id.starts_at)
        if _tells_of_products(change)
        for product in change.after.slot.products
    ]
    by_role = sorted((seen.product for seen in listed), key=lambda p: p.role is ProductRole.MAIN)
    _write(connection, by_role, "tv", readings, at)
    _observe(connection, listed, at)


def _tells_of_products(change: SlotChange) -> bool:
    """Tell whether a page listed these products now: a guide that only confirms a slot did not.

    Else the order in which guides answer would choose among what several slots say of a product.
    """
    if change.kind not in _LISTED:
        return False
    same = change.before is not None and change.before.slot.products == change.after.slot.products
    return change.kind is ChangeKind.RESTORED or not same


def save_mall(
    connection: Connection,
    products: Sequence[ProductListing],
    readings: Mapping[ProductKey, FoodReading],
    at: datetime,
) -> MallCounts:
    """Write mall products; count which were new and which differ from before."""
    unique = {_key(product): product for product in products}
    before = _stored(connection, list(unique))
    new = [key for key in unique if key not in before]
    same = [key for key in unique if key in before and _is_face(before[key], unique[key])]
    _write(connection, unique.values(), "mall", readings, at)
    _observe(connection, [_Seen(product, None) for product in unique.values()], at)
    return MallCounts(len(new), len(unique) - len(new) - len(same), len(same))


def save_detail_price(connection: Connection, detail: ProductDetail, at: datetime) -> None:
    """Let the price of a product's own page count as an observation and as the newest price.

    What the listings call a price under a condition may be the one price of that page.
    """
    known = connection.execute(
        select(ProductRow.__table__).where(
            ProductRow.source == detail.key.source, ProductRow.product_id == detail.key.product_id
        )
    ).first()
    if known is None or detail.price_kind not in _TOLD:
        return
    is_known = detail.sale_price_krw in (known.sale_price_krw, known.conditional_price_krw)
    product = ProductListing(
        source=known.source,
        product_id=known.product_id,
        raw_name=known.raw_name,
        name=known.name,
        role=ProductRole.MAIN,
        price_kind=detail.price_kind,
        list_price_krw=detail.list_price_krw or known.list_price_krw,
        sale_price_krw=known.sale_price_krw if is_known else detail.sale_price_krw,
        conditional_price_krw=known.conditional_price_krw if is_known else None,
        price_condition=known.price_condition if is_known else None,
    )
    _observe(connection, [_Seen(product, None)], at)
    connection.execute(
        update(ProductRow)
        .where(ProductRow.source == known.source, ProductRow.product_id == known.product_id)
        .values(**_price(product))
    )


def stale_readings(
    connection: Connection, model_version: str, limit: int
) -> tuple[tuple[ProductKey, str], ...]:
    """Return products whose name was read by another model version, or not at all."""
    rows = connection.execute(
        select(ProductRow.source, ProductRow.product_id, ProductRow.name)
        .where(func.coalesce(ProductRow.model_version, "") != model_version)
        .order_by(ProductRow.source, ProductRow.product_id)
        .limit(limit)
    )
    return tuple((ProductKey(row.source, row.product_id), row.name) for row in rows)


def save_readings(connection: Connection, readings: Mapping[ProductKey, FoodReading]) -> None:
    """Store new readings and let the broadcasts of these products follow."""
    if not readings:
        return
    rows = [
        {"_source": key.source, "_product_id": key.product_id, **reading_values(reading)}
        for key, reading in readings.items()
    ]
    connection.execute(
        update(ProductRow)
        .where(
            ProductRow.source == bindparam("_source"),
            ProductRow.product_id == bindparam("_product_id"),
        )
        .values({name: bindparam(name) for name in COLUMNS}),
        rows,
    )
    connection.execute(_REFRESH_FOOD, rows)


_REFRESH_FOOD = text(
    """
    UPDATE broadcast SET is_food = (
        SELECT max(p.is_food) FROM broadcast_product s
        JOIN product p ON p.source = s.source AND p.product_id = s.product_id
        WHERE s.channel_id = broadcast.channel_id AND s.starts_at = broadcast.starts_at
          AND s.lineup = broadcast.lineup)
    WHERE (channel_id, starts_at, lineup) IN (
        SELECT channel_id, starts_at, lineup FROM broadcast_product
        WHERE source = :_source AND product_id = :_product_id)
    """
)


def _key(product: ProductListing) -> tuple[str, str]:
    return (product.source, product.product_id)


def _face(product: ProductListing) -> tuple[object, ...]:
    return (
        product.raw_name,
        product.brand,
        product.category,
        product.price_kind.value,
        product.list_price_krw,
        product.sale_price_krw,
        product.conditional_price_krw,
        product.price_condition,
    )


def _is_face(stored: tuple[object, ...], product: ProductListing) -> bool:
    """Tell whether a listing shows what is stored; the list price may come from the product's page.

    A listing without one says nothing against it.
    """
    listed = _face(product)
    place = len(listed) - len(_PRICE) + 1
    if listed[place] is None:
        stored = (*stored[:place], None, *stored[place + 1 :])
    return stored == listed


def _stored(
    connection: Connection, keys: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], tuple[object, ...]]:
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    sources = {source for source, _ in keys}
    for source in sources:
        ids = [product_id for owner, product_id in keys if owner == source]
        for at in range(0, len(ids), _CHUNK):
            rows = connection.execute(
                select(ProductRow.__table__).where(
                    ProductRow.source == source, ProductRow.product_id.in_(ids[at : at + _CHUNK])
                )
            )
            for row in rows:
                found[(row.source, row.product_id)] = (
                    row.raw_name,
                    row.brand,
                    row.category,
                    row.price_kind,
                    row.list_price_krw,
                    row.sale_price_krw,
                    row.conditional_price_krw,
                    row.price_condition,
                )
    return found


def _write(
    connection: Connection,
    products: Iterable[ProductListing],
    market: str,
    readings: Mapping[ProductKey, FoodReading],
    at: datetime,
) -> None:
    latest = {_key(product): product for product in products}
    sides = [p for p in latest.values() if p.role is ProductRole.SIDE]
    mains = [p for p in latest.values() if p.role is ProductRole.MAIN]
    for listed, beside in ((sides, True), (mains, False)):
        rows = [_product_values(product, market, readings, at) for product in listed]
        if rows:
            _upsert(connection, rows, beside=beside)


def _upsert(connection: Connection, rows: Sequence[dict[str, object]], *, beside: bool) -> None:
    """Insert or renew; what is only listed beside another takes no picture and price away.

    Sites show it there smaller and often without its price, whatever page came last.
    """
    statement = insert(ProductRow)
    new, known = statement.excluded, ProductRow
    renewed: dict[str, Any] = {
        name: new[name] for name in rows[0] if name not in ("source", "product_id", "first_seen_at")
    }
    for name in _KEPT:
        renewed[name] = func.coalesce(new[name], getattr(known, name))
    same_sale = and_(new["list_price_krw"].is_(None), new["sale_price_krw"] == known.sale_price_krw)
    renewed["list_price_krw"] = case((same_sale, known.list_price_krw), else_=new["list_price_krw"])
    if beside:
        unpriced = known.price_kind == PriceKind.UNKNOWN.value
        renewed["thumbnail_url"] = func.coalesce(known.thumbnail_url, new["thumbnail_url"])
        for name in _PRICE:
            renewed[name] = case((unpriced, new[name]), else_=getattr(known, name))
    connection.execute(
        statement.on_conflict_do_update(index_elements=["source", "product_id"], set_=renewed), rows
    )


def _product_values(
    product: ProductListing, market: str, readings: Mapping[ProductKey, FoodReading], at: datetime
) -> dict[str, object]:
    reading = readings.get(ProductKey(product.source, product.product_id))
    return {
        "source": product.source,
        "product_id": product.product_id,
        "market": market,
        "name": product.name,
        "raw_name": product.raw_name,
        "brand": product.brand,
        "category": product.category,
        "thumbnail_url": product.thumbnail_url,
        "product_url": product.product_url,
        "first_seen_at": epoch(at),
        "seen_at": epoch(at),
        **_price(product),
        **reading_values(reading),
    }


_LAST = text(
    """
    SELECT id, price_kind, list_price_krw, sale_price_krw, conditional_price_krw, price_condition
    FROM price_observation
    WHERE source = :source AND product_id = :product_id ORDER BY id DESC LIMIT 1
    """
)


def _observe(connection: Connection, listed: Sequence[_Seen], at: datetime) -> None:
    """Append an observation where a told price differs from the last one, else prolong that.

    A product on air twice in one page at two prices is observed in the order of the broadcasts.
    """
    for seen in listed:
        product = seen.product
        if product.price_kind not in _TOLD or not seen.is_told:
            continue
        last = connection.execute(
            _LAST, {"source": product.source, "product_id": product.product_id}
        ).first()
        if last is not None and _is_last(last, product):
            known = product.list_price_krw or last.list_price_krw
            connection.execute(
                update(PriceObservationRow)
                .where(PriceObservationRow.id == last.id)
                .values(last_seen_at=epoch(at), list_price_krw=known)
            )
        else:
            connection.execute(insert(PriceObservationRow), [_observation(seen, at)])


def _is_last(last: Any, product: ProductListing) -> bool:
    """Tell whether a price is the last one; a list price that one of them lacks is no difference.

    Most listings tell none, the product's own page does.
    """
    price, before = _price(product), dict(zip(_PRICE, last[1:], strict=True))
    if product.list_price_krw is None or last.list_price_krw is None:
        before["list_price_krw"] = price["list_price_krw"]
    return before == price


def _price(product: ProductListing) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(product, name) for name in _PRICE}
    return {**values, "price_kind": product.price_kind.value}


def _observation(seen: _Seen, at: datetime) -> dict[str, object]:
    product, slot_id = seen.product, seen.slot_id
    return {
        "source": product.source,
        "product_id": product.product_id,
        "channel_id": slot_id.channel_id if slot_id else None,
        "starts_at": epoch(slot_id.starts_at) if slot_id else None,
        "observed_at": epoch(at),
        "last_seen_at": epoch(at),
        **_price(product),
    }
