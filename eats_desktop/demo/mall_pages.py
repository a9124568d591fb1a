"""Reads product pages of the demonstration's mall at once: its sites are ours and need no pacing.

With real sellers a few pages a day are read, and the shelves of discounts and reviews fill slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import EatsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.schedule import ProductKey

_PAGES = 60


class DuePages(Protocol):
    """storage.product_details has it."""

    def mall(
        self, sources: tuple[str, ...], now: datetime, limit: int
    ) -> tuple[ProductKey, ...]: ...


def read_mall_pages(pages: DuePages, ask: Callable[[ProductKey], None], now: datetime) -> int:
    """Ask for the pages of up to 60 products; return how many were read."""
    read = 0
    for key in pages.mall(("kok",), now, _PAGES):
        try:
            ask(key)
        except EatsError:
            return read  # closing, or the day's share is used up: the rest comes by itself
        read += 1
    return read
