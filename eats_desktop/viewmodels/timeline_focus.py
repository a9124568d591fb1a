"""Which broadcast of the timetable the keyboard is on: one stop that arrows move; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.viewmodels.timeline_layout import Slot, TimelineLayout

_FAR = 10_000


@dataclass(frozen=True, slots=True)
class Focus:
    """`minute` is kept while going up and down, so that the way back leads to the same place."""

    key: str = ""
    channel: str = ""
    minute: float = 0.0

    def on(self, layout: TimelineLayout, slot: Slot) -> Focus:
        """Go to a slot for its own sake: its start becomes the time to keep."""
        return Focus(slot.key, _channel(layout, slot), slot.x)

    def moved(self, layout: TimelineLayout, move: str, page: int) -> Focus:
        """Go where one of the keys leads; `page` is how many channels are in sight."""
        here = layout.find(self.key)
        if here is None:
            return self.settled(layout)
        steps = {"left": -1, "right": 1, "home": -_FAR, "end": _FAR}
        if move in steps:
            return self.on(layout, layout.beside(here, steps[move]))
        rows = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[move]
        there = layout.across(here, rows, self.minute)
        return replace(self, key=there.key, channel=_channel(layout, there))

    def settled(self, layout: TimelineLayout) -> Focus:
        """Stay on the broadcast; where it is gone, go to what is nearest on its channel."""
        here = layout.find(self.key)
        if here is not None:
            return self
        if not layout.rows:
            return replace(self, key="")
        row = next(
            (i for i, r in enumerate(layout.rows) if r.channel.channel_id == self.channel), 0
        )
        there = layout.nearest(row, self.minute)
        return replace(self, key=there.key, channel=_channel(layout, there))

    def at(self, layout: TimelineLayout, minute: float) -> Focus:
        """Go to what is nearest to `minute` on the same channel."""
        here = layout.find(self.settled(layout).key)
        there = here and layout.nearest(here.row, minute)
        return self if there is None else replace(self.on(layout, there), minute=minute)

    def among(self, layout: TimelineLayout, seen: Sequence[Slot]) -> Focus:
        """Stay if the broadcast is among those seen, else go to the first of them."""
        if not seen or any(slot.key == self.key for slot in seen):
            return self
        return self.on(layout, seen[0])


def _channel(layout: TimelineLayout, slot: Slot) -> str:
    return layout.rows[slot.row].channel.channel_id
