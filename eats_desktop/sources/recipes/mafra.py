"""농림축산식품 recipe tables: recipes, ingredients and steps in files of their own, joined by id.

Columns have the names of the public service, or those of a cleaned copy of it.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.values import minutes, servings, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Row = Mapping[str, Any]

SOURCE = "mafra"
_ID = ("recipe_code", "RECIPE_ID")
_TITLE = ("recipe", "RECIPE_NM_KO")
_NAME, _AMOUNT = ("name", "IRDNT_NM"), ("amount", "IRDNT_CPCTY")
_ORDER, _STEP, _TIP = ("order_num", "COOKING_NO"), ("detail", "COOKING_DC"), ("tip", "STEP_TIP")


class Table(Enum):
    RECIPES = "기본 정보"
    INGREDIENTS = "재료 정보"
    STEPS = "과정 정보"


def table_of(row: Row) -> Table | None:
    """Return which of the tables a row is of, None when it is of none."""
    if _first(row, _ID) is None:
        return None
    if _first(row, _STEP) is not None:
        return Table.STEPS
    if any(name in row for name in _AMOUNT):
        return Table.INGREDIENTS
    return None if _first(row, _TITLE) is None else Table.RECIPES


def mafra_recipes(tables: Mapping[Table, Iterable[Any]]) -> Iterator[WrittenRecipe | BadRow]:
    """Join the tables; InputError when recipes or ingredients are not given.

    Ingredients and steps are kept in memory: all of a public table is some thousand short lines.
    """
    for needed in (Table.RECIPES, Table.INGREDIENTS):
        if needed not in tables:
            raise InputError(f"농림축산식품 레시피의 '{needed.value}' 파일도 함께 주세요.")
    ingredients = _grouped(tables[Table.INGREDIENTS])
    steps = _grouped(tables.get(Table.STEPS, ()))
    for number, row in enumerate(tables[Table.RECIPES], start=1):
        recipe_id = _first(row, _ID) if isinstance(row, dict) else None
        if recipe_id is None:
            yield BadRow(number, None, "레시피 번호가 없어요")
        else:
            yield _joined(number, row, ingredients.pop(recipe_id, []), steps.pop(recipe_id, []))
    for recipe_id, strays in {**steps, **ingredients}.items():
        yield BadRow(strays[0][0], recipe_id, "기본 정보에 없는 레시피의 재료나 과정이에요")


def _grouped(rows: Iterable[Any]) -> dict[str, list[tuple[int, Row]]]:
    grouped: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for number, row in enumerate(rows, start=1):
        recipe_id = _first(row, _ID) if isinstance(row, dict) else None
        grouped[recipe_id or ""].append((number, row if isinstance(row, dict) else {}))
    return grouped


def _joined(
    number: int, row: Row, ingredients: list[tuple[int, Row]], steps: list[tuple[int, Row]]
) -> WrittenRecipe | BadRow:
    recipe_id, title = _first(row, _ID) or "", _first(row, _TITLE)
    named = ((_first(one, _NAME), _first(one, _AMOUNT) or "") for _, one in ingredients)
    pairs = tuple((name, amount) for name, amount in named if name)
    if title is None:
        return BadRow(number, recipe_id, "제목이 없어요")
    if not pairs:
        return BadRow(number, recipe_id, "재료가 없어요")
    ordered = sorted(steps, key=lambda step: _order(step[1]))
    written = (_first(step, _STEP) for _, step in ordered)
    tips = (_first(step, _TIP) for _, step in ordered)
    return WrittenRecipe(
        SOURCE,
        recipe_id,
        title,
        title,
        pairs=pairs,
        steps=tuple(step for step in written if step),
        tips=tuple(dict.fromkeys(tip for tip in tips if tip)),
        category=_first(row, ("class", "TY_NM")),
        servings=servings(_first(row, ("serving", "QNT"))),
        minutes=minutes(_first(row, ("time", "COOKING_TIME"))),
        difficulty=_first(row, ("difficulty", "LEVEL_NM")),
        image_url=_first(row, ("imageURL", "IMG_URL")),
        source_url=_first(row, ("detailURL", "DET_URL")),
    )


def _order(step: Row) -> int:
    number = _first(step, _ORDER) or ""
    return int(number) if number.isdecimal() else 0


def _first(row: Row, names: tuple[str, ...]) -> str | None:
    """Return the first of the columns that says something; a number as text, NaN as nothing."""
    for name in names:
        value = row.get(name)
        if isinstance(value, int) or (isinstance(value, float) and value == value):
            value = str(value)
        if isinstance(value, str) and (found := words(value)) is not None:
            return found
    return None
