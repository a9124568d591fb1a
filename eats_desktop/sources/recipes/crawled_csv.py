"""만개의레시피 as collected with Korean column names: ingredients and steps as Python literals."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.values import count, heading, minutes, servings, words

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = "mangae"
_HEADING = ("index", "글 제목", "레시피이름")
NEEDED = frozenset({"index", "글 제목", "레시피이름", "재료"})


def read_crawled(number: int, row: Mapping[str | None, str | None]) -> WrittenRecipe | BadRow:
    """Read one row; `index` is the recipe's number, other columns may be missing."""
    told = heading(number, row, _HEADING)
    if isinstance(told, BadRow):
        return told
    pairs, steps = _pairs(row.get("재료")), _steps(row.get("조리순서"))
    if pairs is None or steps is None:
        what = "재료" if pairs is None else "조리 순서"
        return BadRow(number, told.recipe_id, f"{what}를 읽지 못했어요")
    if not pairs:
        return BadRow(number, told.recipe_id, "재료가 없어요")
    return WrittenRecipe(
        SOURCE,
        *told,
        pairs=pairs,
        steps=steps,
        category=words(row.get("종류별")),
        occasion=words(row.get("상황별")),
        method=words(row.get("방법별")),
        servings=servings(row.get("인분")),
        minutes=minutes(row.get("조리시간")),
        difficulty=words(row.get("난이도")),
        popularity=count(row.get("조회수")),
        image_url=words(row.get("레시피이미지")),
    )


def _pairs(text: str | None) -> tuple[tuple[str, str], ...] | None:
    """Return [('두부', '1모'), …] without nameless ones; None when it is written otherwise."""
    items = _items(text)
    if items is None:
        return None
    pairs: list[tuple[str, str]] = []
    for item in items:
        match item:
            case [str(name), str(amount)]:
                pairs.append((words(name) or "", words(amount) or ""))
            case _:
                return None
    return tuple(pair for pair in pairs if pair[0])


def _steps(text: str | None) -> tuple[str, ...] | None:
    """Return the texts of [{'description': '…'}, …]; None when it is written otherwise."""
    items = _items(text)
    if items is None:
        return None
    told = [item.get("description") for item in items if isinstance(item, dict)]
    written = (words(step) for step in told if isinstance(step, str))
    return tuple(step for step in written if step)


def _items(text: str | None) -> list[Any] | None:
    try:
        found = ast.literal_eval(text.strip()) if text and text.strip() else []
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return found if isinstance(found, list) else None
