"""Ratings and counts of reviews: numbers only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eats_desktop.domain.product_detail import ReviewShares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STARS = 5.0
_MOST_REVIEWS = 10_000_000
_GRADES = 5
_ASPECT = re.compile(r"[가-힣]{1,6}")


def rating(value: Tag | str | float | None, *, out_of: float = _STARS) -> float | None:
    """Return a rating of 0 to 5; None for none, for zero and for what is beyond the scale."""
    found = _number(value)
    if found is None or not 0 < found <= out_of:
        return None
    return round(found * _STARS / out_of, 1)


def count(value: Tag | str | float | None) -> int | None:
    found = _number(value)
    return int(found) if found is not None and found <= _MOST_REVIEWS else None


def review_shares(percents: Sequence[Tag], words: Sequence[Tag]) -> ReviewShares:
    """Return how reviews are spread: five percents of stars, then one for each aspect word.

    What does not add up, or is no short word, is left out.
    """
    found = [_percent(one) for one in percents]
    stars, rest = found[:_GRADES], found[_GRADES:]
    known = tuple(one for one in stars if one is not None)
    adds_up = len(known) == _GRADES and abs(sum(known) - 100) <= _GRADES
    named = [word.get_text(strip=True) for word in words][-len(rest) :] if rest else []
    aspects = tuple(
        (word, percent)
        for word, percent in zip(named, rest, strict=False)
        if percent is not None and _ASPECT.fullmatch(word)
    )
    return ReviewShares(known if adds_up else (), aspects)


def _percent(value: Tag) -> int | None:
    found = _number(value)
    return round(found) if found is not None and found <= 100 else None


def _number(value: Tag | str | float | None) -> float | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    match = _NUMBER.search(value if isinstance(value, str) else value.get_text())
    return float(match[0].replace(",", "")) if match else None
