"""Addresses as the network sees them: of a request, of its answer, and after a redirect."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

from eats_desktop.domain.errors import SourceChangedError

if TYPE_CHECKING:
    from eats_desktop.sources.base import PageRequest


def answer_name(url: str, body: bytes | None) -> str:
    """Name an answer: one address may be asked for many things by what a POST carries."""
    return url if body is None else f"{url}#{hashlib.sha256(body).hexdigest()[:16]}"


def address_of(base_url: str, request: PageRequest) -> str:
    """Return the whole address of a request below `base_url`."""
    prepared = requests.Request(
        "GET", base_url.rstrip("/") + request.path, params=list(request.params)
    ).prepare()
    return str(prepared.url)


def redirected(here: str, target: str) -> str:
    """Return where a redirect leads; SourceChangedError when that is off the site or unsafe."""
    try:
        there = requests.compat.urljoin(here, target)
        old, new = urlsplit(here), urlsplit(there)
    except ValueError as exc:
        raise SourceChangedError("H1 읽을 수 없는 주소로 보냈어요") from exc
    if new.netloc != old.netloc or (old.scheme == "https" and new.scheme != "https"):
        raise SourceChangedError("H1 다른 사이트로 보냈어요")
    return there
