"""Notices sleep and clock jumps by comparing the wall clock with the monotonic one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.clock import Clock

_TOLERANCE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far wall time ran ahead of (or behind) the monotonic clock since the last beat.

    `passed` is monotonic: it goes on in sleep on Windows, where a long beat is the only sign.
    """

    jump: timedelta
    passed: timedelta

    @property
    def noticed(self) -> bool:
        return abs(self.jump) > _TOLERANCE or self.passed > _TOLERANCE


class Heartbeat:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wall: datetime = clock.now()
        self._steady = clock.monotonic()

    def beat(self) -> Gap:
        """Return the jump since the last beat; small drifts are not a jump."""
        wall, steady = self._clock.now(), self._clock.monotonic()
        passed = timedelta(seconds=steady - self._steady)
        gap = Gap((wall - self._wall) - passed, passed)
        self._wall, self._steady = wall, steady
        return gap
