"""Which sources have fallen silent: a fresher one then owns the slots of that day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.reconciliation import SourceSlot

_OUTLIVED = timedelta(hours=13)
"""Longer than the longest planned pause between two looks at a day (12 hours, later days), so that
one failed look never changes the owner; today, looked at every 3 hours, four have failed."""

Aged = frozenset[tuple[str, "date"]]
"""Sources with a day on which they speak no longer for what is to come."""

NONE_AGED: Aged = frozenset()


def aged_sources(slots: Sequence[SourceSlot], ranks: Mapping[str, int], now: datetime) -> Aged:
    """Return (source, day) where a lesser source was heard much later than that source.

    Two sources are compared with one another, never with the clock: a machine that slept ages
    nobody. Days that are over keep their owner.
    """
    heard: dict[tuple[str, date], datetime] = {}
    for slot in slots:
        if slot.slot.starts_at is not None:
            key = (slot.source, korean_day(slot.slot.starts_at))
            heard[key] = max(slot.seen_at, heard.get(key, slot.seen_at))
    return frozenset(
        (source, day)
        for (source, day), at in heard.items()
        if day >= korean_day(now)
        and any(
            other_day == day
            and ranks.get(other, 99) > ranks.get(source, 99)
            and other_at - at > _OUTLIVED
            for (other, other_day), other_at in heard.items()
        )
    )
