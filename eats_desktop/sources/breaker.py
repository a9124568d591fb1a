"""Stops asking a host that fails: a small machine per host, without clock or network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

_FAILURES_TO_OPEN = 5
_REFUSALS_TO_OPEN = 2
_FIRST_PAUSE = timedelta(minutes=30)
_LONGEST_PAUSE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Breaker:
    """Closed while `open_until` is None or past; then one request (half-open) decides.

    Five failures or two refusals (401, 403) in a row open it for 30 minutes; a failure while
    half-open doubles the pause, up to six hours (sources document, part 11).
    """

    failures: int = 0
    refusals: int = 0
    pause: timedelta = _FIRST_PAUSE
    open_until: datetime | None = None

    def blocked_until(self, now: datetime) -> datetime | None:
        """Return until when nothing may be asked, None when asking is allowed."""
        if self.open_until is not None and now < self.open_until:
            return self.open_until
        return None

    def succeeded(self) -> Breaker:
        return Breaker()

    def opened(self, now: datetime) -> Breaker:
        """Open at once: the site showed that it does not want to be asked."""
        return replace(self, open_until=now + self.pause)

    def failed(self, now: datetime, *, refused: bool) -> Breaker:
        failures = self.failures + 1
        refusals = self.refusals + 1 if refused else 0
        if self.open_until is not None:
            pause = min(self.pause * 2, _LONGEST_PAUSE)
            return Breaker(failures, refusals, pause, now + pause)
        if failures >= _FAILURES_TO_OPEN or refusals >= _REFUSALS_TO_OPEN:
            return replace(self, failures=failures, refusals=refusals, open_until=now + self.pause)
        return replace(self, failures=failures, refusals=refusals)
