"""A site that answers as told, a fetcher that asks it, and a clock that only waiting moves."""

from __future__ import annotations

import random
import socket
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.web import HTML_TYPE, TEXT_TYPE, Response
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.sources.base import PageRequest
from eats_desktop.sources.http import Fetcher, FetchPolicy
from eats_desktop.sources.page_cache import PageCache

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
PAGE = PageRequest("/list", (("day", "20261124"), ("word", "고등어 구이")), accept="html")
ROBOTS = "/robots.txt"


def said(status=200, body="<p>편성표</p>", **headers):
    """An answer; header names with underscores for dashes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    content = body if isinstance(body, bytes) else body.encode()
    return Response(status, {"Content-Type": HTML_TYPE, **named}, content)


def robots(text, status=200):
    return Response(status, {"Content-Type": TEXT_TYPE}, text.encode())


class OneSite(LoopbackSites):
    """`answers` are given in turn, the last one for good; robots.txt has its own."""

    def __init__(self, *answers):
        self.answers = list(answers) or [said()]
        self.robots = robots("User-agent: *\nAllow: /\n")
        self.asked = []
        self._lock = threading.Lock()
        super().__init__(("site",), self._answer)

    @property
    def url(self):
        return self.base_urls["site"]

    @property
    def pages(self):
        """What was asked but for robots.txt."""
        return [request for request in self.asked if request.path != ROBOTS]

    def _answer(self, request):
        with self._lock:
            self.asked.append(request)
            if request.path == ROBOTS:
                return self.robots
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer(request) if callable(answer) else answer


class Waiting(threading.Event):
    """The closing signal of a fetcher: waiting for it moves the clock instead of the test."""

    def __init__(self, clock):
        super().__init__()
        self.waits = []
        self._clock = clock

    def wait(self, timeout=None):
        if not self.is_set():
            self.waits.append(timeout)
            self._clock.advance(timedelta(seconds=timeout))
        return self.is_set()


class Validators:
    """What proves that pages are the ones last read, in memory."""

    def __init__(self):
        self._known = {}

    def get(self, url):
        return self._known.get(url)

    def put(self, url, etag, last_modified, sha256, at):
        self._known[url] = _Validator(etag, last_modified, sha256)


class _Validator:
    def __init__(self, etag, last_modified, sha256):
        self.etag, self.last_modified, self.sha256 = etag, last_modified, sha256


class Asker:
    """A fetcher with its clock; `waits` are the pauses it made, in seconds."""

    def __init__(self, folder, clock=None, closing=None, **policy):
        self.clock = clock or ManualClock(NOW)
        self.closing = closing or Waiting(self.clock)
        self.cache = PageCache(folder)
        self.fetcher = Fetcher(
            FetchPolicy(**policy),
            self.clock,
            self.closing,
            random.Random(7),
            Validators(),
            self.cache,
        )

    @property
    def waits(self):
        return self.closing.waits

    def get(self, site, request=PAGE, gap=0.0):
        return self.fetcher.fetch(getattr(site, "url", site), request, min_interval_s=gap)

    def close(self):
        self.fetcher.close()


@contextmanager
def stalled_site():
    """A site that sends the head and half of the body, and then nothing more."""
    done = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
                done.wait(5)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        done.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
