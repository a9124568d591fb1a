"""The public JSON of the command line: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from eats_desktop.domain.amount import price_of_unit
from eats_desktop.domain.clock import KST
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.amount import Amount, UnitPrice
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.schedule import Broadcast, BroadcastProduct
    from eats_desktop.domain.sync_report import SourceOutcome, SyncReport
    from eats_desktop.search.matching import Match
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
    return {
        "id": value.product_id,
        "source": value.source,
        "name": value.name,
        "brand": value.brand,
        "role": value.role.value,
        "is_food": value.is_food,
        "kind": kind(value.kind),
        "price_kind": value.price_kind.value,
        "list_price_krw": value.list_price_krw,
        "sale_price_krw": value.sale_price_krw,
        "discount_rate": value.discount_rate,
        "conditional_price_krw": value.conditional.price_krw if value.conditional else None,
        "price_condition": value.conditional.condition if value.conditional else None,
        "thumbnail_url": value.thumbnail_url,
        "product_url": value.product_url,
        "amount": amount(value.amount),
        "unit_price_krw": unit_price(value.unit_price),
    }


def kind(value: FoodKind | None) -> str | None:
    """A supplement is no food of ours, so it has no kind of food."""
    return None if value is None or value is FoodKind.SUPPLEMENT else value.value


def amount(value: Amount | None) -> dict[str, Json] | None:
    if value is None:
        return None
    total = int(value.total) if value.total == int(value.total) else float(value.total)
    return {"total": total, "unit": value.unit.value, "packs": value.packs}


def unit_price(value: UnitPrice | None) -> dict[str, Json] | None:
    return None if value is None else {"per": value.per.value, "value": value.value_krw}


def analysis(name: str, value: FoodReading) -> dict[str, Json]:
    """What `analyze` says of a name; of what is no food, only that."""
    return {
        "name": name,
        "is_food": value.is_food,
        "p_food": value.probability,
        "category": "food" if value.is_food else "supplement" if value.kind else "other",
        "kind": kind(value.kind),
        "p_ingredient": value.p_ingredient,
        "brand": value.words.brand,
        "foods": list(value.words.foods),
        "ingredients": list(value.words.ingredients),
        "derived": value.words.derived,
        "amount": amount(value.amount),
    }


def matches(name: str, market: str, found: Sequence[Match]) -> dict[str, Json]:
    return {"name": name, "matches": [_match(item, market) for item in found]}


def _match(value: Match, market: str) -> dict[str, Json]:
    product = value.product
    return {
        "id": product.key.product_id,
        "source": product.key.source,
        "name": product.name,
        "market": market,
        "score": value.score,
        "why": list(value.why),
        "price_krw": product.price_krw,
        "unit_price_krw": unit_price(price_of_unit(product.price_krw, product.reading.amount)),
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
