"""The sources of data (데이터 출처) line by line as the settings screen shows them; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.sync_report import SyncStatus
from eats_desktop.services.source_service import SourceGroup
from eats_desktop.viewmodels.source_rows import NO_DATA
from eats_desktop.viewmodels.texts import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.services.source_service import SourceCard

_STALE = timedelta(hours=6)
_STALE_MALL = timedelta(hours=36)
"""A mall is asked once a day."""

_KEPT = "받아 둔 정보는 지우지 않고 그대로 보여 드려요."
_OTHERWISE = "나머지 정보는 그대로 보여 드려요."
_NAMED = 5
"""So many channels are named; of more only the number is said."""

_TITLES = {
    SourceGroup.FEED: "가져오기",
    SourceGroup.SELLER: "방송사",
    SourceGroup.GUIDE: "편성 안내",
    SourceGroup.MALL: "몰",
}
_LAMPS = {
    "ok": "좋음",
    "warn": "낡음",
    "doubt": "주의",
    "error": "문제",
    "off": "꺼짐",
    "info": "아직",
}
_REASONS = {
    SyncStatus.UNAVAILABLE: "사이트에서 답이 없어요",
    SyncStatus.BLOCKED: "사이트가 잠시 접속을 막았어요",
    SyncStatus.CHANGED: "사이트 화면이 바뀌어 읽지 못했어요",
}
_BY_CODE = {
    "NET-01": "인터넷에 연결되지 않았어요",
    "NET-03": "안전한 연결을 확인하지 못했어요",
    "SRC-02": "받은 정보가 이상해서 쓰지 않았어요",
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """`kind` picks icon and colour of the lamp, `lampText` is its word; "" where nothing to say."""

    key: str
    groupText: str
    title: str
    channelsText: str
    kind: str
    lampText: str
    statusText: str
    helpText: str
    lastText: str
    coverageText: str
    trialText: str
    overrideText: str
    address: str
    versionText: str
    countText: str
    detailText: str
    isEnabled: bool
    isPaused: bool
    spokenText: str


def source_rows(cards: Sequence[SourceCard], now: datetime) -> list[SourceRow]:
    """Return the lines in the order of their groups; the first of a group carries its title."""
    order = list(_TITLES)
    rows: list[SourceRow] = []
    last = None
    for card in sorted(cards, key=lambda c: order.index(c.group)):
        rows.append(_row(card, now, "" if card.group is last else _TITLES[card.group]))
        last = card.group
    return rows


def _row(card: SourceCard, now: datetime, group: str) -> SourceRow:
    state = card.state
    kind, words, help_ = _judged(card, now)
    last = moment_text(state.last_ok_at, now) if state.last_ok_at else "없음"
    retry = _retry_text(card, now)
    coverage = _coverage_text(card)
    lamp = _LAMPS[kind]
    spoken = (card.title, lamp, words, help_, f"마지막으로 받은 때 {last}", coverage, retry)
    return SourceRow(
        key=card.name,
        groupText=group,
        title=card.title,
        channelsText=_channels_text(card.channel_names),
        kind="warn" if kind == "doubt" else kind,
        lampText=lamp,
        statusText=words,
        helpText=" ".join(filter(None, (help_, f"{retry}." if retry else ""))),
        lastText=f"마지막으로 받은 때: {last}",
        coverageText=coverage,
        trialText="시험 중" if card.experimental else "",
        overrideText=f"가게에서 바꾼 값: {', '.join(card.overridden)}" if card.overridden else "",
        address=card.base_url,
        versionText=f"읽는 방법 {card.version}판",
        countText=f"오늘 {card.requests_today}번 물었어요",
        detailText=_detail_text(card),
        isEnabled=card.enabled,
        isPaused=card.enabled and state.paused_at is not None,
        spokenText=", ".join(filter(None, spoken)),
    )


def _judged(card: SourceCard, now: datetime) -> tuple[str, str, str]:
    """Return the lamp, the sentence beside it and what that means; no code in either."""
    state = card.state
    kept = _KEPT if state.last_ok_at else NO_DATA
    if not card.enabled:
        return "off", "받지 않기로 했어요", ""
    if state.paused_at is not None:
        return "off", "세 번 거듭 읽지 못해 잠시 껐어요", f"하루에 한 번 스스로 살펴봐요. {kept}"
    if state.status is None:
        return "info", "아직 받지 않았어요", ""
    if state.is_failing:
        return "error", _BY_CODE.get(state.error_code, _REASONS[state.status]), kept
    if state.last_ok_at is not None and now - state.last_ok_at > _limit(card):
        return "warn", "받은 지 오래됐어요", kept
    if state.message:
        return "doubt", "받았지만 살펴볼 점이 있어요", f"{state.message}. {_OTHERWISE}"
    return "ok", "잘 받고 있어요", ""


def _limit(card: SourceCard) -> timedelta:
    return _STALE if card.channel_ids else _STALE_MALL


def _coverage_text(card: SourceCard) -> str:
    """Say how many of the next days of its channels are there."""
    if not card.enabled or not card.expected:
        return ""
    known = len({(d.channel_id, d.day) for d in card.days if d.fetched_at is not None})
    days = card.expected // len(card.channel_ids)
    if known >= card.expected:
        return f"앞으로 {days}일 편성을 다 받았어요"
    return f"앞으로 {days}일의 하루 편성 {card.expected}개 가운데 {known}개를 받았어요"


def _detail_text(card: SourceCard) -> str:
    """Return code and finding for whoever mends the program."""
    state = card.state
    if not state.error_code:
        return ""
    return " · ".join(filter(None, (f"코드 {state.error_code}", state.message)))


def _channels_text(names: Sequence[str]) -> str:
    if not names:
        return "상품 목록"
    number = f"채널 {len(names)}개"
    return f"{number} · {', '.join(names)}" if len(names) <= _NAMED else f"{number}의 편성 안내"


def _retry_text(card: SourceCard, now: datetime) -> str:
    retry_at = card.state.retry_at
    if not card.enabled or retry_at is None or retry_at <= now:
        return ""
    return f"{moment_text(retry_at, now)}에 다시 시도해요"
