"""Which broadcasts of a day are shown: by channel and by time of day; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from eats_desktop.domain.schedule import Broadcast, Channel
    from eats_desktop.domain.sync_report import ChannelCoverage

PARTS = {
    "": ("하루", 0, 24),
    "night": ("새벽", 0, 6),
    "morning": ("아침", 6, 12),
    "noon": ("낮", 12, 18),
    "evening": ("저녁", 18, 24),
}
"""Parts of the day: name and hours [from, to)."""


@dataclass(frozen=True, slots=True)
class ChannelRow:
    key: str
    name: str
    channelNo: str
    countText: str
    isOn: bool
    hasData: bool
    spokenText: str


@dataclass(frozen=True, slots=True)
class PartRow:
    key: str
    name: str
    isOn: bool


@dataclass(frozen=True, slots=True)
class ScheduleFilter:
    """Empty `channels` means all of them."""

    channels: frozenset[str] = field(default_factory=frozenset)
    part: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.channels and not self.part

    def of(self, day: date, broadcasts: Iterable[Broadcast]) -> list[Broadcast]:
        """Return what lies at least partly in the wanted hours of `day` on the wanted channels."""
        _name, first, last = PARTS[self.part]
        begins = day_start(day) + timedelta(hours=first)
        ends = day_start(day) + timedelta(hours=last)
        return [b for b in broadcasts if self._wants(b, begins, ends)]

    def _wants(self, broadcast: Broadcast, begins: datetime, ends: datetime) -> bool:
        if self.channels and broadcast.id.channel_id not in self.channels:
            return False
        return broadcast.starts_at < ends and begins < broadcast.ends_at


def part_rows(chosen: ScheduleFilter) -> list[PartRow]:
    return [PartRow(key, name, key == chosen.part) for key, (name, _a, _b) in PARTS.items()]


def channel_rows(
    channels: Iterable[Channel], coverage: Iterable[ChannelCoverage], chosen: ScheduleFilter
) -> list[ChannelRow]:
    known = {item.channel_id: item for item in coverage}
    rows = [_channel_row(c, known.get(c.channel_id), chosen) for c in channels]
    return sorted(rows, key=lambda row: (not row.hasData, int(row.channelNo)))


def _channel_row(
    channel: Channel, coverage: ChannelCoverage | None, chosen: ScheduleFilter
) -> ChannelRow:
    count = coverage.food_count if coverage else 0
    fetched = coverage is not None and coverage.fetched_at is not None
    words = f"{count}개" if fetched else "받은 정보 없음"
    return ChannelRow(
        key=channel.channel_id,
        name=channel.name,
        channelNo=str(channel.channel_no),
        countText=words,
        isOn=channel.channel_id in chosen.channels,
        hasData=count > 0,
        spokenText=f"{channel.name} {channel.channel_no}번, {words}",
    )
