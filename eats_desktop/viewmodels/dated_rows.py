"""Broadcasts in lists that span days: their hours say which day is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.viewmodels.cards import BroadcastRow, broadcast_row
from eats_desktop.viewmodels.texts import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId

_NEAR = {-1: "어제", 0: "오늘", 1: "내일"}


def near_day(instant: datetime, now: datetime) -> str:
    """Write the day of an instant: 어제, 오늘, 내일, else its date."""
    local = instant.astimezone(KST)
    days = (korean_day(instant) - korean_day(now)).days
    return _NEAR.get(days, f"{local.month}/{local.day}({WEEKDAYS[local.weekday()]})")


def dated_row(broadcast: Broadcast, now: datetime, wished: Collection[BroadcastId]) -> BroadcastRow:
    """Write a broadcast with its day before its hours, for the eye and for the ear."""
    row = broadcast_row(broadcast, now, wished)
    day = near_day(broadcast.starts_at, now)
    return replace(row, timeText=f"{day} {row.timeText}", spokenText=f"{day}, {row.spokenText}")
