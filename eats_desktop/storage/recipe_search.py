"""Reads the library for finding: all recipes in outline, the recipes of each food, a page."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from eats_desktop.domain.recipe_kinds import (
    category_of,
    difficulty_of,
    method_of,
    occasion_of,
)
from eats_desktop.domain.recipe_search import NeededFood, RecipeCard, RecipeOutline
from eats_desktop.domain.stored_recipe import RecipeKey

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database

_CHANGES = text("SELECT changes FROM recipe_state")
_OUTLINES = text(
    """
    SELECT "row", popularity, minutes, servings, category, occasion, method, difficulty
    FROM recipe ORDER BY source, recipe_id
    """
)
_ROWS_OF_FOODS = text(
    """
    SELECT food, group_concat("row") AS rows FROM recipe_line INDEXED BY ix_recipe_line_food
    WHERE food IS NOT NULL GROUP BY food ORDER BY food
    """
)
"""One text for each food: a row for each of 800,000 lines takes Python five times as long."""

_ROWS_OF_NAMES = text(
    """
    SELECT name, group_concat("row") AS rows FROM recipe_line
    WHERE food IS NULL GROUP BY name ORDER BY name
    """
)
_ROWS_OF_WRITINGS = text(
    """
    SELECT name, group_concat("row") AS rows FROM recipe_line
    WHERE food IS NOT NULL AND name <> food GROUP BY name ORDER BY name
    """
)
_ROWS_OF_DOCUMENTS = text(
    """
    SELECT d."row" AS document, r."row" AS recipe FROM json_each(:documents) j
    JOIN search_document d ON d."row" = j.value
    JOIN recipe r ON r.source = d.source AND r.recipe_id = d.item
    """
)
_ROWS_OF_DISHES = text(
    """
    SELECT DISTINCT r."row" AS recipe FROM json_each(:dishes) j
    JOIN search_concept c ON c.food = j.value AND c.is_made_of = 0
    JOIN search_document d ON d."row" = c."row" AND d.kind = 'recipe'
    JOIN recipe r ON r.source = d.source AND r.recipe_id = d.item
    """
)
_CARDS = text(
    """
    SELECT "row", source, recipe_id, title, dish, category, minutes, servings, difficulty,
        popularity, image_url, source_url
    FROM recipe WHERE "row" IN :rows
    """
).bindparams(bindparam("rows", expanding=True))
_NEEDS = text(
    """
    SELECT "row", food, name FROM recipe_line WHERE "row" IN :rows ORDER BY "row", position
    """
).bindparams(bindparam("rows", expanding=True))


@dataclass(frozen=True, slots=True)
class LibraryOutline:
    """The library as it was after so many `changes`.

    `outlines` are in the order of the recipes' keys. The rows of a food, or of a written name
    the lexicon does not know, are those of the recipes that ask for it, once for each line.
    """

    changes: int
    outlines: tuple[RecipeOutline, ...]
    rows_of_foods: Mapping[str, array[int]]
    rows_of_names: Mapping[str, array[int]]


class RecipeSearchReader:
    """For any thread but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def changes(self) -> int:
        """Return a number that grows with every change of a recipe."""
        with self._database.read() as connection:
            return int(connection.execute(_CHANGES).scalar_one())

    def outline(self) -> LibraryOutline:
        """Return all of the library, as it was at one moment."""
        with self._database.read() as connection:
            changes = int(connection.execute(_CHANGES).scalar_one())
            outlines = tuple(_outline(*row) for row in connection.execute(_OUTLINES))
            foods = {row[0]: _numbers(row[1]) for row in connection.execute(_ROWS_OF_FOODS)}
            names = {row[0]: _numbers(row[1]) for row in connection.execute(_ROWS_OF_NAMES)}
        return LibraryOutline(changes, outlines, foods, names)

    def rows_of_writings(self) -> dict[str, array[int]]:
        """Return, for every name that is not its food's, the rows of the recipes that write it."""
        with self._database.read() as connection:
            return {row[0]: _numbers(row[1]) for row in connection.execute(_ROWS_OF_WRITINGS)}

    def rows(self, documents: Sequence[int]) -> dict[int, int]:
        """Return the rows of the recipes that documents of the search index stand for."""
        with self._database.read() as connection:
            found = connection.execute(_ROWS_OF_DOCUMENTS, {"documents": json.dumps(documents)})
            return {row.document: row.recipe for row in found}

    def rows_of_dishes(self, dishes: Collection[str]) -> list[int]:
        """Return the rows of indexed recipes that are called one of these dishes."""
        with self._database.read() as connection:
            found = connection.execute(_ROWS_OF_DISHES, {"dishes": json.dumps(list(dishes))})
            return [row.recipe for row in found]

    def cards(self, rows: Sequence[int]) -> dict[int, RecipeCard]:
        """Return what is shown of those of the recipes that are there; for a page of them."""
        with self._database.read() as connection:
            needs = _needs(connection, rows)
            return {
                row.row: _card(row, needs[row.row])
                for row in connection.execute(_CARDS, {"rows": list(rows)})
            }


def _outline(
    row: int,
    popularity: int,
    minutes: int | None,
    servings: int | None,
    category: str | None,
    occasion: str | None,
    method: str | None,
    difficulty: str | None,
) -> RecipeOutline:
    return RecipeOutline(
        row,
        popularity,
        minutes,
        servings,
        category_of(category),
        occasion_of(occasion),
        method_of(method),
        difficulty_of(difficulty),
    )


def _card(row: Any, needs: tuple[NeededFood, ...]) -> RecipeCard:
    return RecipeCard(
        RecipeKey(row.source, row.recipe_id),
        row.title,
        row.dish,
        category_of(row.category),
        row.minutes,
        row.servings,
        difficulty_of(row.difficulty),
        row.popularity,
        row.image_url,
        row.source_url,
        needs,
    )


def _needs(connection: Connection, rows: Iterable[int]) -> defaultdict[int, tuple[NeededFood, ...]]:
    needs: defaultdict[int, list[NeededFood]] = defaultdict(list)
    for row, food, name in connection.execute(_NEEDS, {"rows": list(rows)}):
        needs[row].append(NeededFood(food, name))
    return defaultdict(tuple, {row: tuple(lines) for row, lines in needs.items()})


def _numbers(text_: str) -> array[int]:
    return array("q", map(int, text_.split(",")))
