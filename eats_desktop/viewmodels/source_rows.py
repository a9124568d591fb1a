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

_NO_DATA = "아직 이 출처에서 받은 정보가 없어요."
_PROMISING = ("NET-01", "SRC-01", "SRC-02")
"""The help of these speaks of data fetched before, which may not be there."""

_OTHERWISE = "나머지 정보는 그대로 보여 드려요."

_NAMED = 5
"""So many channels are named; of more only the number is said."""

_WORDS = {
    SyncStatus.OK: ("ok", "잘 받고 있어요"),
    SyncStatus.UNAVAILABLE: ("warn", "연결되지 않았어요"),
    SyncStatus.BLOCKED: ("warn", "잠시 접속을 막았어요"),
    SyncStatus.CHANGED: ("error", "화면이 바뀌어 읽지 못했어요"),
    SyncStatus.SKIPPED: ("info", "이번에는 쉬었어요"),
}
_DOUBTED = ("error", "받은 정보가 이상해서 쓰지 않았어요")
"""A page that could be read and was not believed (SRC-02)."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    key: str
    title: str
    channelsText: str
    kind: str
    statusText: str
    detailText: str
    helpText: str
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
        kind, words = _DOUBTED if state.error_code == "SRC-02" else _WORDS[state.status]
    caution = _caution(card)
    if caution:
        kind, words = "warn", "받았지만 살펴볼 점이 있어요"
    last = moment_text(state.last_ok_at, now) if state.last_ok_at else "없음"
    retry = _retry_text(card, now)
    code = state.error_code if caution or (card.enabled and _is_trouble(card)) else ""
    detail = " · ".join(filter(None, (retry, f"코드 {code}" if code else "")))
    return SourceRow(
        key=card.name,
        title=card.title,
        channelsText=_channels_text(card.channel_names),
        kind=kind,
        statusText=words,
        detailText=detail,
        helpText=f"{caution}. {_OTHERWISE}" if caution else _help_text(card, code),
        lastText=f"마지막으로 받은 때: {last}",
        address=card.base_url,
        isEnabled=card.enabled,
        spokenText=", ".join(
            filter(None, (card.title, words, caution, f"마지막으로 받은 때 {last}", retry))
        ),
    )


def _caution(card: SourceCard) -> str:
    """Return what is odd about data that was believed nevertheless; "" when nothing is."""
    state = card.state
    return state.message if card.enabled and state.status is SyncStatus.OK else ""


def _channels_text(names: Sequence[str]) -> str:
    if not names:
        return "U+콕 상품"
    number = f"채널 {len(names)}개"
    return f"{number} · {', '.join(names)}" if len(names) <= _NAMED else f"{number}의 편성 안내"


def _help_text(card: SourceCard, code: str) -> str:
    """Say what a failure means for what is on screen; "" when all is well."""
    if not code:
        return ""
    kept = "받아 둔 정보는 지우지 않고 그대로 보여 드려요."
    return kept if card.state.last_ok_at else _NO_DATA


def _retry_text(card: SourceCard, now: datetime) -> str:
    retry_at = card.state.retry_at
    if not card.enabled or retry_at is None or retry_at <= now:
        return ""
    return f"{moment_text(retry_at, now)}에 다시 시도해요"


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


def banners(cards: Sequence[SourceCard], newest: datetime | None, now: datetime) -> list[BannerRow]:
    """Return what a shopper should know of the sources: at most one banner for each trouble."""
    asked = [c for c in cards if c.enabled]
    troubled = [c for c in asked if _is_trouble(c)]
    if len(troubled) == len(asked) and _looks_offline(troubled):
        when = f"{moment_text(newest, now)}에 받은 정보로 보여 드려요." if newest else ""
        return [BannerRow("offline", "warn", "인터넷에 연결되지 않았어요.", when, "다시 시도")]
    return [_trouble(c, now) for c in troubled]


def _looks_offline(troubled: Sequence[SourceCard]) -> bool:
    """Sites that cannot be reached for long are left alone, so they end as blocked (NET-04)."""
    codes = {card.state.error_code for card in troubled}
    return "NET-01" in codes and codes <= {"NET-01", "NET-04"}


def _is_trouble(card: SourceCard) -> bool:
    return card.state.status in (
        SyncStatus.UNAVAILABLE,
        SyncStatus.BLOCKED,
        SyncStatus.CHANGED,
    )


def _trouble(card: SourceCard, now: datetime) -> BannerRow:
    state = card.state
    code = state.error_code or "NET-02"
    title, help_ = error_texts(code)
    last = state.last_ok_at
    without = _NO_DATA if code in _PROMISING else help_
    since = f"마지막 정보({moment_text(last, now)})를 보여 드려요." if last else without
    key = f"{card.name}:{state.error_code}"
    return BannerRow(key, "warn", f"{card.title}: {title}", since, "자세히")
