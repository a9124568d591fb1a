"""The public JSON of recipe, pantry and shopping list: field names here are a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.json_shapes import instant
from eats_desktop.domain.quantity_text import quantity_text
from eats_desktop.services.shopping_list_service import entry_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from fractions import Fraction

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.ingredient_line import Quantity
    from eats_desktop.domain.pantry import PantryItem
    from eats_desktop.domain.shopping_list import ShoppingEntry
    from eats_desktop.services.recipe_page import KnownRecipe


def quantity(value: Quantity | None) -> dict[str, Json] | None:
    """`text` is what a person reads, with numbers a kitchen can measure."""
    if value is None:
        return None
    return {
        "low": float(value.low),
        "high": float(value.high),
        "unit": value.unit,
        "text": quantity_text(value),
    }


def pantry_item(item: PantryItem, suggested: date | None) -> dict[str, Json]:
    """`suggested_use_by` is the usual shelf life, `use_by` what the shopper said."""
    return {
        "id": item.item_id,
        "name": item.name,
        "food": item.food,
        "quantity": quantity(item.quantity),
        "use_by": None if item.use_by is None else item.use_by.isoformat(),
        "suggested_use_by": None if suggested is None else suggested.isoformat(),
        "origin": item.origin.value,
        "order_no": item.order_no,
        "added_at": instant(item.added_at),
    }


def shopping_entry(entry: ShoppingEntry) -> dict[str, Json]:
    return {
        "ids": list(entry.line_ids),
        "name": entry.name,
        "food": entry.food,
        "amounts": [quantity(one) for one in entry.amounts],
        "vague": list(entry.vague),
        "text": entry_amount(entry),
        "done": entry.is_done,
        "lines": [
            {
                "id": line.line_id,
                "text": line.text,
                "recipe": None if line.recipe is None else str(line.recipe),
                "recipe_title": line.recipe_title,
            }
            for line in entry.lines
        ],
    }


def recipe(
    known: KnownRecipe,
    statuses: Sequence[IngredientStatus],
    factor: Fraction,
    allergens: Iterable[str],
) -> dict[str, Json]:
    """`statuses` hold the lines for `factor` times the servings the recipe is written for."""
    value = known.recipe
    shown = None if value.servings is None else value.servings * factor
    return {
        "id": str(value.key),
        "title": value.title,
        "dish": value.dish,
        "category": value.category,
        "occasion": value.occasion,
        "method": value.method,
        "minutes": value.minutes,
        "difficulty": value.difficulty,
        "servings": None if shown is None else float(shown),
        "written_servings": value.servings,
        "ingredients": [_ingredient(status) for status in statuses],
        "allergens": list(allergens),
        "steps": [{"text": step.text, "timer_minutes": step.timer_minutes} for step in value.steps],
        "tips": list(value.tips),
        "stars": known.stars,
        "image_url": value.image_url,
        "url": value.source_url,
    }


def _ingredient(status: IngredientStatus) -> dict[str, Json]:
    line, held = status.line, status.holding
    return {
        "text": line.text,
        "name": line.name,
        "food": line.food,
        "group": line.group,
        "forms": list(line.forms),
        "quantity": quantity(line.quantity),
        "also": quantity(line.also),
        "vague": line.vague,
        "note": line.note,
        "status": status.availability.value,
        "because": None if held is None else held.because.value,
        "by": None if held is None else held.name,
        "since": None if held is None or held.since is None else held.since.isoformat(),
        "stands_in": status.stands_in,
    }
