"""식약처 COOKRCP01: the rows of the recipe service, saved in a file or just received."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.values import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SOURCE = "cookrcp01"
_NUMBER = re.compile(r"^\d{1,2}\.\s*")
_LETTER = re.compile(r"(?<=[.가-힣])\s*[a-z]$")
_STEPS = 20


def cookrcp_recipes(rows: Iterable[Any]) -> Iterator[WrittenRecipe | BadRow]:
    for number, row in enumerate(rows, start=1):
        yield _read(number, row) if isinstance(row, dict) else BadRow(number, None, "빈 줄이에요")


def is_cookrcp(row: Mapping[str, Any]) -> bool:
    return "RCP_SEQ" in row


def _read(number: int, row: Mapping[str, Any]) -> WrittenRecipe | BadRow:
    told = {name: value for name, value in row.items() if isinstance(value, str)}
    recipe_id, title = words(told.get("RCP_SEQ")), words(told.get("RCP_NM"))
    ingredients = told.get("RCP_PARTS_DTLS", "").strip()
    if recipe_id is None:
        return BadRow(number, None, "레시피 번호가 없어요")
    if title is None:
        return BadRow(number, recipe_id, "제목이 없어요")
    if not ingredients:
        return BadRow(number, recipe_id, "재료가 없어요")
    written = (words(told.get(f"MANUAL{step:02}")) for step in range(1, _STEPS + 1))
    tip = words(told.get("RCP_NA_TIP"))
    return WrittenRecipe(
        SOURCE,
        recipe_id,
        title,
        title,
        ingredients=ingredients,
        has_commas=True,
        steps=tuple(_LETTER.sub("", _NUMBER.sub("", step)) for step in written if step),
        tips=() if tip is None else (tip,),
        category=words(told.get("RCP_PAT2")),
        method=words(told.get("RCP_WAY2")),
        image_url=words(told.get("ATT_FILE_NO_MK")),
    )
