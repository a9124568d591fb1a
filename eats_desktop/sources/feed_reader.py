"""Reads a schedule feed as it comes: one channel's day at a time, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import InputError
from eats_desktop.sources.feed_format import (
    FORMAT,
    VERSION,
    ChannelDay,
    DayLine,
    Header,
    LineError,
    ProductLine,
    Shelf,
    ShelfLine,
    SlotLine,
    validated,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import BinaryIO

_LONGEST_LINE = 1 << 20
_REASONS_KEPT = 200


@dataclass(slots=True)
class FeedReport:
    """What of a feed was used and what not.

    `bad` counts lines that could not be used, `refused` names the channel days and shelves left out
    for them; of either the first 200 come with a reason.
    """

    feed: str = ""
    producer: str = ""
    made_at: str = ""
    lines: int = 0
    days: int = 0
    slots: int = 0
    products: int = 0
    bad: int = 0
    reasons: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    changes: dict[str, int] = field(default_factory=dict)

    def reject(self, line: int, reason: str) -> None:
        self.bad += 1
        if len(self.reasons) < _REASONS_KEPT:
            self.reasons.append(f"{line}번째 줄: {reason}")

    def refuse(self, label: str, reason: str) -> None:
        if len(self.refused) < _REASONS_KEPT:
            self.refused.append(f"{label}: {reason}")

    def count(self, changes: Mapping[str, int]) -> None:
        """Add what became of broadcasts and products, by kind of change."""
        for kind, number in changes.items():
            self.changes[kind] = self.changes.get(kind, 0) + number

    @property
    def worst(self) -> str:
        """The first thing that is wrong, in words; "" when nothing is."""
        more = f" (모두 {self.bad}줄)" if self.bad > 1 else ""
        return f"{self.reasons[0]}{more}" if self.reasons else next(iter(self.refused), "")


@dataclass(slots=True)
class _Open:
    """A channel day or a shelf whose lines are being read; `wrong` when one was no good."""

    head: DayLine | ShelfLine
    line: int
    seen: int = 0
    wrong: bool = False
    slots: list[SlotLine] = field(default_factory=list)
    products: list[ProductLine] = field(default_factory=list)

    @property
    def label(self) -> str:
        if isinstance(self.head, DayLine):
            return f"{self.head.channel} {self.head.day:%Y-%m-%d}"
        return f"shelf {self.head.category}"

    @property
    def expected(self) -> int:
        return self.head.slots if isinstance(self.head, DayLine) else self.head.products


class FeedReader:
    """Reads the header at once, the rest while iterated; fills `report` on the way.

    Holds no more than one channel's day. InputError when it is no feed, or one of a newer format.
    """

    def __init__(self, stream: BinaryIO, channels: Collection[str], label: str = "") -> None:
        self._stream = stream
        self._channels = channels
        self._number = 0
        self._known: set[str] = set()
        self.report = FeedReport(feed=label)
        self.header = self._header()
        self.report.producer = self.header.producer
        self.report.made_at = self.header.made_at.isoformat()

    def _header(self) -> Header:
        raw = self._next_line()
        try:
            header = validated(Header, raw or b"")
        except LineError as exc:
            raise InputError(f"{FORMAT} 편성 피드가 아니에요: 첫 줄의 {exc}") from exc
        if header.version > VERSION:
            raise InputError(f"더 새로운 꼴의 편성 피드예요: {header.version}판")
        return header

    def __iter__(self) -> Iterator[ChannelDay | Shelf]:
        block: _Open | None = None
        while (raw := self._next_line()) is not None:
            if not raw.strip():
                continue
            kind = self._kind(raw)
            if kind in ("day", "shelf"):
                yield from self._closed(block)
                block = self._opened(kind, raw)
            elif kind is not None:
                self._add(block, kind, raw)
            elif block is not None:
                block.wrong = True
                block.seen += 1
        yield from self._closed(block)

    def _next_line(self) -> bytes | None:
        """Return the next line, None at the end; what is too long is no line and is skipped."""
        raw = self._stream.readline(_LONGEST_LINE + 1)
        if not raw:
            return None
        self._number += 1
        self.report.lines += 1
        if len(raw) > _LONGEST_LINE and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = self._stream.readline(_LONGEST_LINE)
            return b"(too long)"
        return raw.removeprefix(b"\xef\xbb\xbf") if self._number == 1 else raw

    def _kind(self, raw: bytes) -> str | None:
        try:
            document = json.loads(raw)
        except (ValueError, RecursionError):
            self.report.reject(self._number, "JSON이 아니거나 너무 긴 줄이에요")
            return None
        kind = document.get("type") if isinstance(document, dict) else None
        if kind in ("day", "slot", "shelf", "product"):
            return str(kind)
        self.report.reject(self._number, "모르는 줄이에요 (type)")
        return None

    def _opened(self, kind: str, raw: bytes) -> _Open | None:
        try:
            head = validated(DayLine, raw) if kind == "day" else validated(ShelfLine, raw)
        except LineError as exc:
            self.report.reject(self._number, str(exc))
            return None
        return _Open(head, self._number)

    def _add(self, block: _Open | None, kind: str, raw: bytes) -> None:
        wanted = "slot" if block is not None and isinstance(block.head, DayLine) else "product"
        if block is None or kind != wanted:
            self.report.reject(self._number, "제 하루나 진열대 아래에 있지 않은 줄이에요")
            return
        block.seen += 1
        try:
            if isinstance(block.head, DayLine):
                self._add_slot(block, block.head, validated(SlotLine, raw))
            else:
                block.products.append(validated(ProductLine, raw))
        except LineError as exc:
            block.wrong = True
            self.report.reject(self._number, str(exc))

    def _add_slot(self, block: _Open, head: DayLine, slot: SlotLine) -> None:
        if korean_day(slot.starts_at) != head.day:
            raise LineError("starts_at이 이 하루의 시각이 아니에요")
        if any((slot.starts_at, slot.lineup) == (s.starts_at, s.lineup) for s in block.slots):
            raise LineError("같은 시각의 방송이 또 있어요")
        block.slots.append(slot)

    def _closed(self, block: _Open | None) -> Iterator[ChannelDay | Shelf]:
        """Yield a block that is whole; say why one is not."""
        if block is None:
            return
        reason = self._fault(block)
        if reason:
            self.report.refuse(block.label, reason)
            return
        self._known.add(block.label)
        if isinstance(block.head, DayLine):
            channel_id = block.head.channel
            slots = tuple(slot.listing(channel_id) for slot in block.slots)
            yield ChannelDay(channel_id, block.head.day, slots, block.line)
        else:
            products = tuple(product.listing() for product in block.products)
            yield Shelf(block.head.category, products, block.line)

    def _fault(self, block: _Open) -> str:
        if isinstance(block.head, DayLine) and block.head.channel not in self._channels:
            self.report.reject(block.line, f"모르는 채널이에요: {block.head.channel[:40]}")
            return "모르는 채널이에요"
        if block.wrong:
            return "쓸 수 없는 줄이 있어 통째로 쓰지 않았어요"
        if block.seen != block.expected:
            self.report.reject(block.line, f"{block.expected}줄이 온다더니 {block.seen}줄이 왔어요")
            return "줄 수가 맞지 않아 통째로 쓰지 않았어요"
        if block.label in self._known:
            self.report.reject(block.line, "이 피드에 이미 나온 것이에요")
            return "두 번 나왔어요"
        return ""
