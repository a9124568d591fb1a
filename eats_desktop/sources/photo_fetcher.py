"""Asks one image host for one photo: honest, unhurried, small, and images only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceChangedError,
    SourceUnavailableError,
    StoppedError,
)
from eats_desktop.sources.addresses import redirected
from eats_desktop.sources.http import FetchPolicy, retry_after
from eats_desktop.sources.pacing import Pacer
from eats_desktop.sources.robots import Robots

if TYPE_CHECKING:
    import random
    import threading
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock

    Read = Callable[[requests.Response], bytes]

_REDIRECTS = 3
_CHUNK = 1 << 16
_MOVED = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/jpg")


_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")


def is_image(body: bytes) -> bool:
    """Tell by its first bytes whether a body is a JPEG, PNG, GIF or WebP, whatever it is called."""
    return body.startswith(_MAGIC) or (body[:4] == b"RIFF" and body[8:12] == b"WEBP")


@dataclass(frozen=True, slots=True)
class PhotoPolicy:
    """Image hosts serve many small files; still one at a time, with a gap and a daily budget."""

    gap_s: float = 0.2
    timeout_s: float = 8.0
    cap_bytes: int = 3 << 20
    daily_budget: int = 3000
    respect_robots: bool = True


class PhotoFetcher:
    """Thread-safe. A missing photo says nothing against its host; a refusal does."""

    def __init__(
        self, policy: PhotoPolicy, clock: Clock, closing: threading.Event, rng: random.Random
    ) -> None:
        self._policy = policy
        self._clock = clock
        self._closing = closing
        self._pacer = Pacer(clock, self._wait, rng, policy.daily_budget)
        self._robots = Robots(self._robots_text, FetchPolicy().agent)
        self._session = requests.Session()
        self._session.headers.update(
            {"User-Agent": FetchPolicy().user_agent, "Accept": "image/webp,image/*;q=0.8"}
        )

    def get(self, url: str) -> bytes:
        """Return the body of an image.

        Raises SourceUnavailableError (no answer, 5xx), SourceBlockedError (refused, robots.txt,
        resting), SourceChangedError (no such photo, no image, too large), StoppedError.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if self._policy.respect_robots and not self._robots.allows(site, url, self._clock.now()):
            raise SourceBlockedError("robots.txt가 사진 주소를 막아 두었어요")
        return self._asked(url, self._image)

    def close(self) -> None:
        self._closing.set()
        self._session.close()

    def _asked(self, url: str, read: Read) -> bytes:
        """GET in turn, following redirects that stay on the host."""
        here = url
        for _ in range(_REDIRECTS + 1):
            host = urlsplit(here).netloc
            with self._pacer.turn(host, self._policy.gap_s), self._open(here) as response:
                target = response.headers.get("Location")
                if response.status_code not in _MOVED or target is None:
                    self._judge(host, response)
                    return read(response)
            here = redirected(here, target)
        raise SourceChangedError("H1 같은 곳을 맴도는 주소예요")

    def _open(self, url: str) -> requests.Response:
        if self._closing.is_set():
            raise StoppedError("멈췄어요")
        host, wait = urlsplit(url).netloc, self._policy.timeout_s
        try:
            return self._session.get(url, timeout=wait, allow_redirects=False, stream=True)
        except requests.exceptions.Timeout as exc:
            self._pacer.failed(host)
            raise SourceUnavailableError(f"{host}가 제때 답하지 않아요") from exc
        except requests.exceptions.ConnectionError as exc:
            raise OfflineError(f"{host}에 연결하지 못했어요") from exc
        except requests.exceptions.RequestException as exc:
            raise SourceUnavailableError(f"{host}의 답이 끊겼어요") from exc

    def _judge(self, host: str, response: requests.Response) -> None:
        """Let the pacer know how the host answered; raise unless it gave something."""
        status, now = response.status_code, self._clock.now()
        asked = retry_after(response.headers.get("Retry-After"), now)
        if status in _BUSY and asked is not None:
            self._pacer.rest(host, now + timedelta(seconds=asked))
        if status in (401, 403, 429):
            self._pacer.failed(host, refused=True)
            raise SourceBlockedError(f"{host}가 사진을 주지 않아요 (HTTP {status})")
        if status >= 500:
            self._pacer.failed(host)
            raise SourceUnavailableError(f"{host}에 문제가 있어요 (HTTP {status})")
        self._pacer.succeeded(host)
        if status != requests.codes.ok:
            raise SourceChangedError(f"사진이 없어요 (HTTP {status})")

    def _image(self, response: requests.Response) -> bytes:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind not in _IMAGES:
            raise SourceChangedError(f"사진이 아니에요 ({kind})")
        body = self._body(response)
        if not is_image(body):
            raise SourceChangedError("사진의 머리글이 아니에요")
        return body

    def _body(self, response: requests.Response) -> bytes:
        policy, parts, size = self._policy, [], 0
        ends_at = self._clock.monotonic() + policy.timeout_s
        try:
            for part in response.iter_content(_CHUNK):
                size += len(part)
                if size > policy.cap_bytes:
                    raise SourceChangedError("사진이 너무 커요")
                if self._clock.monotonic() > ends_at:
                    raise SourceUnavailableError("사진이 너무 느리게 와요")
                parts.append(part)
        except requests.exceptions.RequestException as exc:
            raise SourceUnavailableError("사진이 오다가 끊겼어요") from exc
        return b"".join(parts)

    def _robots_text(self, site: str) -> str | None:
        try:
            text = self._asked(f"{site}/robots.txt", self._body)
        except SourceChangedError:
            return None
        return text.decode("utf-8", errors="replace")

    def _wait(self, seconds: float) -> None:
        if self._closing.wait(seconds):
            raise StoppedError("멈췄어요")
