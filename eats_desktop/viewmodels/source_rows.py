"""The sources of data (데이터 출처) as the settings screen and the banners show them; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.sync_report import SyncStatus
from eats_desktop.viewmodels.texts import error_texts, moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.services.source_service import SourceCard

_FRESH, _STALE = timedelta(hours=3, minutes=30), timedelta(hours=6)
"""Today is fetched every three hours, so up to that age nothing is wrong; see jobs rules."""

_WORDS = {
    SyncStatus.OK: ("ok", "잘 받고 있어요"),
    SyncStatus.UNAVAILABLE: ("warn", "연결되지 않았어요"),
    SyncStatus.BLOCKED: ("warn", "잠시 접속을 막았어요"),
    SyncStatus.CHANGED: ("error", "화면이 바뀌어 읽지 못했어요"),
    SyncStatus.SKIPPED: ("info", "이번에는 쉬었어요"),
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    key: str
    title: str
    channelsText: str
    kind: str
    statusText: str
    detailText: str
    lastText: str
    address: str
    isEnabled: bool
    spokenText: str


@dataclass(frozen=True, slots=True)
class BannerRow:
    """`key` names the trouble and when it began, so that a dismissed one returns when new."""

    key: str
    kind: str
    title: str
    help: str
    action: str


def source_rows(cards: Sequence[SourceCard], now: datetime) -> list[SourceRow]:
    return [_row(card, now) for card in cards]


def _row(card: SourceCard, now: datetime) -> SourceRow:
    state = card.state
    kind, words = ("info", "아직 받지 않았어요")
    if not card.enabled:
        kind, words = "info", "받지 않기로 했어요"
    elif state.status is not None:
        kind, words = _WORDS[state.status]
    last = moment_text(state.last_ok_at, now) if state.last_ok_at else "없음"
    retry = _retry_text(card, now)
    problem = state.error_code and state.status is not SyncStatus.OK
    detail = " · ".join(filter(None, (retry, f"코드 {state.error_code}" if problem else "")))
    channels = (
        ", ".join(card.channel_names) if len(card.channel_names) < 6 else "17개 채널 편성 안내"
    )
    return SourceRow(
        key=card.name,
        title=card.title,
        channelsText=channels or "U+콕 상품",
        kind=kind,
        statusText=words,
        detailText=detail,
        lastText=f"마지막으로 받은 때: {last}",
        address=card.base_url,
        isEnabled=card.enabled,
        spokenText=f"{card.title}, {words}, 마지막으로 받은 때 {last}",
    )


def _retry_text(card: SourceCard, now: datetime) -> str:
    retry_at = card.state.retry_at
    if not card.enabled or retry_at is None or retry_at <= now:
        return ""
    return f"{moment_text(retry_at, now)}에 다시 시도해요"


def freshness(newest: datetime | None, now: datetime) -> tuple[str, str]:
    """Return the kind (fresh, stale, old, never) and the words of the chip."""
    if newest is None:
        return "never", "아직 받지 않음"
    age = now - newest
    when = moment_text(newest, now)
    if age <= _FRESH:
        return "fresh", f"{when} 갱신"
    return ("stale", f"{when} 정보예요") if age <= _STALE else ("old", f"{when} 오래된 정보")


def banners(cards: Sequence[SourceCard], newest: datetime | None, now: datetime) -> list[BannerRow]:
    """Return what a shopper should know of the sources: at most one banner for each trouble."""
    troubled = [c for c in cards if c.enabled and _is_trouble(c)]
    if not troubled:
        return []
    offline = [c for c in troubled if c.state.error_code == "NET-01"]
    if offline and len(offline) == len([c for c in cards if c.enabled]):
        when = f"{moment_text(newest, now)}에 받은 정보로 보여 드려요." if newest else ""
        return [BannerRow("offline", "warn", "인터넷에 연결되지 않았어요.", when, "다시 시도")]
    return [_trouble(c, now) for c in troubled]


def _is_trouble(card: SourceCard) -> bool:
    return card.state.status in (
        SyncStatus.UNAVAILABLE,
        SyncStatus.BLOCKED,
        SyncStatus.CHANGED,
    )


def _trouble(card: SourceCard, now: datetime) -> BannerRow:
    state = card.state
    title, help_ = error_texts(state.error_code or "NET-02")
    last = state.last_ok_at
    since = f"마지막 정보({moment_text(last, now)})를 보여 드려요." if last else help_
    key = f"{card.name}:{state.error_code}"
    return BannerRow(key, "warn", f"{card.title}: {title}", since, "자세히")
