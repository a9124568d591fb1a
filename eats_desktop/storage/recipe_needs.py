"""Reads what recipes need of each food, for plans that use up the stock."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.domain.use_up import NeededAmount, RecipeNeeds
from eats_desktop.storage.quantities import quantity_of, quantity_of_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database

_HEADS = text(
    'SELECT "row", source, recipe_id, title, dish, servings FROM recipe WHERE "row" IN :rows'
).bindparams(bindparam("rows", expanding=True))
_LINES = text(
    """
    SELECT "row", food, name, low, high, unit, also FROM recipe_line
    WHERE "row" IN :rows AND coalesce(food, '') <> :water ORDER BY "row", position
    """
).bindparams(bindparam("rows", expanding=True), water=WATER)


class RecipeNeedsReader:
    """For any thread but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def needs(self, rows: Sequence[int]) -> dict[int, RecipeNeeds]:
        """Return what those of the recipes need that are there; for some hundred of them."""
        with self._database.read() as connection:
            lines = _lines(connection, rows)
            return {
                row: RecipeNeeds(
                    RecipeKey(source, recipe_id), title, dish, servings, tuple(lines[row])
                )
                for row, source, recipe_id, title, dish, servings in connection.execute(
                    _HEADS, {"rows": list(rows)}
                )
            }


def _lines(connection: Connection, rows: Sequence[int]) -> dict[int, list[NeededAmount]]:
    lines: defaultdict[int, list[NeededAmount]] = defaultdict(list)
    for row, food, name, low, high, unit, also in connection.execute(_LINES, {"rows": list(rows)}):
        quantity = quantity_of(low, high, unit)
        lines[row].append(NeededAmount(food, name, quantity, quantity_of_json(also)))
    return lines
