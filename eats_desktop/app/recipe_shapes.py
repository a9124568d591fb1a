"""The public JSON of `recipes`: field names here are a contract with scripts.

`coverage` is the share of a recipe's ingredients that the foods of --with meet, whatever else is
at home; `missing` are those that neither they nor anything held meets (pantry, paid within seven
days, cart), so that they must be bought. By --name coverage is null and missing empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.recipe_search import FoundRecipe


def recipes(found: Sequence[FoundRecipe]) -> dict[str, Json]:
    return {"recipes": [_recipe(recipe) for recipe in found]}


def _recipe(recipe: FoundRecipe) -> dict[str, Json]:
    coverage = recipe.coverage
    return {
        "id": str(recipe.key),
        "title": recipe.title,
        "dish": recipe.dish,
        "score": round(recipe.score, 4),
        "minutes": recipe.minutes,
        "servings": recipe.servings,
        "coverage": None if coverage is None else round(coverage, 4),
        "missing": list(recipe.missing),
        "url": recipe.source_url,
    }
