"""How fresh the data is, and the banners of the sources' troubles; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.viewmodels.texts import error_texts, moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.services.source_service import SourceCard

_FRESH, _STALE = timedelta(hours=3, minutes=30), timedelta(hours=6)
"""Today is fetched every three hours, so up to that age nothing is wrong; see jobs rules."""

_MOST = 2
"""So many sources have a banner each; more share one."""

NO_DATA = "아직 이 출처에서 받은 정보가 없어요."
_PROMISING = ("NET-01", "SRC-01", "SRC-02")
"""The help of these speaks of data fetched before, which may not be there."""


@dataclass(frozen=True, slots=True)
class BannerRow:
    """`key` names the trouble and when it began, so that a dismissed one returns when new."""

    key: str
    kind: str
    title: str
    help: str
    action: str


@dataclass(frozen=True, slots=True)
class FirstFetch:
    """How far a shopper's first fetching is: idle, running, failed, partly or done."""

    kind: str
    title: str
    help: str


def first_fetch(
    newest: datetime | None, troubles: Sequence[BannerRow], *, running: bool
) -> FirstFetch:
    """Return what the first-run guide says about the data so far."""
    if running:
        return FirstFetch(
            "running", "새 편성을 받고 있어요", "기다리지 않고 시작하셔도 돼요. 뒤에서 계속 받아요."
        )
    if newest is None and troubles:
        return FirstFetch("failed", "아직 받은 정보가 없어요", _sentence(troubles[0]))
    if newest is None:
        return FirstFetch(
            "idle", "아직 받은 정보가 없어요", "지금 받으면 곧바로 편성표를 볼 수 있어요."
        )
    if troubles:
        return FirstFetch(
            "partly", "편성표를 받았어요", "몇 곳은 받지 못했어요. 나중에 다시 받아요."
        )
    return FirstFetch("done", "편성표를 받았어요", "이제 오늘의 식품 방송을 볼 수 있어요.")


def _sentence(trouble: BannerRow) -> str:
    return f"{trouble.title} {trouble.help}".strip()


def freshness(newest: datetime | None, now: datetime) -> tuple[str, str]:
    """Return the kind (fresh, stale, old, never) and the words of the chip."""
    if newest is None:
        return "never", "아직 받지 않음"
    age = now - newest
    when = moment_text(newest, now)
    if age <= _FRESH:
        return "fresh", f"{when} 갱신"
    return ("stale", f"{when} 정보예요") if age <= _STALE else ("old", f"{when} 오래된 정보")


def table_banner(problem: str) -> BannerRow:
    """Say that the shop's own source table is left out, and why."""
    title, help_ = error_texts("SRC-03")
    return BannerRow(f"table:{problem}", "warn", title, f"{problem} {help_}", "자세히")


def banners(cards: Sequence[SourceCard], newest: datetime | None, now: datetime) -> list[BannerRow]:
    """Return what a shopper should know of the sources: at most one banner for each trouble.

    A paused source was told in the inbox; it would stand here for weeks.
    """
    asked = [c for c in cards if c.enabled]
    troubled = [c for c in asked if c.state.is_failing]
    if len(troubled) == len(asked) and _looks_offline(troubled):
        when = f"{moment_text(newest, now)}에 받은 정보로 보여 드려요." if newest else ""
        return [BannerRow("offline", "warn", "인터넷에 연결되지 않았어요.", when, "다시 시도")]
    told = [c for c in troubled if c.state.paused_at is None]
    return [_several(told)] if len(told) > _MOST else [_trouble(c, now) for c in told]


def _looks_offline(troubled: Sequence[SourceCard]) -> bool:
    """Sites that cannot be reached for long are left alone, so they end as blocked (NET-04)."""
    codes = {card.state.error_code for card in troubled}
    return "NET-01" in codes and codes <= {"NET-01", "NET-04"}


def _several(cards: Sequence[SourceCard]) -> BannerRow:
    """Say it once for many sources: a stack of banners would cover what they speak of."""
    named = ", ".join(card.title for card in cards[:_MOST])
    help_ = f"{named} 외 {len(cards) - _MOST}곳이에요. 전에 받은 정보가 있으면 그대로 보여 드려요."
    key = " ".join(f"{card.name}:{card.state.error_code}" for card in cards)
    title = f"출처 {len(cards)}곳에서 새로 받지 못했어요."
    return BannerRow(key, "warn", title, help_, "자세히")


def _trouble(card: SourceCard, now: datetime) -> BannerRow:
    state = card.state
    code = state.error_code or "NET-02"
    title, help_ = error_texts(code)
    last = state.last_ok_at
    without = NO_DATA if code in _PROMISING else help_
    since = f"마지막 정보({moment_text(last, now)})를 보여 드려요." if last else without
    key = f"{card.name}:{state.error_code}"
    return BannerRow(key, "warn", f"{card.title}: {title}", since, "자세히")
