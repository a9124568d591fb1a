"""All recipes made ready to be ranked, in memory, and made anew when any of them has changed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import UnknownFacetError
from eats_desktop.domain.recipe import Category, Difficulty, Method, Occasion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from eats_desktop.domain.recipe_search import RecipeFacets, RecipeOutline
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.recipe_bans import AllergensOf, Bans
    from eats_desktop.search.recipe_facets import Bounds
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
    allergen_names: Callable[[], Collection[str]]

    def bounds(self, facets: RecipeFacets) -> Bounds:
        """Return what the bounds leave; UnknownFacetError for one that nobody knows."""
        from eats_desktop.search.recipe_facets import Bounds  # noqa: PLC0415  loads numpy

        self._check(facets)
        return Bounds(self.shelf, facets, self.bans.of(facets))

    def _check(self, facets: RecipeFacets) -> None:
        if facets.allergens:
            known = self.allergen_names()
            _refuse("모르는 알레르기 이름이에요", facets.allergens - {*known}, known)
        strange = (word for word in facets.without if not self.bans.knows(word))
        _refuse("모르는 재료라서 뺄 수 없어요", strange)
        named = (
            ("종류예요", "category", facets.categories, Category),
            ("상황이에요", "occasion", facets.occasions, Occasion),
            ("방법이에요", "method", facets.methods, Method),
            ("난이도예요", "difficulty", facets.difficulties, Difficulty),
        )
        for told, facet, chosen, ours in named:
            known = (*ours, *self.shelf.values[facet].names)
            _refuse(f"모르는 {told}", chosen - {*known}, tuple(ours))


class RecipeCatalogue:
    """For several reading threads; the first question reads the library, about a second for
    80,000 recipes. So does the first after a change, unless it is renewed behind."""

    def __init__(
        self,
        store: LibraryStore,
        foods: Foods,
        allergens_of: AllergensOf,
        allergen_names: Callable[[], Collection[str]],
    ) -> None:
        self._store = store
        self._foods = foods
        self._allergens_of = allergens_of
        self._allergen_names = allergen_names
        self._lock = threading.Lock()
        self._ready: ReadyLibrary | None = None
        self._behind: Callable[[Callable[[], None]], None] | None = None
        self._is_renewing = False

    def renew_behind(self, run: Callable[[Callable[[], None]], None]) -> None:
        """From now on answer from the library as it was while `run` makes a changed one anew."""
        self._behind = run

    def ready(self) -> ReadyLibrary:
        """Return the library as it is now, or as it was a moment ago while it is renewed."""
        changes = self._store.changes()
        old, behind = self._ready, self._behind
        if old is None or behind is None:
            return self._renewed(changes)
        if old.changes < changes and not self._is_renewing:
            self._is_renewing = True
            behind(lambda: self._renew(changes))
        return old

    def _renew(self, changes: int) -> None:
        try:
            self._renewed(changes)
        finally:
            self._is_renewing = False

    def _renewed(self, changes: int) -> ReadyLibrary:
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
            self._allergen_names,
        )


def _refuse(told: str, strange: Iterable[str], known: Collection[str] = ()) -> None:
    names = sorted(strange)
    if names:
        raise UnknownFacetError(f"{told}: {', '.join(names)}", known)
