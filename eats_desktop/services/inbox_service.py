"""The inbox (알림함): everything the program told the shopper, kept 90 days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.events import InboxChanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.reminder import InboxItem


class InboxStore(Protocol):
    def items(self, limit: int) -> tuple[InboxItem, ...]:
        """Return the newest items first."""

    def unread_count(self) -> int: ...

    def mark_read(self, item_id: int, at: datetime) -> InboxItem | None: ...

    def mark_all_read(self, at: datetime) -> int: ...


class InboxService:
    def __init__(self, store: InboxStore, clock: Clock, publish: Callable[[Event], None]) -> None:
        self._store = store
        self._clock = clock
        self._publish = publish

    def items(self, limit: int = 200) -> tuple[InboxItem, ...]:
        return self._store.items(limit)

    def unread_count(self) -> int:
        return self._store.unread_count()

    def open(self, item_id: int) -> InboxItem:
        """Mark one item read and return it, so that its target can be shown."""
        item = self._store.mark_read(item_id, self._clock.now())
        if item is None:
            raise NotFoundError(f"알림을 찾을 수 없어요: {item_id}")
        self._publish(InboxChanged())
        return item

    def mark_all_read(self) -> int:
        count = self._store.mark_all_read(self._clock.now())
        self._publish(InboxChanged())
        return count
