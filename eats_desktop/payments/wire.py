"""One HTTP exchange with a payment provider: no redirects, no retries, an end to every wait."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from eats_desktop.crash_points import CrashPoint, crash_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.domain.clock import Clock

logger = logging.getLogger(__name__)

_CONNECT_S = 5.0
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Reply:
    """`body` is the JSON document, None when it is none."""

    status: int
    body: object


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer was read; the request may have arrived all the same."""

    reason: str


class Wire:
    """`key` is sent as the user of HTTP Basic; nothing of a request's head reaches the log."""

    def __init__(self, base_url: str, key: str | None, clock: Clock) -> None:
        self._base = base_url.rstrip("/")
        self._clock = clock
        self._session = requests.Session()
        self._session.trust_env = False  # a .netrc must not replace the key
        self._session.auth = (key, "") if key else None
        self._session.mount("https://", _Adapter(max_retries=0))
        self._session.mount("http://", _Adapter(max_retries=0))

    def ask(
        self,
        method: str,
        path: str,
        wait_s: float,
        body: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> Reply | Lost:
        """Send once and read the whole answer within `wait_s`; whatever fails is Lost."""
        ends = self._clock.monotonic() + _CONNECT_S + wait_s
        head = {} if idempotency_key is None else {"Idempotency-Key": idempotency_key}
        try:
            with self._session.request(
                method,
                self._base + path,
                json=body,
                headers=head,
                timeout=(_CONNECT_S, wait_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                text = self._read(response, ends)
                status = response.status_code
        except (requests.RequestException, OSError) as exc:
            logger.warning("payment %s %s: %s", method, _shape(path), type(exc).__name__)
            return Lost(type(exc).__name__)
        if text is None:
            return Lost("too long")
        if 300 <= status < 400:
            return Lost(f"redirected ({status})")
        return Reply(status, _document(text))

    def close(self) -> None:
        self._session.close()

    def _read(self, response: requests.Response, ends: float) -> bytes | None:
        read = bytearray()
        for part in response.iter_content(1 << 14):
            read += part
            if len(read) > _LARGEST or self._clock.monotonic() > ends:
                return None
        return bytes(read)


def _document(text: bytes) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _shape(path: str) -> str:
    """A path without the keys in it."""
    return "/".join(path.split("?", maxsplit=1)[0].split("/")[:4])


class _CrashingHttp(HTTPConnection):
    def getresponse(self) -> Any:
        crash_at(CrashPoint.AFTER_SEND)
        return super().getresponse()


class _CrashingHttps(HTTPSConnection):
    def getresponse(self) -> Any:
        crash_at(CrashPoint.AFTER_SEND)
        return super().getresponse()


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _CrashingHttp


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _CrashingHttps


class _Adapter(HTTPAdapter):
    """So that a test can kill the program between a request and its answer."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
