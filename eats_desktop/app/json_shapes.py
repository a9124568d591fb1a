"""The public JSON of the command line: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from eats_desktop.domain.clock import KST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.schedule import Broadcast, BroadcastProduct
    from eats_desktop.domain.sync_report import SourceOutcome, SyncReport
    from eats_desktop.services.search_service import SearchResult
    from eats_desktop.services.wish_service import WishedBroadcast

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


def instant(value: datetime | None) -> str | None:
    """Write an instant as ISO 8601 in Korean time, whole seconds."""
    return None if value is None else value.astimezone(KST).isoformat(timespec="seconds")


def broadcast(value: Broadcast, now: datetime, *, food_only: bool) -> dict[str, Json]:
    products = value.food_products if food_only else value.products
    return {
        "id": str(value.id),
        "channel_no": value.channel.channel_no,
        "channel": value.channel.name,
        "starts_at": instant(value.starts_at),
        "ends_at": instant(value.ends_at),
        "state": value.state_at(now).value,
        "title": value.title or value.display_title,
        "is_food": value.is_food,
        "moved_from": instant(value.moved_from),
        "moved_to": instant(value.moved_to),
        "source": value.source,
        "confidence": value.confidence.value,
        "end_kind": value.end_kind.value,
        "seen_at": instant(value.seen_at),
        "products": [product(item) for item in products],
    }


def product(value: BroadcastProduct) -> dict[str, Json]:
    """`kind`, `amount` and the unit price stay null until product names are read for them."""
    return {
        "id": value.product_id,
        "source": value.source,
        "name": value.name,
        "brand": value.brand,
        "role": value.role.value,
        "is_food": value.is_food,
        "kind": None,
        "price_kind": value.price_kind.value,
        "list_price_krw": value.list_price_krw,
        "sale_price_krw": value.sale_price_krw,
        "discount_rate": value.discount_rate,
        "thumbnail_url": value.thumbnail_url,
        "product_url": value.product_url,
        "amount": None,
        "unit_price_krw": None,
    }


def schedule(
    as_of: datetime, broadcasts: Sequence[Broadcast], *, food_only: bool
) -> dict[str, Json]:
    return {
        "as_of": instant(as_of),
        "broadcasts": [broadcast(item, as_of, food_only=food_only) for item in broadcasts],
    }


def outcome(value: SourceOutcome) -> dict[str, Json]:
    return {
        "name": value.name,
        "status": value.status.value,
        "message": value.message,
        "fetched": value.fetched,
        "inserted": value.inserted,
        "updated": value.updated,
        "cancelled": value.cancelled,
        "restored": value.restored,
        "unchanged": value.unchanged,
    }


def sync_report(value: SyncReport) -> dict[str, Json]:
    return {
        "started_at": instant(value.started_at),
        "finished_at": instant(value.finished_at),
        "sources": [outcome(item) for item in value.sources],
    }


def search(value: SearchResult, now: datetime) -> dict[str, Json]:
    hits = [_broadcast_hit(item, value.query, now) for item in value.broadcasts]
    hits += [_product_hit(item, value.query) for item in value.products]
    return {"query": value.query, "corrected": None, "hits": hits}


def nothing_found(query: str = "") -> dict[str, Json]:
    """Answer a blank line of a batch."""
    return {"query": query, "corrected": None, "hits": []}


def _broadcast_hit(value: Broadcast, query: str, now: datetime) -> dict[str, Json]:
    return {
        "type": "broadcast",
        "id": str(value.id),
        "title": value.display_title,
        "score": 1.0,
        "why": [_why(value, query)],
        "channel_no": value.channel.channel_no,
        "channel": value.channel.name,
        "starts_at": instant(value.starts_at),
        "ends_at": instant(value.ends_at),
        "state": value.state_at(now).value,
    }


def _why(value: Broadcast, query: str) -> str:
    """Say where the words are: in the title that is shown, or in another product of the slot."""
    words = query.split()
    shown = (value.display_title or "").replace(" ", "")
    if all(word in shown for word in words):
        return f"이름에 “{query}”"
    others = (p.name for p in value.products if all(w in p.name.replace(" ", "") for w in words))
    beside = next(others, None)
    return f"이름에 “{query}”" if beside is None else f"함께 방송하는 “{beside}”"


def _product_hit(value: MallProduct, query: str) -> dict[str, Json]:
    return {
        "type": "product",
        "id": value.key.product_id,
        "source": value.key.source,
        "title": value.name,
        "score": 1.0,
        "why": [f"이름에 “{query}”"],
        "brand": value.brand,
        "list_price_krw": value.list_price_krw,
        "sale_price_krw": value.sale_price_krw,
        "thumbnail_url": value.thumbnail_url,
        "product_url": value.product_url,
    }


def wish(value: WishedBroadcast, now: datetime) -> dict[str, Json]:
    item, aired = value.wish, value.broadcast
    return {
        "id": item.wish_id,
        "kind": item.kind.value,
        "target": str(item.broadcast_id or item.product),
        "title": item.title,
        "created_at": instant(item.created_at),
        "alarm_on": item.alarm_on,
        "broadcast": None if aired is None else broadcast(aired, now, food_only=False),
    }
