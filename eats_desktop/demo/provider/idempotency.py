"""Answers kept by key: asked again with the same key, the provider gives the first answer."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.provider.refusals import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LONGEST = 300
KEPT = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a JSON text."""

    status: int
    body: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What tells one use of a key from another; the body does not count."""

    key: str
    api_key: str
    url: str
    method: str


@dataclass(slots=True)
class _Kept:
    since: datetime
    answer: Answer | None = None


class Idempotency:
    """A key is taken by `begin` and in progress until its answer is kept."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._kept: dict[Scope, _Kept] = {}
        self._lock = threading.Lock()
        self.replayed = 0

    def begin(self, scope: Scope) -> Answer | None:
        """Return the first answer; None when this is the first use, which then is in progress."""
        if not 0 < len(scope.key) <= LONGEST:
            raise RefusalError("INVALID_IDEMPOTENCY_KEY")
        with self._lock:
            kept = self._kept.get(scope)
            if kept is None or self._now() - kept.since >= KEPT:
                self._kept[scope] = _Kept(self._now())
                return None
            if kept.answer is None:
                raise RefusalError("IDEMPOTENT_REQUEST_PROCESSING")
            self.replayed += 1
            return kept.answer

    def keep(self, scope: Scope, answer: Answer) -> None:
        with self._lock:
            self._kept[scope].answer = answer
