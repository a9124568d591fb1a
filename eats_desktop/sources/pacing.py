"""One request at a time per host, with a gap between, four at once in all, a budget per day."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import SourceRestingError
from eats_desktop.sources.breaker import Breaker

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime

    from eats_desktop.domain.clock import Clock

_AT_ONCE = 4
_JITTER_S = 0.75


class _Host:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0
        self.gap_s = 0.0
        self.breaker = Breaker()
        self.rest_until: datetime | None = None
        self.day: date | None = None
        self.asked = 0


class Pacer:
    """`wait` sleeps for seconds and raises when the program is closing.

    `host_budgets` are the smaller numbers of requests a day that single hosts are asked.
    """

    def __init__(
        self,
        clock: Clock,
        wait: Callable[[float], None],
        rng: random.Random,
        daily_budget: int,
        host_budgets: Mapping[str, int] | None = None,
    ) -> None:
        self._clock = clock
        self._wait = wait
        self._rng = rng
        self._budget = daily_budget
        self._budgets = host_budgets or {}
        self._global = threading.BoundedSemaphore(_AT_ONCE)
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, gap_s: float) -> Iterator[None]:
        """Hold the host for one request; of two gaps wanted for one host the longer holds.

        Raise SourceRestingError while it must be left alone.
        """
        state = self._host(host)
        with state.lock:
            self._require_open(state, host)
            self._spend(state, host)
            pause = state.free_at - self._clock.monotonic()
            if pause > 0:
                self._wait(pause)
            try:
                with self._global:
                    yield
            finally:
                state.gap_s = max(state.gap_s, gap_s)
                jitter = self._rng.uniform(0, _JITTER_S) if gap_s else 0.0
                state.free_at = self._clock.monotonic() + state.gap_s + jitter

    def succeeded(self, host: str) -> None:
        state = self._host(host)
        state.breaker = state.breaker.succeeded()

    def failed(self, host: str, *, refused: bool = False) -> None:
        state = self._host(host)
        state.breaker = state.breaker.failed(self._clock.now(), refused=refused)

    def asked_today(self, host: str) -> int:
        """Return how often the host was asked since Korean midnight or the program's start."""
        state = self._host(host)
        return state.asked if state.day == korean_day(self._clock.now()) else 0

    def budget(self, host: str) -> int:
        """Return how often a host may be asked in a day."""
        return min(self._budget, self._budgets.get(host, self._budget))

    def stop(self, host: str) -> None:
        """Leave the host alone from now on, for as long as its breaker says."""
        state = self._host(host)
        state.breaker = state.breaker.opened(self._clock.now())

    def rest(self, host: str, until: datetime) -> None:
        """Ask nothing before `until`: the host said so itself."""
        self._host(host).rest_until = until

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())

    def _require_open(self, state: _Host, host: str) -> None:
        now = self._clock.now()
        asked = state.rest_until
        if asked is not None and now < asked:
            raise SourceRestingError(f"{host}가 {asked:%H:%M}까지 쉬어 달라고 했어요", asked)
        until: datetime | None = state.breaker.blocked_until(now)
        if until is not None:
            raise SourceRestingError(f"{host}가 거듭 거절해서 {until:%H:%M}까지 쉬어요", until)

    def _spend(self, state: _Host, host: str) -> None:
        today = korean_day(self._clock.now())
        if state.day != today:
            state.day, state.asked = today, 0
        budget = self.budget(host)
        if state.asked >= budget:
            raise SourceRestingError(f"{host}에 오늘 물을 만큼 물었어요 ({budget}번)")
        state.asked += 1
