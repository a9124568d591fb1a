"""What the name of a product was read as, in the columns of its row."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.food import FoodKind, FoodReading, NameReading

COLUMNS = (
    "is_food",
    "p_food",
    "model_version",
    "kind",
    "p_ingredient",
    "read_brand",
    "foods",
    "ingredients",
    "derived",
    "amount_total",
    "amount_unit",
    "amount_packs",
)


def reading_values(reading: FoodReading | None) -> dict[str, object]:
    """Return the columns of a reading; of a name nobody read, all unknown."""
    words = NameReading() if reading is None else reading.words
    amount = None if reading is None else reading.amount
    return {
        "is_food": None if reading is None else reading.is_food,
        "p_food": None if reading is None else reading.probability,
        "model_version": None if reading is None else reading.model_version,
        "kind": None if reading is None or reading.kind is None else reading.kind.value,
        "p_ingredient": None if reading is None else reading.p_ingredient,
        "read_brand": words.brand,
        "foods": json.dumps(words.foods, ensure_ascii=False),
        "ingredients": json.dumps(words.ingredients, ensure_ascii=False),
        "derived": words.derived,
        "amount_total": None if amount is None else float(amount.total),
        "amount_unit": None if amount is None else amount.unit.value,
        "amount_packs": None if amount is None else amount.packs,
    }


def reading_of(row: Any) -> FoodReading | None:
    """Return the reading stored in a product row, None when its name was not read yet."""
    if row.model_version is None or row.is_food is None:
        return None
    kind = kind_of(row)
    words = NameReading(
        row.read_brand,
        tuple(json.loads(row.foods)),
        tuple(json.loads(row.ingredients)),
        bool(row.derived),
        kind,
    )
    return FoodReading(
        bool(row.is_food),
        row.p_food,
        row.model_version,
        kind,
        row.p_ingredient,
        words,
        amount_of(row),
    )


def kind_of(row: Any) -> FoodKind | None:
    return None if row.kind is None else FoodKind(row.kind)


def amount_of(row: Any) -> Amount | None:
    if row.amount_total is None:
        return None
    return Amount(Decimal(str(row.amount_total)), Unit(row.amount_unit), row.amount_packs)
