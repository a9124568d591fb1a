"""All recipes made ready to be ranked, in memory, and made anew when any of them has changed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from eats_desktop.domain.recipe_search import RecipeOutline
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.recipe_bans import AllergensOf, Bans
    from eats_desktop.search.recipe_ranking import RecipeRanking
    from eats_desktop.search.recipe_shelf import RecipeShelf


class StoredLibrary(Protocol):
    """The library as it was after so many changes; see storage.recipe_search."""

    @property
    def changes(self) -> int: ...
    @property
    def outlines(self) -> Sequence[RecipeOutline]: ...
    @property
    def rows_of_foods(self) -> Mapping[str, Sequence[int]]: ...
    @property
    def rows_of_names(self) -> Mapping[str, Sequence[int]]: ...


class LibraryStore(Protocol):
    def changes(self) -> int: ...
    def outline(self) -> StoredLibrary: ...
    def rows_of_writings(self) -> Mapping[str, Sequence[int]]: ...
    def rows_of_dishes(self, dishes: Collection[str]) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class ReadyLibrary:
    changes: int
    shelf: RecipeShelf
    ranking: RecipeRanking
    bans: Bans


class RecipeCatalogue:
    """For several reading threads; the first question reads the library, about a second for
    80,000 recipes."""

    def __init__(self, store: LibraryStore, foods: Foods, allergens_of: AllergensOf) -> None:
        self._store = store
        self._foods = foods
        self._allergens_of = allergens_of
        self._lock = threading.Lock()
        self._ready: ReadyLibrary | None = None

    def ready(self) -> ReadyLibrary:
        """Return the library as it is now."""
        changes = self._store.changes()
        with self._lock:
            if self._ready is None or self._ready.changes < changes:
                self._ready = self._made()
            return self._ready

    def _made(self) -> ReadyLibrary:
        from eats_desktop.search.recipe_bans import Bans  # noqa: PLC0415  loads numpy
        from eats_desktop.search.recipe_ranking import RecipeRanking  # noqa: PLC0415
        from eats_desktop.search.recipe_shelf import RecipeShelf  # noqa: PLC0415

        stored = self._store.outline()
        shelf = RecipeShelf(stored.outlines, stored.rows_of_foods, stored.rows_of_names)
        return ReadyLibrary(
            stored.changes,
            shelf,
            RecipeRanking(shelf, self._foods),
            Bans(
                shelf,
                self._foods,
                self._allergens_of,
                self._store.rows_of_dishes,
                self._store.rows_of_writings,
            ),
        )
