"""The one door to the network: polite, patient, honest about what it got."""

from __future__ import annotations

import email.utils
import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ReadTimeoutError

from eats_desktop import __version__
from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceChangedError,
    SourceGoneError,
    SourceUnavailableError,
    StoppedError,
    TlsError,
)
from eats_desktop.sources.addresses import address_of, answer_name, redirected
from eats_desktop.sources.base import Page
from eats_desktop.sources.pacing import Pacer
from eats_desktop.sources.robots import Robots

if TYPE_CHECKING:
    import random
    import threading
    from collections.abc import Mapping

    from eats_desktop.domain.clock import Clock
    from eats_desktop.sources.base import PageRequest
    from eats_desktop.sources.page_cache import PageCache

_TRANSIENT = (429, 502, 503, 504)
_GONE = (404, 410)
_REDIRECTS = 3
_LONG_WAIT_S = 30.0
_LONGEST_WAIT = timedelta(hours=1)
_CHUNK = 1 << 16
_ROBOTS_GAP_S = 1.5
_ACCEPTED = {"json": "application/json", "html": "text/html", "xml": "application/xml, text/xml"}


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """How polite and how patient; `request_interval_s` None leaves the gap to each source."""

    request_interval_s: float | None = None
    connect_timeout_s: float = 5.0
    read_timeout_s: float = 15.0
    retries: int = 2
    retry_wait_s: float = 5.0
    daily_budget: int = 400
    host_budgets: Mapping[str, int] = field(default_factory=dict)
    respect_robots: bool = True
    body_cap_bytes: int = 8 << 20
    agent: str = "EatsDesktop"
    user_agent: str = field(
        default=f"EatsDesktop/{__version__} (home shopping schedule reader for one shopper)"
    )


class Validator(Protocol):
    @property
    def etag(self) -> str | None: ...

    @property
    def last_modified(self) -> str | None: ...

    @property
    def sha256(self) -> str: ...


