"""Ratings and counts of reviews: numbers only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STARS = 5.0
_MOST_REVIEWS = 10_000_000


def rating(value: Tag | str | float | None, *, out_of: float = _STARS) -> float | None:
    """Return a rating of 0 to 5; None for none, for zero and for what is beyond the scale."""
    found = _number(value)
    if found is None or not 0 < found <= out_of:
        return None
    return round(found * _STARS / out_of, 1)


def count(value: Tag | str | float | None) -> int | None:
    found = _number(value)
    return int(found) if found is not None and found <= _MOST_REVIEWS else None


def _number(value: Tag | str | float | None) -> float | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    match = _NUMBER.search(value if isinstance(value, str) else value.get_text())
    return float(match[0].replace(",", "")) if match else None
