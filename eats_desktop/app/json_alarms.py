"""The public JSON of standing alarms: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app import json_shapes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.alarm_rule import RuleMatch, RuleTerms
    from eats_desktop.services.alarm_rule_service import RulePreview, StandingRule


def rule(value: StandingRule, channel_nos: Mapping[str, int], now: datetime) -> dict[str, Json]:
    item = value.rule
    return {
        "id": item.rule_id,
        **_terms(item.terms, channel_nos),
        "is_on": item.is_on,
        "created_at": json_shapes.instant(item.created_at),
        "upcoming": None if value.upcoming is None else _match(value.upcoming, now),
    }


def preview(value: RulePreview, channel_nos: Mapping[str, int], now: datetime) -> dict[str, Json]:
    return {
        **_terms(value.terms, channel_nos),
        "past": [_match(match, now) for match in value.past],
        "ahead": [_match(match, now) for match in value.ahead],
    }


def _terms(value: RuleTerms, channel_nos: Mapping[str, int]) -> dict[str, Json]:
    return {
        "kind": value.kind.value,
        "text": value.text,
        "food": value.food,
        "highest_price_krw": value.highest_price_krw,
        "channel_nos": sorted(channel_nos[name] for name in value.channel_ids & channel_nos.keys()),
    }


def _match(value: RuleMatch, now: datetime) -> dict[str, Json]:
    broadcast = value.broadcast
    return {
        "broadcast": str(broadcast.id),
        "channel_no": broadcast.channel.channel_no,
        "channel": broadcast.channel.name,
        "starts_at": json_shapes.instant(broadcast.starts_at),
        "ends_at": json_shapes.instant(broadcast.ends_at),
        "state": broadcast.state_at(now).value,
        "product": value.product.name,
        "price_krw": value.product.price_krw,
    }
