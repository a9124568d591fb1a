"""The recipes of catalog.db: shipped and imported, found by the foods of their lines."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, or_, select, text, tuple_, update

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
    from collections.abc import Collection, Mapping, Sequence

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
    WHERE r."row" > :after AND (d."row" IS NULL OR d.version <> r.version || :models)
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


class UnindexedRecipe(NamedTuple):
    """`version` is what its document is to be indexed with."""

    row: int
    recipe: StoredRecipe
    version: str


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
            rows = {known[one.key].row: one for one in changed}
            for row, recipe in rows.items():
                values = recipe_values(recipe)
                connection.execute(update(RecipeRow).where(RecipeRow.row == row).values(values))
            connection.execute(delete(RecipeLineRow).where(RecipeLineRow.row.in_(rows)))
            _write_lines(connection, rows | _insert(connection, new))
        return SavedRecipes(len(new), len(changed), len(wanted) - len(new) - len(changed))

    def delete(self, keys: Sequence[RecipeKey]) -> None:
        """Forget recipes; unknown keys are no matter."""
        with self._database.write() as connection:
            rows = [row.row for row in _rows(connection, keys)]
            for table in (RecipeLineRow, RecipeRow):
                connection.execute(delete(table).where(table.row.in_(rows)))

    def unread(self, reading: str, limit: int) -> list[FullRecipe]:
        """Return recipes whose lines something else than `reading` has read."""
        rest = or_(RecipeRow.reading < reading, RecipeRow.reading > reading)
        with self._database.read() as connection:
            rows = connection.execute(select(RecipeRow.__table__).where(rest).limit(limit)).all()
            return _full(connection, rows)

    def reread(self, recipes: Sequence[FullRecipe]) -> None:
        """Write the lines of recipes anew; what is no more by now is no matter."""
        wanted = {recipe.key: recipe for recipe in recipes}
        with self._database.write() as connection:
            rows = {
                row.row: wanted[RecipeKey(row.source, row.recipe_id)]
                for row in _rows(connection, [*wanted])
            }
            for row, recipe in rows.items():
                values = {"reading": recipe.reading}
                connection.execute(update(RecipeRow).where(RecipeRow.row == row).values(values))
            connection.execute(delete(RecipeLineRow).where(RecipeLineRow.row.in_(rows)))
            _write_lines(connection, rows)

    def versions(self, source: str) -> dict[str, str]:
        """Return the version of every recipe of a source by its id."""
        asked = select(RecipeRow.recipe_id, RecipeRow.version).where(RecipeRow.source == source)
        with self._database.read() as connection:
            return {row.recipe_id: row.version for row in connection.execute(asked)}

    def find(self, key: RecipeKey) -> FullRecipe | None:
        with self._database.read() as connection:
            found = _full(connection, _rows(connection, [key]))
        return found[0] if found else None

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

    def rows(self, keys: Sequence[RecipeKey]) -> dict[RecipeKey, int]:
        """Return the row numbers of those of the recipes that are there."""
        with self._database.read() as connection:
            found = _rows(connection, keys)
        return {RecipeKey(row.source, row.recipe_id): row.row for row in found}

    def recipes_with(self, foods: Collection[str], limit: int) -> list[StoredRecipe]:
        """Return recipes that need any of the foods: most of them first, then by popularity."""
        with self._database.read() as connection:
            rows = connection.execute(_WITH, {"foods": sorted(foods), "limit": limit}).all()
            return _stored(connection, rows)

    def unindexed(self, models: str, after: int, limit: int) -> list[UnindexedRecipe]:
        """Return recipes behind the row `after` that were never indexed as they are now."""
        asked = {"models": models, "after": after, "limit": limit}
        with self._database.read() as connection:
            rows = connection.execute(_STALE, asked).all()
            found = _stored(connection, rows)
        return [
            UnindexedRecipe(row.row, one, row.version + models)
            for one, row in zip(found, rows, strict=True)
        ]

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


def _full(connection: Connection, rows: Sequence[Any]) -> list[FullRecipe]:
    lines = _lines(connection, [row.row for row in rows])
    return [
        full_recipe(row, tuple(ingredient_line(line) for line in lines[row.row])) for row in rows
    ]


def _insert(connection: Connection, recipes: Sequence[FullRecipe]) -> dict[int, FullRecipe]:
    """Give the recipes the next free rows, write them without their lines, return the rows."""
    last = connection.execute(select(func.max(RecipeRow.row))).scalar() or 0
    numbered = dict(enumerate(recipes, start=last + 1))
    if numbered:
        values = [{"row": row, **recipe_values(recipe)} for row, recipe in numbered.items()]
        connection.execute(insert(RecipeRow), values)
    return numbered


def _write_lines(connection: Connection, recipes: Mapping[int, FullRecipe]) -> None:
    """Write the lines of each row's recipe; those from before are gone already."""
    values = [
        line_values(row, at, line)
        for row, recipe in recipes.items()
        for at, line in enumerate(recipe.ingredients)
    ]
    if values:
        connection.execute(insert(RecipeLineRow), values)
