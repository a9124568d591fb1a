"""robots.txt, read once a day per host and obeyed (RFC 9309)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from protego import Protego

if TYPE_CHECKING:
    from collections.abc import Callable

_FRESH = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class _Rules:
    protego: Protego
    fetched_at: datetime


class Robots:
    """`fetch` returns the text of a base address' robots.txt, None where there is none (4xx).

    What it raises (no answer, 5xx) passes through: without an answer nothing is asked.
    """

    def __init__(self, fetch: Callable[[str], str | None], agent: str) -> None:
        self._fetch = fetch
        self._agent = agent
        self._lock = threading.Lock()
        self._rules: dict[str, _Rules] = {}

    def allows(self, base_url: str, url: str, now: datetime) -> bool:
        rules = self._rules.get(base_url)
        if rules is None or now - rules.fetched_at >= _FRESH:
            text = self._fetch(base_url)
            rules = _Rules(Protego.parse(text or ""), now)
            with self._lock:
                self._rules[base_url] = rules
        return bool(rules.protego.can_fetch(url, self._agent))
