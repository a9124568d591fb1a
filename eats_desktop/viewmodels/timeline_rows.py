"""What stands beside and over the painted timetable: channel heads and cells for readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from eats_desktop.viewmodels.timeline_table import TimelineTable

MOST_CELLS = 200


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """The empty item over a painted broadcast: for the keyboard and for screen readers."""

    key: str
    place: QRectF
    spokenText: str
    isCurrent: bool


@dataclass(frozen=True, slots=True)
class TimelineChannel:
    key: str
    name: str
    channelNo: str
    offset: float
    tall: float
    spokenText: str


def cell_rows(table: TimelineTable, part: QRectF, current: str) -> list[TimelineCell]:
    """Return cells for what is in `part`, as many as a window can bear, and for `current`."""
    slots = table.nearest(part, MOST_CELLS, current)
    return [
        TimelineCell(s.key, table.place(s), table.cards[s.key].spokenText, s.key == current)
        for s in slots
    ]


def channel_rows(table: TimelineTable) -> list[TimelineChannel]:
    return [
        TimelineChannel(
            key=row.channel.channel_id,
            name=row.channel.name,
            channelNo=str(row.channel.channel_no),
            offset=row.lane * table.lane,
            tall=row.lanes * table.lane,
            spokenText=f"{row.channel.name} {row.channel.channel_no}번, 방송 {len(row.slots)}개",
        )
        for row in table.layout.rows
    ]


def hint_text(table: TimelineTable, key: str) -> str:
    """Return all of what a card may have had no room for; "" when there is no such card."""
    card = table.cards.get(key)
    if card is None:
        return ""
    parts = (f"{card.timeText} · {card.stateText}", card.title, card.priceText, card.noteText)
    return "\n".join(part for part in parts if part)
