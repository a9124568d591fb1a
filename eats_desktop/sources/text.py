"""Text as sites write it, made comparable: names, clocks, charsets."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError

if TYPE_CHECKING:
    from datetime import date

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = re.compile(r"\s+")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_RANGE = re.compile(r"(\d{1,2}:\d{2})\s*[~～〜∼\-–]\s*(\d{1,2}:\d{2})")
_MOST_REPLACED = 0.001
"""Share of U+FFFD above which a body is not text of the charset it was read in (H12)."""


def decode(body: bytes) -> str:
    """Read a body as UTF-8, else as cp949; raise SourceChangedError (H12) when it is neither."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp949", errors="replace")
    if text.count("\ufffd") > len(text) * _MOST_REPLACED:
        raise SourceChangedError("H12 글자를 읽을 수 없어요")
    return text


def clean(raw: str | None) -> str:
    """Return NFC text with single blanks, entities resolved, invisible characters dropped."""
    if not raw:
        return ""
    text = html.unescape(html.unescape(raw)) if "&" in raw else raw
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return _SPACES.sub(" ", text).strip()


def clock_range(text: str) -> tuple[str, str] | None:
    """Return the two clocks of "HH:MM ~ HH:MM" in any of the tildes sites use."""
    match = _RANGE.search(clean(text))
    return (match[1], match[2]) if match else None


def clock_on(day: date, clock: str) -> datetime | None:
    """Return the instant of a clock on `day`; hours of 24 and more run into the next day."""
    match = _CLOCK.search(clock)
    if match is None or int(match[2]) > 59 or int(match[1]) > 47:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=KST)
    return midnight + timedelta(hours=int(match[1]), minutes=int(match[2]))


def slot_times(day: date, start: str, end: str) -> tuple[datetime, datetime] | None:
    """Return start and end of a slot on `day`; an end not after the start is the next day's."""
    starts_at, ends_at = clock_on(day, start), clock_on(day, end)
    if starts_at is None or ends_at is None:
        return None
    while ends_at <= starts_at:
        ends_at += timedelta(days=1)
    return starts_at, ends_at


def https(url: str | None) -> str | None:
    """Return an absolute https address, None for none and for data: pictures."""
    if not url or url.startswith("data:") or url == "about:blank":
        return None
    if url.startswith("//"):
        return f"https:{url}"
    return f"https://{url[7:]}" if url.startswith("http://") else url
