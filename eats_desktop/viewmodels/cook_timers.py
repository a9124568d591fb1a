"""Kitchen clocks: several at once, each counts down from a step's minutes, pauses and goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_SECOND = timedelta(seconds=1)
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class CookTimer:
    """`key` names a step of a recipe. It runs until `ends_at`, or stands still with `left`.

    Wall-clock time, so that a computer that slept still knows when the pot was done.
    """

    key: str
    title: str
    step: int
    length: timedelta
    left: timedelta
    ends_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        return self.ends_at is not None

    @property
    def is_done(self) -> bool:
        return self.ends_at is None and self.left <= timedelta()

    def remaining(self, now: datetime) -> timedelta:
        """Return what is to go, never less than nothing."""
        left = self.left if self.ends_at is None else self.ends_at - now
        return max(left, timedelta())

    def start(self, now: datetime) -> CookTimer:
        """Run from where it stands; one that is done runs its whole length again."""
        left = self.length if self.is_done else self.left
        return self if self.is_running else replace(self, left=left, ends_at=now + left)

    def pause(self, now: datetime) -> CookTimer:
        return replace(self, left=self.remaining(now), ends_at=None) if self.is_running else self

    def finish(self) -> CookTimer:
        return replace(self, left=timedelta(), ends_at=None)

    def longer(self, by: timedelta, now: datetime) -> CookTimer:
        """Add time to what is to go; one that was done runs again for as long."""
        if self.is_running and self.ends_at is not None:
            return replace(self, ends_at=self.ends_at + by)
        left = self.remaining(now) + by
        return replace(self, left=left, ends_at=now + left if self.is_done else None)


@dataclass(frozen=True, slots=True)
class TimerRow:
    """`kind` is running, paused or done; `share` how much of it has gone by."""

    key: str
    kind: str
    label: str
    leftText: str
    share: float
    spokenText: str


_WORDS = {"running": "남았어요", "paused": "멈춤", "done": "끝났어요"}


def timer_row(timer: CookTimer, now: datetime, *, names: bool) -> TimerRow:
    """`names` tells that the label names the dish: another one is cooked now."""
    kind = "done" if timer.is_done else "running" if timer.is_running else "paused"
    left = timer.remaining(now)
    label = f"{timer.title} {timer.step}단계" if names else f"{timer.step}단계"
    text = "끝났어요" if kind == "done" else clock_text(left)
    share = 1 - (-(-left // _SECOND) * _SECOND) / timer.length
    said = (
        f"{label} 타이머, {spoken_span(left)} {_WORDS[kind]}"
        if left
        else f"{label} 타이머, 끝났어요"
    )
    return TimerRow(timer.key, kind, label, text, min(max(share, 0.0), 1.0), said)


def clock_text(left: timedelta) -> str:
    """Write time to go as a clock does, seconds rounded up: 4:05, 1:20:00."""
    seconds = -(-left // _SECOND)
    hours, rest = divmod(seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def spoken_span(left: timedelta) -> str:
    seconds = -(-left // _SECOND)
    minutes, seconds = divmod(seconds, _MINUTE)
    parts = (f"{minutes}분" if minutes else "", f"{seconds}초" if seconds else "")
    return " ".join(part for part in parts if part) or "0초"
