"""만개의레시피 open data: CSV in its own columns, ingredients as one text with bars or with BEL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.bel_fields import bel_items, has_fields
from eats_desktop.sources.recipes.values import count, heading, minutes, servings, words

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE = "10000recipe"
_NO_NAMES = "| \a\t\r\n"
_HEADING = ("RCP_SNO", "RCP_TTL", "CKG_NM")
NEEDED = frozenset({"RCP_SNO", "RCP_TTL", "CKG_NM", "CKG_MTRL_CN"})


def read_open(number: int, row: Mapping[str | None, str | None]) -> WrittenRecipe | BadRow:
    told = heading(number, row, _HEADING)
    if isinstance(told, BadRow):
        return told
    ingredients = (row.get("CKG_MTRL_CN") or "").strip()
    items = bel_items(ingredients) if has_fields(ingredients) else ()
    if not (items or ingredients.strip(_NO_NAMES)):
        return BadRow(number, told.recipe_id, "재료가 없어요")
    return WrittenRecipe(
        SOURCE,
        *told,
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
        source_url=f"https://www.10000recipe.com/recipe/{told.recipe_id}",
    )
