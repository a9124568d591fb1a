"""Remembers what the shopper searched for (최근 검색어); the words never reach a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 20


class QueryStore(Protocol):
    def put(self, plain: str, text: str, keep: int) -> None: ...
    def newest(self, limit: int) -> tuple[str, ...]: ...
    def delete(self, plain: str) -> None: ...
    def clear(self) -> None: ...


class SearchHistory:
    """A query asked again moves up; spaces and capitals make no other query.

    `keeps` tells whether queries are remembered at all.
    """

    def __init__(self, store: QueryStore, keeps: Callable[[], bool] = lambda: True) -> None:
        self._store = store
        self._keeps = keeps

    def remember(self, query: str) -> None:
        text = " ".join(query.split())
        if text and self._keeps():
            self._store.put(_same(text), text, KEPT)

    def recent(self, limit: int = KEPT) -> tuple[str, ...]:
        """Return the last queries, newest first."""
        return self._store.newest(limit)

    def forget(self, query: str) -> None:
        self._store.delete(_same(query))

    def forget_all(self) -> None:
        self._store.clear()


def _same(query: str) -> str:
    """Return what makes two queries the same; of mere marks, themselves."""
    return joined(plain(query)) or " ".join(query.split())
