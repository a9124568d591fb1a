"""Where a payment provider lies; without the libraries that ask it."""

from __future__ import annotations

from urllib.parse import urlsplit

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_loopback(base_url: str) -> bool:
    return urlsplit(base_url).hostname in _LOOPBACK
