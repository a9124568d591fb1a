"""Tells in the inbox that a channel's schedule is no longer renewed, and that it is again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.events import InboxChanged
from eats_desktop.domain.reminder import InboxDraft, InboxKind
from eats_desktop.domain.sync_report import SyncStatus
from eats_desktop.notifications import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.reminder import InboxItem, Reminder
    from eats_desktop.services.source_service import SourceCard, SourceService

_NO_NETWORK = ("NET-01", "NET-03")
_PATIENCE = timedelta(hours=6)
"""A site that only does not answer may do so at one of the next two tries."""

_ONE_BY_ONE = 2
"""So many channels of one source are told each for itself; more of them in one line."""


class Inbox(Protocol):
    def deliver(
        self, drafts: Sequence[InboxDraft], marks: Sequence[Reminder], at: datetime
    ) -> tuple[InboxItem, ...]: ...

    def last_key(self, prefix: str) -> str | None: ...


class SourceNotices:
    """For the writer thread. Quiet: the inbox only, at most one line for a channel and day."""

    def __init__(
        self, sources: SourceService, inbox: Inbox, clock: Clock, publish: Callable[[Event], None]
    ) -> None:
        self._sources = sources
        self._inbox = inbox
        self._clock = clock
        self._publish = publish

    def tell(self) -> int:
        """Tell what is new since the last time; return how many lines."""
        cards = [card for card in self._sources.cards() if card.enabled]
        drafts = [draft for card in cards for draft in self._of(card, cards)]
        arrived = self._inbox.deliver(drafts, (), self._clock.now())
        if arrived:
            self._publish(InboxChanged(arrived, quiet=True))
        return len(arrived)

    def _of(self, card: SourceCard, cards: Sequence[SourceCard]) -> Iterator[InboxDraft]:
        if card.state.status is SyncStatus.OK:
            told = self._inbox.last_key(_key(card, ""))
            if told is not None:
                yield _recovered(card, told)
        elif card.state.paused_at is not None:
            yield _paused(card, card.state.paused_at)
        elif self._is_worth_telling(card):
            yield from self._failing(card, cards)

    def _is_worth_telling(self, card: SourceCard) -> bool:
        state = card.state
        if not state.is_failing or state.error_code in _NO_NETWORK:
            return False
        if state.status is not SyncStatus.UNAVAILABLE or state.last_ok_at is None:
            return True
        return self._clock.now() - state.last_ok_at >= _PATIENCE

    def _failing(self, card: SourceCard, cards: Sequence[SourceCard]) -> Iterator[InboxDraft]:
        """Name the channels whose best source this is and that its last run did not renew."""
        day = f"{korean_day(self._clock.now()):%Y%m%d}"
        if not card.channel_ids:
            yield _failed(f"{card.title} 상품을", card.state.last_ok_at, _key(card, f"*:{day}"))
            return
        named = dict(zip(card.channel_ids, card.channel_names, strict=True))
        lost = [c for c in named if _best(c, cards) is card and not _was_renewed(card, c)]
        if len(lost) > _ONE_BY_ONE:
            title = f"{card.title}: 채널 {len(lost)}개의 편성을"
            yield _failed(title, card.state.last_ok_at, _key(card, f"*:{day}"))
            return
        for channel in lost:
            key = _key(card, f"{channel}:{day}")
            last = card.newest(channel) or card.state.last_ok_at
            yield _failed(f"{named[channel]} 편성을", last, key)


def _best(channel: str, cards: Sequence[SourceCard]) -> SourceCard:
    return min((c for c in cards if channel in c.channel_ids), key=lambda card: card.rank)


def _was_renewed(card: SourceCard, channel: str) -> bool:
    newest, tried = card.newest(channel), card.state.last_attempt_at
    return newest is not None and tried is not None and newest >= tried


def _key(card: SourceCard, rest: str) -> str:
    return f"source:{card.name}:{rest}"


def _failed(what: str, last: datetime | None, key: str) -> InboxDraft:
    known = "아직 받은 것이 없어요."
    if last is not None:
        known = f"마지막으로 받은 때 {wording.clock(last)}. 받아 둔 정보는 그대로 보여 드려요."
    return InboxDraft(InboxKind.SOURCE, f"{what} 새로 받지 못하고 있어요", known, "", key)


def _paused(card: SourceCard, since: datetime) -> InboxDraft:
    return InboxDraft(
        InboxKind.SOURCE,
        f"{card.title}에서 받기를 잠시 껐어요",
        "세 번 거듭 읽지 못했어요. 하루에 한 번 살펴보고, 되면 스스로 다시 받아요.",
        "",
        _key(card, f"off:{int(since.timestamp())}"),
    )


def _recovered(card: SourceCard, told: str) -> InboxDraft:
    return InboxDraft(
        InboxKind.SOURCE,
        f"{card.title}: 다시 받아요",
        "새 정보를 잘 받고 있어요.",
        "",
        f"source-ok:{told}",
    )
