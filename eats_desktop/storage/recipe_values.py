"""A recipe and its lines in the columns of their rows, and back."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey, StoredLine, StoredRecipe

_PLAIN = (
    "title",
    "dish",
    "category",
    "occasion",
    "method",
    "servings",
    "minutes",
    "difficulty",
    "popularity",
    "image_url",
    "source_url",
    "version",
)


def recipe_values(recipe: FullRecipe) -> dict[str, object]:
    return {
        "source": recipe.key.source,
        "recipe_id": recipe.key.recipe_id,
        **{name: getattr(recipe, name) for name in _PLAIN},
        "steps": _json([[step.text, step.timer_minutes] for step in recipe.steps]),
        "tips": _json(recipe.tips),
    }


def line_values(row: int, position: int, line: IngredientLine) -> dict[str, object]:
    quantity = line.quantity
    return {
        "row": row,
        "position": position,
        "text": line.text,
        "name": line.name,
        "food": line.food,
        "low": None if quantity is None else str(quantity.low),
        "high": None if quantity is None else str(quantity.high),
        "unit": None if quantity is None else quantity.unit,
        "also": None
        if line.also is None
        else _json([str(line.also.low), str(line.also.high), line.also.unit]),
        "vague": line.vague,
        "note": line.note,
        "forms": _json(line.forms),
        "heading": line.group,
    }


def full_recipe(row: Any, lines: tuple[IngredientLine, ...]) -> FullRecipe:
    return FullRecipe(
        key=RecipeKey(row.source, row.recipe_id),
        ingredients=lines,
        steps=tuple(Step(text, timer) for text, timer in json.loads(row.steps)),
        tips=tuple(json.loads(row.tips)),
        **{name: getattr(row, name) for name in _PLAIN},
    )


def ingredient_line(row: Any) -> IngredientLine:
    return IngredientLine(
        text=row.text,
        name=row.name,
        food=row.food,
        quantity=_quantity(row.low, row.high, row.unit),
        also=None if row.also is None else _quantity(*json.loads(row.also)),
        vague=row.vague,
        note=row.note,
        forms=tuple(json.loads(row.forms)),
        group=row.heading,
    )


def stored_recipe(row: Any, lines: tuple[StoredLine, ...]) -> StoredRecipe:
    return StoredRecipe(
        RecipeKey(row.source, row.recipe_id),
        row.title,
        row.dish,
        row.category,
        row.minutes,
        row.servings,
        row.popularity,
        lines,
    )


def stored_line(row: Any) -> StoredLine:
    quantity = _quantity(row.low, row.high, row.unit)
    middle = None if quantity is None else quantity.middle
    return StoredLine(row.food, row.name, middle, row.unit, row.heading)


def _quantity(low: str | None, high: str | None, unit: str | None) -> Quantity | None:
    if low is None or high is None:
        return None
    return Quantity(Fraction(low), Fraction(high), unit)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
