"""A recipe and its lines in the columns of their rows, and back."""

from __future__ import annotations

import json
from typing import Any

from eats_desktop.domain.ingredient_line import IngredientLine
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey, StoredLine, StoredRecipe
from eats_desktop.storage.quantities import (
    quantity_json,
    quantity_of,
    quantity_of_json,
    quantity_values,
)

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
    "reading",
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
    return {
        "row": row,
        "position": position,
        "text": line.text,
        "name": line.name,
        "food": line.food,
        **quantity_values(line.quantity),
        "also": quantity_json(line.also),
        "vague": line.vague,
        "note": line.note,
        "forms": _json(line.forms),
        "heading": line.group,
        "amount_at": line.amount_at,
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
        quantity=quantity_of(row.low, row.high, row.unit),
        also=quantity_of_json(row.also),
        vague=row.vague,
        note=row.note,
        forms=tuple(json.loads(row.forms)),
        group=row.heading,
        amount_at=row.amount_at,
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
    quantity = quantity_of(row.low, row.high, row.unit)
    middle = None if quantity is None else quantity.middle
    return StoredLine(row.food, row.name, middle, row.unit, row.heading)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
