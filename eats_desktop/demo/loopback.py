"""Serves a function from requests to answers on 127.0.0.1, one port for each site."""

from __future__ import annotations

import logging
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl, urlsplit

from eats_desktop.demo.closing_server import ClosingServer
from eats_desktop.demo.web import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eats_desktop.demo.web import Response

    Respond = Callable[[Request], Response]

_log = logging.getLogger(__name__)


class LoopbackSites:
    """HTTP/1.1 sites on free loopback ports; `base_urls` is known once started."""

    def __init__(self, sources: Sequence[str], respond: Respond) -> None:
        self._sources = sources
        self._respond = respond
        self._servers: dict[str, _SiteServer] = {}

    def start(self) -> None:
        for source in self._sources:
            server = _SiteServer(source, self._respond)
            self._servers[source] = server
            threading.Thread(
                target=server.serve_forever, args=(0.05,), name=f"site-{source}", daemon=True
            ).start()

    def stop(self) -> None:
        """Close ports and connections; harmless when not started."""
        for server in self._servers.values():
            server.end()
        self._servers = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def base_urls(self) -> Mapping[str, str]:
        return {
            source: f"http://127.0.0.1:{server.server_port}"
            for source, server in self._servers.items()
        }

    def settings_toml(self) -> str:
        """Return the settings that make a program ask these sites, without waiting in between."""
        lines = ["[sync]", "request_interval_s = 0", ""]
        for source, url in self.base_urls.items():
            lines += [f"[sources.{source}]", f'base_url = "{url}"', ""]
        return "\n".join(lines)


class _SiteServer(ClosingServer):
    def __init__(self, source: str, respond: Respond) -> None:
        super().__init__(_Handler)
        self.source = source
        self.respond = respond


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _SiteServer

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _answer(self, body: bytes | None) -> None:
        parts = urlsplit(self.path)
        response = self.server.respond(
            Request(
                source=self.server.source,
                path=parts.path,
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                headers={name.lower(): value for name, value in self.headers.items()},
                connection=self.client_address[1],
                body=body,
            )
        )
        length = response.headers.get("Content-Length", str(len(response.body)))
        self.send_response(response.status)
        for name, value in response.headers.items():
            if name != "Content-Length":
                self.send_header(name, value)
        if response.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", length)
        self.end_headers()
        self.wfile.write(response.body)
        self.close_connection = self.close_connection or length != str(len(response.body))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's name
        _log.debug(format, *args)
