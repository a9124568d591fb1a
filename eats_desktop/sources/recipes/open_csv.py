"""만개의레시피 open data: CSV in its own columns, ingredients as one text with bars or with BEL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.bel_fields import bel_items, has_fields
from eats_desktop.sources.recipes.values import count, minutes, servings, words

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = "10000recipe"
_NO_NAMES = "| \a\t\r\n"
NEEDED = frozenset({"RCP_SNO", "RCP_TTL", "CKG_NM", "CKG_MTRL_CN"})


def read_open(number: int, row: Mapping[str | None, str | None]) -> WrittenRecipe | BadRow:
    recipe_id = words(row.get("RCP_SNO"))
    title, dish = words(row.get("RCP_TTL")), words(row.get("CKG_NM"))
    ingredients = (row.get("CKG_MTRL_CN") or "").strip()
    if recipe_id is None or not recipe_id.isdigit():
        return BadRow(number, recipe_id, "레시피 번호가 없어요")
    if title is None and dish is None:
        return BadRow(number, recipe_id, "제목이 없어요")
    items = bel_items(ingredients) if has_fields(ingredients) else ()
    if not (items or ingredients.strip(_NO_NAMES)):
        return BadRow(number, recipe_id, "재료가 없어요")
    return WrittenRecipe(
        SOURCE,
        recipe_id,
        title or dish or "",
        dish or title or "",
        ingredients=ingredients,
        pairs=tuple((item.name, item.amount) for item in items),
        groups=tuple(item.group for item in items),
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
