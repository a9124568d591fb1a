"""The recipes of catalog.db: shipped and imported, found by the foods of their lines."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, text, tuple_, update

from eats_desktop.domain.search import DocumentKey, DocumentKind
from eats_desktop.domain.stored_recipe import RecipeFacts, RecipeKey
from eats_desktop.storage.recipe_tables import RecipeLineRow, RecipeRow
from eats_desktop.storage.recipe_values import (
    full_recipe,
    ingredient_line,
    line_values,
    recipe_values,
    stored_line,
    stored_recipe,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from eats_desktop.domain.stored_recipe import FullRecipe, StoredRecipe
    from eats_desktop.storage.database import Database

_MOST_KEYS = 400

_WITH = text(
    """
    SELECT r.* FROM recipe r
    JOIN (SELECT "row", count(DISTINCT food) AS held FROM recipe_line
          WHERE food IN :foods GROUP BY "row") l ON l."row" = r."row"
    ORDER BY l.held DESC, r.popularity DESC, r."row" LIMIT :limit
    """
).bindparams(bindparam("foods", expanding=True))
_STALE = text(
    """
    SELECT r.* FROM recipe r
    LEFT JOIN search_document d
        ON d.kind = 'recipe' AND d.source = r.source AND d.item = r.recipe_id
    WHERE d."row" IS NULL OR d.version <> r.version || :models
    ORDER BY r."row" LIMIT :limit
    """
)
_GONE = text(
    """
    SELECT d.source, d.item FROM search_document d
    LEFT JOIN recipe r ON r.source = d.source AND r.recipe_id = d.item
    WHERE d.kind = 'recipe' AND r."row" IS NULL LIMIT :limit
    """
)


class SavedRecipes(NamedTuple):
    inserted: int
    updated: int
    unchanged: int


class RecipeStore:
    """`save` and `delete` are for the writer thread, the rest for any but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, recipes: Sequence[FullRecipe]) -> SavedRecipes:
        """Write new and changed recipes in one transaction; of one key given twice, the last."""
        wanted = {recipe.key: recipe for recipe in recipes}
        with self._database.write() as connection:
            known = {(row.source, row.recipe_id): row for row in _rows(connection, [*wanted])}
            changed = [one for key, one in wanted.items() if key in known]
            changed = [one for one in changed if known[one.key].version != one.version]
            new = [one for key, one in wanted.items() if key not in known]
            for recipe in changed:
                row = known[recipe.key].row
                values = recipe_values(recipe)
                connection.execute(update(RecipeRow).where(RecipeRow.row == row).values(values))
                connection.execute(delete(RecipeLineRow).where(RecipeLineRow.row == row))
                _write_lines(connection, row, recipe)
            for recipe in new:
                adding = insert(RecipeRow).values(recipe_values(recipe)).returning(RecipeRow.row)
                _write_lines(connection, connection.execute(adding).scalar_one(), recipe)
        return SavedRecipes(len(new), len(changed), len(wanted) - len(new) - len(changed))

    def delete(self, keys: Sequence[RecipeKey]) -> None:
        """Forget recipes; unknown keys are no matter."""
        with self._database.write() as connection:
            rows = [row.row for row in _rows(connection, keys)]
            for table in (RecipeLineRow, RecipeRow):
                connection.execute(delete(table).where(table.row.in_(rows)))

    def versions(self, source: str) -> dict[str, str]:
        """Return the version of every recipe of a source by its id."""
        asked = select(RecipeRow.recipe_id, RecipeRow.version).where(RecipeRow.source == source)
        with self._database.read() as connection:
            return {row.recipe_id: row.version for row in connection.execute(asked)}

    def find(self, key: RecipeKey) -> FullRecipe | None:
        with self._database.read() as connection:
            rows = _rows(connection, [key])
            if not rows:
                return None
            lines = _lines(connection, [rows[0].row])[rows[0].row]
        return full_recipe(rows[0], tuple(ingredient_line(line) for line in lines))

    def recipes(self, keys: Sequence[RecipeKey]) -> dict[RecipeKey, StoredRecipe]:
        """Return those of the recipes that are there."""
        with self._database.read() as connection:
            found = _stored(connection, _rows(connection, keys))
        return {recipe.key: recipe for recipe in found}

    def facts(self, keys: Sequence[RecipeKey]) -> dict[RecipeKey, RecipeFacts]:
        """Return what lists show of those of the recipes that are there."""
        with self._database.read() as connection:
            return {
                RecipeKey(row.source, row.recipe_id): RecipeFacts(
                    row.dish, row.minutes, row.servings
                )
                for row in _rows(connection, keys)
            }

    def recipes_with(self, foods: Collection[str], limit: int) -> list[StoredRecipe]:
        """Return recipes that need any of the foods: most of them first, then by popularity."""
        with self._database.read() as connection:
            rows = connection.execute(_WITH, {"foods": sorted(foods), "limit": limit}).all()
            return _stored(connection, rows)

    def unindexed(self, models: str, limit: int) -> list[tuple[StoredRecipe, str]]:
        """Return recipes never indexed as they are now, and the version to index them with."""
        asked = {"models": models, "limit": limit}
        with self._database.read() as connection:
            rows = connection.execute(_STALE, asked).all()
            found = _stored(connection, rows)
        return [(one, row.version + models) for one, row in zip(found, rows, strict=True)]

    def gone(self, limit: int) -> list[DocumentKey]:
        """Return documents of recipes that are no more."""
        with self._database.read() as connection:
            rows = connection.execute(_GONE, {"limit": limit})
            return [DocumentKey(DocumentKind.RECIPE, row.source, row.item) for row in rows]


def _rows(connection: Connection, keys: Sequence[RecipeKey]) -> list[Any]:
    pair = tuple_(RecipeRow.source, RecipeRow.recipe_id)
    found: list[Any] = []
    for at in range(0, len(keys), _MOST_KEYS):
        some = [tuple(key) for key in keys[at : at + _MOST_KEYS]]
        found += connection.execute(select(RecipeRow.__table__).where(pair.in_(some)))
    return found


def _lines(connection: Connection, rows: Sequence[int]) -> dict[int, list[Any]]:
    """Return the lines of each recipe in their order."""
    lines: dict[int, list[Any]] = defaultdict(list)
    for at in range(0, len(rows), _MOST_KEYS):
        asked = (
            select(RecipeLineRow.__table__)
            .where(RecipeLineRow.row.in_(rows[at : at + _MOST_KEYS]))
            .order_by(RecipeLineRow.row, RecipeLineRow.position)
        )
        for line in connection.execute(asked):
            lines[line.row].append(line)
    return lines


def _stored(connection: Connection, rows: Sequence[Any]) -> list[StoredRecipe]:
    lines = _lines(connection, [row.row for row in rows])
    return [stored_recipe(row, tuple(stored_line(line) for line in lines[row.row])) for row in rows]


def _write_lines(connection: Connection, row: int, recipe: FullRecipe) -> None:
    values = [line_values(row, at, line) for at, line in enumerate(recipe.ingredients)]
    if values:
        connection.execute(insert(RecipeLineRow), values)
