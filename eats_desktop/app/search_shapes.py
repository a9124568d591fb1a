"""The public JSON of `search` and `suggest`: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.json_shapes import instant
from eats_desktop.services.search_hits import BroadcastHit, ProductHit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.search import Suggestion
    from eats_desktop.services.search_hits import Hit, RecipeHit
    from eats_desktop.services.search_service import SearchResult


def search(value: SearchResult, now: datetime) -> dict[str, Json]:
    return {
        "query": value.query,
        "corrected": value.corrected,
        "hits": [_hit(hit, now) for hit in value.hits],
    }


def nothing_asked() -> dict[str, Json]:
    """Answer a blank line of a batch."""
    return {"query": "", "corrected": None, "hits": []}


def suggestions(prefix: str, found: Sequence[Suggestion]) -> dict[str, Json]:
    return {
        "prefix": prefix,
        "suggestions": [{"text": s.text, "kind": s.kind, "why": s.why} for s in found],
    }


def _hit(hit: Hit, now: datetime) -> dict[str, Json]:
    told: dict[str, Json] = {"score": round(hit.score, 4), "why": list(hit.why)}
    if isinstance(hit, BroadcastHit):
        return _broadcast(hit, now) | told
    return (_product(hit) if isinstance(hit, ProductHit) else _recipe(hit)) | told


def _broadcast(hit: BroadcastHit, now: datetime) -> dict[str, Json]:
    value = hit.broadcast
    return {
        "type": "broadcast",
        "id": str(value.id),
        "title": value.display_title,
        "channel_no": value.channel.channel_no,
        "channel": value.channel.name,
        "starts_at": instant(value.starts_at),
        "ends_at": instant(value.ends_at),
        "state": value.state_at(now).value,
    }


def _product(hit: ProductHit) -> dict[str, Json]:
    value = hit.product
    return {
        "type": "product",
        "id": value.key.product_id,
        "source": value.key.source,
        "title": value.name,
        "brand": value.brand,
        "list_price_krw": value.list_price_krw,
        "sale_price_krw": value.sale_price_krw,
        "thumbnail_url": value.thumbnail_url,
        "product_url": value.product_url,
    }


def _recipe(hit: RecipeHit) -> dict[str, Json]:
    return {
        "type": "recipe",
        "id": hit.recipe_id,
        "source": hit.source,
        "title": hit.title,
        "dish": hit.facts.dish,
        "minutes": hit.facts.minutes,
        "servings": hit.facts.servings,
    }
