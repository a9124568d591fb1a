"""Stands between the video decoder and a broadcaster: one live picture (HLS) over loopback.

The decoder of Qt neither checks certificates nor tells why an address failed, and follows a
playlist anywhere. So it gets an address of this process; what it asks for is fetched here, with
certificates checked, only from https (from this machine only when the picture itself is), and
the reason of a failure is kept.
"""

from __future__ import annotations

import enum
import logging
import re
import secrets
import sys
import threading
from collections import OrderedDict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests

from eats_desktop.domain.stream_address import is_nearby, may_stream
from eats_desktop.sources.http import FetchPolicy

if TYPE_CHECKING:
    import socket

_log = logging.getLogger(__name__)

_TIMEOUT_S = (5.0, 6.0)
_REDIRECTS = 3
_CHUNK = 1 << 16
_LONGEST_PLAYLIST = 1 << 20
_MOST_ADDRESSES = 2000
_PLAYLIST = "application/vnd.apple.mpegurl"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_URI = re.compile(r'URI="([^"]*)"')
_PASSED = ("Content-Type", "Content-Length", "Content-Range")


class Trouble(enum.Enum):
    """Why the playlist of a picture could not be had."""

    ABSENT = enum.auto()
    REFUSED = enum.auto()
    UNTRUSTED = enum.auto()
    """The certificate does not hold."""
    UNREACHABLE = enum.auto()
    NO_PLAYLIST = enum.auto()


