"""Requests and answers of the demonstration sites, free of sockets."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

JSON_TYPE = "application/json;charset=UTF-8"
HTML_TYPE = "text/html;charset=UTF-8"
XML_TYPE = "text/xml;charset=UTF-8"
TEXT_TYPE = "text/plain;charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Request:
    """What a site received; header names in lower case, `connection` the peer's port."""

    source: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)
    connection: int = 0
    body: bytes | None = None
    """What a POST carries, None for a GET."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer; Content-Length is the body's unless `headers` says otherwise."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def html_response(text: str) -> Response:
    return _ok(text, HTML_TYPE)


def text_response(text: str) -> Response:
    return _ok(text, TEXT_TYPE)


def json_response(value: object) -> Response:
    """Return compact JSON, as the real sites send it."""
    return _ok(json.dumps(value, ensure_ascii=False, separators=(",", ":")), JSON_TYPE)


def xml_response(text: str) -> Response:
    return _ok(text, XML_TYPE)


def not_found() -> Response:
    page = "<!DOCTYPE html><html><head><title>404</title></head><body>Not Found</body></html>"
    return Response(404, {"Content-Type": HTML_TYPE}, page.encode())


def revalidated(request: Request, response: Response) -> Response:
    """Return 304 without a body when the asker already holds this very answer."""
    etag = response.headers.get("ETag")
    if etag is None or request.headers.get("if-none-match") != etag:
        return response
    return Response(304, {"ETag": etag}, b"")


def parse_day(text: str) -> date | None:
    """Read YYYYMMDD; None when it is no date."""
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  a date has no zone
    except ValueError:
        return None


def _ok(text: str, content_type: str) -> Response:
    body = text.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return Response(200, {"Content-Type": content_type, "ETag": etag}, body)
