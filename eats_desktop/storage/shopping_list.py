"""The lines of the shopping list, in user.db."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.shopping_list import ListChange, ListedLine
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.pantry_tables import ShoppingLineRow
from eats_desktop.storage.quantities import (
    quantity_json,
    quantity_of,
    quantity_of_json,
    quantity_values,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

    from eats_desktop.storage.database import Database


class ShoppingListStore:
    """Each change is one transaction, and is what `restore` takes to put back what was."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self) -> tuple[ListedLine, ...]:
        """Return all lines in the order they were put on."""
        with self._database.read() as connection:
            return _where(connection)

    def add(self, lines: Sequence[ListedLine]) -> ListChange:
        """Put lines on; each gets a number of its own."""
        adding = insert(ShoppingLineRow).returning(ShoppingLineRow.__table__)
        with self._database.write() as connection:
            rows = [connection.execute(adding.values(_values(line))).one() for line in lines]
        return ListChange(after=tuple(_line(row) for row in rows))

    def check(self, line_ids: Sequence[int], *, done: bool) -> ListChange:
        """Check lines off or on; NotFoundError when one is no more: then none changes."""
        mine = ShoppingLineRow.line_id.in_(line_ids)
        with self._database.write() as connection:
            before = _some(connection, line_ids)
            connection.execute(update(ShoppingLineRow).where(mine).values(is_done=done))
            return ListChange(before, _where(connection, mine))

    def remove(self, line_ids: Sequence[int]) -> ListChange:
        """Take lines off; NotFoundError when one is no more: then none goes."""
        with self._database.write() as connection:
            before = _some(connection, line_ids)
            _delete(connection, line_ids)
            return ListChange(before)

    def clear_done(self) -> ListChange:
        """Take off what is checked off."""
        with self._database.write() as connection:
            before = _where(connection, ShoppingLineRow.is_done.is_(True))
            _delete(connection, [line.line_id for line in before])
            return ListChange(before)

    def restore(self, change: ListChange) -> None:
        """Put everything back as it was before a change."""
        with self._database.write() as connection:
            _delete(connection, [line.line_id for line in (*change.after, *change.before)])
            for line in change.before:
                values = {"line_id": line.line_id, **_values(line)}
                connection.execute(insert(ShoppingLineRow).values(values))


def _where(connection: Connection, *wanted: ColumnElement[bool]) -> tuple[ListedLine, ...]:
    rows = connection.execute(
        select(ShoppingLineRow.__table__).where(*wanted).order_by(ShoppingLineRow.line_id)
    )
    return tuple(_line(row) for row in rows)


def _some(connection: Connection, line_ids: Sequence[int]) -> tuple[ListedLine, ...]:
    found = _where(connection, ShoppingLineRow.line_id.in_(line_ids))
    gone = {*line_ids} - {line.line_id for line in found}
    if gone:
        raise NotFoundError(f"장보기 목록에 없는 줄이에요: {', '.join(map(str, sorted(gone)))}")
    return found


def _delete(connection: Connection, line_ids: Sequence[int]) -> None:
    connection.execute(delete(ShoppingLineRow).where(ShoppingLineRow.line_id.in_(line_ids)))


def _values(line: ListedLine) -> dict[str, object]:
    return {
        "text": line.text,
        "name": line.name,
        "food": line.food,
        **quantity_values(line.quantity),
        "also": quantity_json(line.also),
        "vague": line.vague,
        "recipe_source": None if line.recipe is None else line.recipe.source,
        "recipe_id": None if line.recipe is None else line.recipe.recipe_id,
        "recipe_title": line.recipe_title,
        "is_done": line.is_done,
        "added_at": epoch(line.added_at),
    }


def _line(row: Any) -> ListedLine:
    return ListedLine(
        row.line_id,
        row.text,
        row.name,
        row.food,
        quantity_of(row.low, row.high, row.unit),
        quantity_of_json(row.also),
        row.vague,
        None if row.recipe_id is None else RecipeKey(row.recipe_source, row.recipe_id),
        row.recipe_title,
        row.is_done,
        moment(row.added_at),
    )
