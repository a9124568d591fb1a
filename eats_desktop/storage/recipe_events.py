"""What the shopper did with recipes, by the recipe's own key: the catalogue may be fetched anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from eats_desktop.domain.recipe_event import RecipeEvent, RecipeEventKind
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.recipe_event_tables import RecipeEventRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from eats_desktop.storage.database import Database


class RecipeEventStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, event: RecipeEvent) -> None:
        """Add an event; a rating takes the place of the one the recipe had."""
        row = {
            "kind": event.kind.value,
            "source": event.recipe.source,
            "recipe_id": event.recipe.recipe_id,
            "at": epoch(event.at),
            "value": event.value,
        }
        with self._database.write() as connection:
            if event.kind is RecipeEventKind.RATE:
                connection.execute(delete(RecipeEventRow).where(*_rating_of(event.recipe)))
            connection.execute(insert(RecipeEventRow).values(row))

    def remove_rating(self, recipe: RecipeKey) -> None:
        """Forget a recipe's rating; one that has none is no matter."""
        with self._database.write() as connection:
            connection.execute(delete(RecipeEventRow).where(*_rating_of(recipe)))

    def rating(self, recipe: RecipeKey) -> int | None:
        asked = select(RecipeEventRow.value).where(*_rating_of(recipe))
        with self._database.read() as connection:
            return connection.execute(asked).scalar_one_or_none()

    def ratings(self) -> tuple[RecipeEvent, ...]:
        """Return all ratings, the newest first."""
        row = RecipeEventRow
        asked = (
            select(row.__table__)
            .where(row.kind == RecipeEventKind.RATE.value)
            .order_by(row.at.desc(), row.event_id.desc())
        )
        with self._database.read() as connection:
            return tuple(_event(found) for found in connection.execute(asked))

    def since(self, start: datetime) -> tuple[RecipeEvent, ...]:
        """Return the events from `start` on, oldest first."""
        row = RecipeEventRow
        asked = select(row.__table__).where(row.at >= epoch(start)).order_by(row.at, row.event_id)
        with self._database.read() as connection:
            return tuple(_event(found) for found in connection.execute(asked))

    def prune(self, before: datetime) -> int:
        """Forget views and meals before `before`; ratings stay until they are taken back."""
        row = RecipeEventRow
        old = (row.at < epoch(before), row.kind != RecipeEventKind.RATE.value)
        with self._database.write() as connection:
            return connection.execute(delete(row).where(*old)).rowcount


def _rating_of(recipe: RecipeKey) -> tuple[ColumnElement[bool], ...]:
    row = RecipeEventRow
    return (
        row.kind == RecipeEventKind.RATE.value,
        row.source == recipe.source,
        row.recipe_id == recipe.recipe_id,
    )


def _event(row: Any) -> RecipeEvent:
    key = RecipeKey(row.source, row.recipe_id)
    return RecipeEvent(RecipeEventKind(row.kind), key, moment(row.at), row.value)
