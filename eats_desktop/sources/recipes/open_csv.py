"""만개의레시피 open data: CSV in its own columns, ingredients as one text parted by bars or BEL."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.values import count, minutes, servings, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SOURCE = "10000recipe"
_NEEDED = {"RCP_SNO", "RCP_TTL", "CKG_NM", "CKG_MTRL_CN"}


def open_csv_recipes(lines: Iterable[str]) -> Iterator[WrittenRecipe | BadRow]:
    """Read row after row; InputError when the columns are not those of this file."""
    table = csv.DictReader(line.replace("\0", "") for line in lines)
    missing = _NEEDED - set(table.fieldnames or ())
    if missing:
        raise InputError("레시피 파일의 열이 맞지 않아요: " + ", ".join(sorted(missing)))
    for number, row in enumerate(table, start=1):
        yield _read(number, row)


def _read(number: int, row: Mapping[str | None, str | None]) -> WrittenRecipe | BadRow:
    recipe_id = words(row.get("RCP_SNO"))
    title, dish = words(row.get("RCP_TTL")), words(row.get("CKG_NM"))
    ingredients = (row.get("CKG_MTRL_CN") or "").strip()
    if None in row or row.get("CKG_TIME_NM") is None:
        return BadRow(number, recipe_id, "열의 수가 맞지 않아요")
    if recipe_id is None or not recipe_id.isdigit():
        return BadRow(number, recipe_id, "레시피 번호가 없어요")
    if title is None and dish is None:
        return BadRow(number, recipe_id, "제목이 없어요")
    if not ingredients:
        return BadRow(number, recipe_id, "재료가 없어요")
    return WrittenRecipe(
        SOURCE,
        recipe_id,
        title or dish or "",
        dish or title or "",
        ingredients=ingredients,
        category=words(row.get("CKG_KND_ACTO_NM")),
        occasion=words(row.get("CKG_STA_ACTO_NM")),
        method=words(row.get("CKG_MTH_ACTO_NM")),
        servings=servings(row.get("CKG_INBUN_NM")),
        minutes=minutes(row.get("CKG_TIME_NM")),
        difficulty=words(row.get("CKG_DODF_NM")),
        popularity=count(row.get("INQ_CNT")),
        image_url=words(row.get("RCP_IMG_URL")),
        source_url=f"https://www.10000recipe.com/recipe/{recipe_id}",
    )
