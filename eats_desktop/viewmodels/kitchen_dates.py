"""Days until which food keeps, as a shopper writes and reads them: 11/27, 내일, 3일 뒤."""

from __future__ import annotations

import re
from datetime import date, timedelta

from eats_desktop.domain.errors import InputError

_DAY = re.compile(
    r"(?:(?P<year>\d{4})[-./년 ]+)?(?P<month>\d{1,2})[-./월 ]+(?P<day>\d{1,2})[일.]?(?: ?까지)?"
)
_LATER = re.compile(r"(?P<days>\d{1,3})일 ?(?:뒤|후)")
_NEAR = {"오늘": 0, "내일": 1, "모레": 2}
_NAMES = {0: "오늘까지예요", 1: "내일까지예요", 2: "모레까지예요"}
_HALF_A_YEAR = timedelta(days=182)
_SOON = 2


def read_day(text: str, today: date) -> date | None:
    """Read a day, None for nothing written; InputError for what is none."""
    words = " ".join(text.split())
    if not words:
        return None
    near = words.removesuffix("까지").strip()
    if near in _NEAR:
        return today + timedelta(days=_NEAR[near])
    if (later := _LATER.fullmatch(near)) is not None:
        return today + timedelta(days=int(later["days"]))
    written = _DAY.fullmatch(words)
    if written is None:
        raise InputError(f"날짜를 읽지 못했어요: {words} (예: 11/27, 내일, 5일 뒤)")
    try:
        if written["year"] is not None:
            return date(int(written["year"]), int(written["month"]), int(written["day"]))
        found = date(today.year, int(written["month"]), int(written["day"]))
        return found if found >= today - _HALF_A_YEAR else found.replace(year=today.year + 1)
    except ValueError as exc:
        raise InputError(f"없는 날짜예요: {words}") from exc


def written_day(day: date | None) -> str:
    """Write a day so that it is read back, "" for none."""
    return "" if day is None else f"{day.year}-{day.month}-{day.day}"


def due_texts(day: date | None, today: date) -> tuple[str, str]:
    """Return how pressing a day is (old, warn, ok or "") and its words."""
    if day is None:
        return "", "기한을 몰라요"
    days = (day - today).days
    name = f"{day.month}월 {day.day}일까지"
    if days < 0:
        return "old", f"{name} · {-days}일 지났어요"
    if days <= _SOON:
        return "warn", f"{name} · {_NAMES[days]}"
    return "ok", f"{name} · {days}일 남았어요"
