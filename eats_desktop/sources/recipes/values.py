"""The small texts of recipe files as numbers: "15분 이내", "3인분", "18,726"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.written_recipe import BadRow

if TYPE_CHECKING:
    from collections.abc import Mapping

_MINUTES = re.compile(r"(?:(\d+)\s*시간)?\s*(?:(\d+)\s*분)?")
_SERVINGS = re.compile(r"(\d{1,3})\s*인분")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def words(text: str | None) -> str | None:
    """Return the text without needless and unseen blanks, None when nothing is left."""
    return " ".join(text.translate(_UNSEEN).split()) or None if text else None


def minutes(text: str | None) -> int | None:
    """Return 15 for "15분 이내", 120 for "2시간 이상"; None when no time is written."""
    match = _MINUTES.match((text or "").strip())
    if match is None or not match[0].strip():
        return None
    return int(match[1] or 0) * 60 + int(match[2] or 0) or None


def servings(text: str | None) -> int | None:
    match = _SERVINGS.search(text or "")
    return int(match[1]) or None if match else None


def count(text: str | None) -> int:
    match = _COUNT.fullmatch((text or "").strip().removesuffix(".0"))
    return int(match[0].replace(",", "")) if match else 0


class Heading(NamedTuple):
    """What every recipe of 만개의레시피 has; title and dish stand in for each other."""

    recipe_id: str
    title: str
    dish: str


def heading(
    number: int, row: Mapping[str | None, str | None], columns: tuple[str, str, str]
) -> Heading | BadRow:
    """Read number, title and dish of a row of a CSV file from these columns."""
    recipe_id, title, dish = (words(row.get(column)) for column in columns)
    if recipe_id is None or not recipe_id.isdigit():
        return BadRow(number, recipe_id, "레시피 번호가 없어요")
    if title is None and dish is None:
        return BadRow(number, recipe_id, "제목이 없어요")
    return Heading(recipe_id, title or dish or "", dish or title or "")