class ValidatorStore(Protocol):
    def get(self, url: str) -> Validator | None: ...

    def put(
        self, url: str, etag: str | None, last_modified: str | None, sha256: str, at: datetime
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class _Asked:
    url: str
    headers: Mapping[str, str]
    method: str = "GET"
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class _TimedOutError(SourceUnavailableError):
    """No answer in time: the one failure without an answer that is asked again."""


class Fetcher:
    """Thread-safe. One instance keeps gaps, breakers and robots rules for the program's life."""

    def __init__(
        self,
        policy: FetchPolicy,
        clock: Clock,
        closing: threading.Event,
        rng: random.Random,
        validators: ValidatorStore,
        cache: PageCache,
    ) -> None:
        self._policy = policy
        self._clock = clock
        self._closing = closing
        self._rng = rng
        self._validators = validators
        self._cache = cache
        self._pacer = Pacer(clock, self._wait, rng, policy.daily_budget, policy.host_budgets)
        self._robots = Robots(self._robots_text, policy.agent)
        self._pending: dict[str, _Answer] = {}
        self._session = requests.Session()
        self._session.headers.update(
            {
                "User-Agent": policy.user_agent,
                "Accept-Encoding": "gzip",
                "Accept-Language": "ko-KR,ko;q=0.9",
            }
        )
        self._session.trust_env = True
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(pool_connections=16, pool_maxsize=1))

    def fetch(self, base_url: str, request: PageRequest, *, min_interval_s: float) -> Page:
        """Ask for one page below `base_url`.

        Raises SourceUnavailableError (no answer, 5xx), SourceBlockedError (refused, robots.txt,
        resting), SourceChangedError (other 4xx, empty, too large, strange redirect), StoppedError.
        """
        url = address_of(base_url, request)
        gap = self._gap(min_interval_s)
        if self._policy.respect_robots and not self._robots.allows(
            base_url, url, self._clock.now()
        ):
            raise SourceBlockedError("robots.txt가 이 주소를 막아 두었어요")
        name = answer_name(url, request.body)
        known = self._validators.get(name)
        body = self._cache.get(name) if known is not None else None
        headers = {"Accept": _ACCEPTED[request.accept], **request.headers}
        if request.body is not None:
            headers["Content-Type"] = "application/json"
        if known and body:
            headers |= _conditions(known)
        asked = _Asked(url, headers, request.method, request.body)
        answer = self._with_retries(asked, gap)
        return self._page(name, answer, known, body)

    def confirm(self, page: Page) -> None:
        """Remember a page that was read well; only such a page may be "not modified" later."""
        answer = self._pending.pop(page.url, None)
        if answer is None or page.not_modified:
            return
        self._cache.put(page.url, answer.body)
        self._validators.put(
            page.url,
            answer.headers.get("ETag"),
            answer.headers.get("Last-Modified"),
            hashlib.sha256(answer.body).hexdigest(),
            page.fetched_at,
        )

    def forget(self, page: Page) -> None:
        """Keep nothing of a page, neither its bytes nor what would prove it unchanged."""
        self._pending.pop(page.url, None)

    def on_pace(self, base_url: str) -> bool:
        """Tell whether a host was asked less today than its budget spread over the day allows.

        What can wait keeps to this, so that what cannot finds the budget unspent.
        """
        now = self._clock.now()
        passed = (now - day_start(korean_day(now))) / timedelta(days=1)
        host = urlsplit(base_url).netloc
        return self._pacer.asked_today(host) < self._pacer.budget(host) * passed

    def asked_today(self, base_url: str) -> int:
        """Return how often a host was asked since Korean midnight or the program's start."""
        return self._pacer.asked_today(urlsplit(base_url).netloc)

    def refused(self, page: Page) -> None:
        """Stop asking the host of a page that came with status 200 and was a refusal after all."""
        self._pacer.stop(urlsplit(page.url).netloc)

    def close(self) -> None:
        self._closing.set()
        self._session.close()

    def _gap(self, min_interval_s: float) -> float:
        own = self._policy.request_interval_s
        return min_interval_s if own is None else own

    def _page(self, url: str, answer: _Answer, known: Validator | None, body: bytes | None) -> Page:
        now = self._clock.now()
        kind = answer.headers.get("Content-Type", "")
        if answer.status == 304 and body is not None:
            return Page(url, 200, body, kind, now, not_modified=True)
        if not answer.body.strip():
            raise SourceChangedError("H1 빈 응답이 왔어요")
        self._pending[url] = answer
        digest = hashlib.sha256(answer.body).hexdigest()
        same = known is not None and body is not None and known.sha256 == digest
        return Page(url, answer.status, answer.body, kind, now, not_modified=same)

    def _with_retries(self, asked: _Asked, gap: float) -> _Answer:
        url, wait = asked.url, self._policy.retry_wait_s
        for attempt in range(self._policy.retries + 1):
            last = attempt == self._policy.retries
            try:
                answer = self._follow(asked, gap)
            except _TimedOutError:
                if last:
                    raise
            else:
                if answer.status not in _TRANSIENT:
                    return self._accepted(url, answer)
                wait = self._waiting(url, answer, wait, last=last)
            self._wait(wait * (1 + self._rng.uniform(0, 0.25)))
            wait *= 2
        raise AssertionError("the last attempt returns or raises")

    def _accepted(self, url: str, answer: _Answer) -> _Answer:
        host, status = urlsplit(url).netloc, answer.status
        if status in (401, 403):
            self._pacer.failed(host, refused=True)
            raise SourceBlockedError(
                f"{host}가 접속을 막았어요 (HTTP {status})", self._rest(host, answer)
            )
        if status >= 500:
            self._pacer.failed(host)
            self._rest(host, answer)
            raise SourceUnavailableError(f"{host}에 문제가 있어요 (HTTP {status})")
        if status in _GONE:  # a page that ended says nothing against its host
            raise SourceGoneError(f"H1 주소가 바뀐 것 같아요 (HTTP {status})")
        if status >= 300 and status != 304:
            self._pacer.failed(host)
            raise SourceChangedError(f"H1 주소가 바뀐 것 같아요 (HTTP {status})")
        self._pacer.succeeded(host)
        return answer

    def _waiting(self, url: str, answer: _Answer, wait: float, *, last: bool) -> float:
        """Return how long to wait before asking again, or give up and say until when."""
        host, status = urlsplit(url).netloc, answer.status
        asked = retry_after(answer.headers.get("Retry-After"), self._clock.now())
        too_long = asked is not None and asked > _LONG_WAIT_S
        if not last and not too_long:
            return wait if asked is None else max(asked, wait)
        self._pacer.failed(host)
        until = self._rest(host, answer)
        if status != 429:
            raise SourceUnavailableError(f"{host}에 문제가 있어요 (HTTP {status})")
        raise SourceBlockedError(f"{host}가 잠시 쉬어 달라고 했어요 (HTTP 429)", until)

    def _rest(self, host: str, answer: _Answer) -> datetime | None:
        """Leave a host alone for as long as it asks; return until when, None when it asks not."""
        now = self._clock.now()
        asked = retry_after(answer.headers.get("Retry-After"), now)
        if asked is None:
            return None
        until = now + timedelta(seconds=asked)
        self._pacer.rest(host, until)
        return until

    def _follow(self, asked: _Asked, gap: float) -> _Answer:
        """Ask, following up to three redirects that stay on the site, each in its own turn.

        A redirected POST is not followed: what a site then does with it is its own affair.
        """
        for _ in range(_REDIRECTS + 1):
            answer = self._once(asked, gap)
            target = answer.headers.get("Location")
            if answer.status not in (301, 302, 303, 307, 308) or target is None:
                return answer
            if asked.method != "GET":
                return answer
            asked = replace(asked, url=redirected(asked.url, target))
        raise SourceChangedError("H1 같은 곳을 맴도는 주소예요")

    def _once(self, asked: _Asked, gap: float) -> _Answer:
        host = urlsplit(asked.url).netloc
        with self._pacer.turn(host, gap):
            try:
                return self._send(asked)
            except (StoppedError, OfflineError):
                raise  # nothing reached the site, so nothing speaks against asking it again
            except SourceUnavailableError:
                self._pacer.failed(host)
                raise

    def _send(self, asked: _Asked) -> _Answer:
        if self._closing.is_set():
            raise StoppedError("멈췄어요")
        policy = self._policy
        host = urlsplit(asked.url).netloc
        try:
            with self._session.request(
                asked.method,
                asked.url,
                data=asked.body,
                headers=dict(asked.headers),
                timeout=(policy.connect_timeout_s, policy.read_timeout_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                body = self._body(response)
                return _Answer(response.status_code, response.headers, body, asked.url)
        except requests.exceptions.SSLError as exc:
            raise TlsError(f"{host}와 안전하게 연결하지 못했어요") from exc
        except requests.exceptions.Timeout as exc:
            raise _TimedOutError(f"{host}가 제때 답하지 않아요") from exc
        except requests.exceptions.ConnectionError as exc:
            if any(isinstance(cause, ReadTimeoutError) for cause in exc.args):
                raise _TimedOutError(f"{host}의 답이 너무 느려요") from exc
            raise OfflineError(f"{host}에 연결하지 못했어요") from exc
        except requests.exceptions.RequestException as exc:
            raise SourceUnavailableError(f"{host}의 답이 끊겼어요") from exc

    def _body(self, response: requests.Response) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_content(_CHUNK):
            size += len(part)
            if size > self._policy.body_cap_bytes:
                raise SourceChangedError("H1 응답이 너무 커요")
            parts.append(part)
        return b"".join(parts)

    def _robots_text(self, base_url: str) -> str | None:
        url = f"{base_url.rstrip('/')}/robots.txt"
        answer = self._follow(_Asked(url, {}), self._gap(_ROBOTS_GAP_S))
        if answer.status >= 500:
            raise SourceUnavailableError(f"robots.txt를 받지 못했어요 (HTTP {answer.status})")
        return None if answer.status >= 300 else answer.body.decode("utf-8", errors="replace")

    def _wait(self, seconds: float) -> None:
        if self._closing.wait(seconds):
            raise StoppedError("멈췄어요")


def _conditions(known: Validator) -> dict[str, str]:
    headers = {}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, at most an hour; None for none."""
    if value is None:
        return None
    if value.strip().isdecimal():
        seconds = float(value)
    else:
        try:
            until = email.utils.parsedate_to_datetime(value)
        except ValueError:
            return None
        aware = until if until.tzinfo else until.replace(tzinfo=UTC)
        seconds = (aware - now).total_seconds()
    return min(max(seconds, 0.0), _LONGEST_WAIT.total_seconds())