class StreamRelay:
    """Carries one picture at a time; `open` ends the one before. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: _RelayServer | None = None

    def open(self, address: str) -> str:
        """Return the loopback address under which a picture can be decoded."""
        with self._lock:
            if self._server is None:
                self._server = _RelayServer()
                threading.Thread(
                    target=self._server.serve_forever, args=(0.1,), name="eats-stream", daemon=True
                ).start()
            else:
                self._server.carried.session.close()
            self._server.carried = carried = _Carried(address)
            return f"http://127.0.0.1:{self._server.server_port}{carried.entry}"

    def trouble(self) -> Trouble | None:
        """Tell why the playlist of the present picture failed last, None when it did not."""
        with self._lock:
            return self._server.carried.trouble if self._server is not None else None

    def is_complete(self) -> bool:
        """Tell whether the playlist read last says that nothing comes after it."""
        with self._lock:
            return self._server is not None and self._server.carried.complete

    def close(self) -> None:
        with self._lock:
            if self._server is not None:
                self._server.shutdown()
                self._server.server_close()
                self._server.carried.session.close()
                self._server = None


class _Carried:
    """The addresses of one picture under names of our own; the oldest are let go."""

    def __init__(self, address: str) -> None:
        self._token = secrets.token_urlsafe(12)
        self._nearby = is_nearby(address)
        self._lock = threading.Lock()
        self._names: OrderedDict[str, str] = OrderedDict()
        self._addresses: dict[str, str] = {}
        self._last = 0
        self.session = requests.Session()
        """Of one picture: its cookies and connections go with it."""
        self.main = address
        self.trouble: Trouble | None = None
        self.complete = False
        self.entry = self.name_of(address)

    def address_of(self, path: str) -> str | None:
        with self._lock:
            return self._addresses.get(path)

    def name_of(self, address: str) -> str:
        with self._lock:
            known = self._names.get(address)
            if known is not None:
                self._names.move_to_end(address)
                return known
            self._last += 1
            suffix = PurePosixPath(urlsplit(address).path).suffix.lower()
            name = f"/{self._token}/{self._last}{suffix if _SUFFIX.fullmatch(suffix) else '.ts'}"
            self._names[address] = name
            self._addresses[name] = address
            if len(self._names) > _MOST_ADDRESSES:
                _, oldest = self._names.popitem(last=False)
                del self._addresses[oldest]
            return name

    def may_ask(self, address: str) -> bool:
        return may_stream(address, nearby=self._nearby)

    def rewritten(self, playlist: str, base: str) -> str:
        """Return a playlist in which all is asked of us; what may not be asked leads nowhere."""

        def ours(target: str) -> str:
            address = urljoin(base, target.strip())
            return self.name_of(address) if self.may_ask(address) else "/refused"

        def line(text: str) -> str:
            if not text.strip() or text.startswith("#"):
                return _URI.sub(lambda found: f'URI="{ours(found[1])}"', text)
            return ours(text)

        return "\n".join(line(text) for text in playlist.splitlines()) + "\n"


class _RelayServer(ThreadingHTTPServer):
    daemon_threads = True
    carried: _Carried

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: tuple[str, int]
    ) -> None:
        """Pass over a decoder that hangs up; anything else is a bug and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _RelayServer

    def do_GET(self) -> None:
        carried = self.server.carried
        address = carried.address_of(self.path)
        if address is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        is_main = address == carried.main
        try:
            with _ask(address, carried, self.headers.get("Range")) as answer:
                trouble = _refusal(answer.status_code) or self._pass_on(answer, carried, is_main)
        except requests.exceptions.SSLError:
            trouble = Trouble.UNTRUSTED
        except (requests.RequestException, UnicodeDecodeError):
            trouble = Trouble.UNREACHABLE
        if is_main:
            carried.trouble = trouble
        if trouble is not None:
            _log.info("영상 조각을 받지 못했어요: %s", trouble.name)
            known = trouble in (Trouble.ABSENT, Trouble.REFUSED)
            self.send_error(HTTPStatus.NOT_FOUND if known else HTTPStatus.BAD_GATEWAY)

    def _pass_on(
        self, answer: requests.Response, carried: _Carried, is_main: bool
    ) -> Trouble | None:
        parts = answer.iter_content(_CHUNK)
        first = next(parts, b"")
        if not first.lstrip(b"\xef\xbb\xbf").startswith(b"#EXTM3U"):
            if is_main:
                return Trouble.NO_PLAYLIST
            self._say(answer.status_code, _kept(answer))
            self.wfile.write(first)
            self._write_rest(parts)
            return None
        body = first
        for part in parts:
            body += part
            if len(body) > _LONGEST_PLAYLIST:
                return Trouble.NO_PLAYLIST
        playlist = body.decode("utf-8-sig")
        carried.complete = "#EXT-X-ENDLIST" in playlist
        text = carried.rewritten(playlist, answer.url).encode()
        self._say(HTTPStatus.OK, {"Content-Type": _PLAYLIST, "Content-Length": str(len(text))})
        self.wfile.write(text)
        return None

    def _write_rest(self, parts: object) -> None:
        try:
            for part in parts:  # type: ignore[attr-defined]
                self.wfile.write(part)
        except requests.RequestException:
            _log.info("영상 조각이 끊겼어요")  # the decoder sees a short answer and goes on

    def _say(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's name
        _log.debug(format, *args)


def _ask(address: str, carried: _Carried, wanted: str | None) -> requests.Response:
    """Ask an address and follow where it leads, as far as that may be asked."""
    headers = {"User-Agent": FetchPolicy().user_agent, "Accept-Encoding": "identity"}
    if wanted is not None:
        headers["Range"] = wanted
    for _ in range(_REDIRECTS + 1):
        answer = carried.session.get(
            address, headers=headers, timeout=_TIMEOUT_S, stream=True, allow_redirects=False
        )
        if not answer.is_redirect:
            return answer
        address = urljoin(address, answer.headers["Location"])
        answer.close()
        if not carried.may_ask(address):
            raise requests.exceptions.InvalidURL("영상이 다른 곳으로 이어져요")
    raise requests.TooManyRedirects("영상이 자꾸 다른 곳으로 이어져요")


def _refusal(status: int) -> Trouble | None:
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Trouble.ABSENT
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Trouble.REFUSED
    ok = status in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT)
    return None if ok else Trouble.UNREACHABLE


def _kept(answer: requests.Response) -> dict[str, str]:
    return {name: answer.headers[name] for name in _PASSED if name in answer.headers}
