"""Time as the program sees it: an aware wall clock in Korea and a monotonic one."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

KST = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul; Korea has had no daylight saving time since 1988."""


class Clock(Protocol):
    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(KST)

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass
class ManualClock:
    """A clock that stands still until it is moved (`--now`, demonstrations, tests)."""

    instant: datetime
    seconds: float = field(default=0.0)

    def now(self) -> datetime:
        return self.instant.astimezone(KST)

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, by: timedelta) -> None:
        self.instant += by
        self.seconds += by.total_seconds()


def korean_day(instant: datetime) -> date:
    """Return the calendar day in Korea that `instant` falls on."""
    return instant.astimezone(KST).date()


def day_start(day: date) -> datetime:
    """Return 00:00 in Korea of `day`."""
    return datetime(day.year, day.month, day.day, tzinfo=KST)
