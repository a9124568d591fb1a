"""Notes what the shopper did with recipes; lists of liked dishes are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.recipe_event import RecipeEvent, RecipeEventKind

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.stored_recipe import RecipeKey


class EventStore(Protocol):
    def put(self, event: RecipeEvent) -> None: ...
    def remove_rating(self, recipe: RecipeKey) -> None: ...
    def rating(self, recipe: RecipeKey) -> int | None: ...
    def ratings(self) -> tuple[RecipeEvent, ...]: ...
    def since(self, start: datetime) -> tuple[RecipeEvent, ...]: ...


class RecipeEvents:
    """`rating`, `ratings` and `since` are for reading threads, the rest for the writer thread.

    A recipe has one rating at most: the latest replaces the one before.
    """

    def __init__(self, store: EventStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def viewed(self, recipe: RecipeKey) -> None:
        self._store.put(RecipeEvent(RecipeEventKind.VIEW, recipe, self._clock.now()))

    def cooked(self, recipe: RecipeKey) -> None:
        self._store.put(RecipeEvent(RecipeEventKind.COOK, recipe, self._clock.now()))

    def rate(self, recipe: RecipeKey, stars: int) -> None:
        """Give 1 to 5 stars; InputError for any other number."""
        self._store.put(RecipeEvent(RecipeEventKind.RATE, recipe, self._clock.now(), stars))

    def unrate(self, recipe: RecipeKey) -> None:
        self._store.remove_rating(recipe)

    def rating(self, recipe: RecipeKey) -> int | None:
        return self._store.rating(recipe)

    def ratings(self) -> tuple[RecipeEvent, ...]:
        """Return all ratings, the newest first."""
        return self._store.ratings()

    def since(self, start: datetime) -> tuple[RecipeEvent, ...]:
        """Return what happened from `start` on, oldest first."""
        return self._store.since(start)
