"""Product photos of the sellers: from disk, else from the seller's own image host, else none."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from eats_desktop.domain.errors import SourceChangedError, SourceError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.sources.photo_cache import CacheSize, PhotoCache
    from eats_desktop.sources.photo_fetcher import PhotoFetcher

PHOTO_HOSTS: Mapping[str, tuple[str, ...]] = {
    "hmall": ("image.hmall.com",),
    "hnsmall": ("image.hnsmall.com",),
    "nsmall": ("product-image.prod-nsmall.com",),
    "lotteimall": ("image.lotteimall.com",),
    "kshop": ("imgs.kshop.co.kr",),
    "gongyoung": ("img.publichs.com",),
    "gsshop": ("image.gsshop.com",),
    "shinsegae": ("image.shinsegaetvshopping.com",),
    "skstoa": ("image.skstoa.com",),
    "wshopping": ("img.w-shopping.co.kr",),
    "shoppingnt": ("img.shoppingntmall.com",),
    "kok": ("d-img.picnique.co.kr",),
}
"""Where each source keeps its photos; nothing else is ever asked for one."""

RECIPE_PHOTO_HOSTS: Mapping[str, tuple[str, ...]] = {
    "cookrcp01": ("www.foodsafetykorea.go.kr",),
    "10000recipe": ("recipe1.ezmember.co.kr",),
    "mangae": ("recipe1.ezmember.co.kr",),
}
"""The same of imported collections of recipes that tell where the picture of a dish is."""

_NO_PHOTO = timedelta(hours=24)
_NO_ANSWER = timedelta(minutes=5)
_MOST_MISSING = 4096
_LOCKS = 16


class Photos:
    """Thread-safe. `wanted` tells whether the shopper wants photos at all.

    `base_url` returns the address that replaces all hosts of a source, None for the real ones.
    """

    def __init__(
        self,
        fetcher: PhotoFetcher,
        cache: PhotoCache,
        clock: Clock,
        base_url: Callable[[str], str | None],
        wanted: Callable[[], bool],
    ) -> None:
        self._fetcher = fetcher
        self._cache = cache
        self._clock = clock
        self._base_url = base_url
        self._wanted = wanted
        self._missing: dict[str, datetime] = {}
        self._lock = threading.Lock()
        self._locks = tuple(threading.Lock() for _ in range(_LOCKS))

    def kept(self, source: str, address: str) -> bytes | None:
        """Return a photo that is on disk; asks nobody."""
        url = self._asked_url(source, address)
        return None if url is None else self._cache.get(url)

    def get(self, source: str, address: str) -> bytes | None:
        """Return a photo from disk or from its host, None when it cannot be had now."""
        url = self._asked_url(source, address)
        if url is None:
            return None
        with self._locks[hash(url) % _LOCKS]:
            return self._cache.get(url) or self._fetched(url)

    def stored(self) -> CacheSize:
        """Return how many photos are on disk, and how large they are together."""
        return self._cache.size()

    def tidy(self) -> CacheSize:
        """Bring the photos on disk within their limits; return what was dropped."""
        return self._cache.tidy()

    def clear(self) -> CacheSize:
        """Drop all photos from disk (사진 저장 공간 비우기); return what was dropped."""
        with self._lock:
            self._missing.clear()
        return self._cache.clear()

    def close(self) -> None:
        self._fetcher.close()

    def _asked_url(self, source: str, address: str) -> str | None:
        """Return what to ask for an address; None when photos are off or the host is foreign."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if not self._wanted() or parts.scheme != "https":
            return None
        if parts.netloc not in (*PHOTO_HOSTS.get(source, ()), *RECIPE_PHOTO_HOSTS.get(source, ())):
            return None
        base = self._base_url(source)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        return f"https://{parts.netloc}{path}" if base is None else f"{base.rstrip('/')}{path}"

    def _fetched(self, url: str) -> bytes | None:
        """Ask the host, unless it had nothing to give a short while ago."""
        now = self._clock.now()
        with self._lock:
            until = self._missing.get(url)
        if until is not None and now < until:
            return None
        try:
            body = self._fetcher.get(url)
        except StoppedError:
            return None
        except SourceError as error:
            pause = _NO_PHOTO if isinstance(error, SourceChangedError) else _NO_ANSWER
            self._remember_missing(url, now + pause)
            return None
        self._cache.put(url, body)
        return body

    def _remember_missing(self, url: str, until: datetime) -> None:
        with self._lock:
            self._missing.pop(url, None)
            self._missing[url] = until
            while len(self._missing) > _MOST_MISSING:
                del self._missing[next(iter(self._missing))]
