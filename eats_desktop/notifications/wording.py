"""What a notice says, in Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.domain.schedule import Broadcast

_DAYS = "월화수목금토일"
_LONGEST_TITLE = 60
_MOST_RULES = 3


def starts_in(minutes: int) -> str:
    return "지금 시작해요" if minutes <= 0 else f"{minutes}분 뒤 시작해요"


def place(broadcast: Broadcast) -> str:
    return f"{broadcast.channel.name} {broadcast.channel.channel_no}번"


def name(broadcast: Broadcast) -> str:
    return _shortened(broadcast.display_title or "방송")


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"


def start(broadcast: Broadcast) -> str:
    return f"{broadcast.starts_at.astimezone(KST):%H:%M} {place(broadcast)}"


def rules(matches: Sequence[RuleMatch]) -> str:
    """Name the rules that found something, each once, the first three of many."""
    names = list(dict.fromkeys(f"‘{match.rule.terms.text}’" for match in matches))
    more = f" 외 {len(names) - _MOST_RULES}개" if len(names) > _MOST_RULES else ""
    return ", ".join(names[:_MOST_RULES]) + more


def match_facts(match: RuleMatch) -> str:
    """Write the product a rule found and its price, when known."""
    price = match.product.price_krw
    parts = [_shortened(match.product.name), *([format_won(price)] if price else [])]
    return " · ".join(parts)


def hours(broadcast: Broadcast) -> str:
    start, end = broadcast.starts_at.astimezone(KST), broadcast.ends_at.astimezone(KST)
    return f"{start:%H:%M}~{end:%H:%M}"


def clock(instant: datetime) -> str:
    local = instant.astimezone(KST)
    return f"{local.month}/{local.day}({_DAYS[local.weekday()]}) {local:%H:%M}"


def facts(broadcast: Broadcast) -> str:
    """Write name, hours and price, leaving out what is not known."""
    headline = broadcast.headline
    price = headline.price_krw if headline else None
    parts = [name(broadcast), hours(broadcast), *([format_won(price)] if price else [])]
    return " · ".join(parts)


def late_line(broadcast: Broadcast, now: datetime) -> str:
    """Write what became of a broadcast whose reminder came late."""
    words = {
        BroadcastState.LIVE: "지금 방송 중이에요",
        BroadcastState.UPCOMING: f"{clock(broadcast.starts_at)}에 시작해요",
        BroadcastState.ENDED: "방송이 끝났어요",
        BroadcastState.CANCELLED: "방송이 취소됐어요",
    }
    return f"{place(broadcast)} {name(broadcast)}: {words[broadcast.state_at(now)]}"
