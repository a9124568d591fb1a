"""What the search needs of the stored index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eats_desktop.domain.search import (
        Meaning,
        SearchFilter,
        Section,
        StoredDocument,
        Term,
        Wanted,
    )


class DocumentStore(Protocol):
    """The index, read; every list in an order that is always the same."""

    def changes(self) -> int: ...
    def model_id(self) -> str: ...
    def matching(
        self, wanted: Wanted, section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]: ...
    def called(self, name: str, narrowed: SearchFilter, limit: int) -> list[StoredDocument]: ...
    def of_foods(
        self, foods: Iterable[str], section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]: ...
    def of_all_foods(
        self,
        foods: Iterable[str],
        wanted: Wanted,
        section: Section,
        narrowed: SearchFilter,
        limit: int,
    ) -> list[StoredDocument]: ...
    def with_signs(
        self, signs: str, section: Section, narrowed: SearchFilter, limit: int
    ) -> list[StoredDocument]: ...
    def of_rows(
        self, rows: Sequence[int], section: Section, narrowed: SearchFilter
    ) -> list[StoredDocument]: ...
    def terms(self) -> list[Term]: ...
    def food_counts(self) -> dict[str, int]: ...
    def nearest(self, meaning: Meaning, section: Section, limit: int) -> dict[int, float]: ...
    def cosines(self, meaning: Meaning, rows: Sequence[int]) -> dict[int, float]: ...
