"""What the program tells itself: every event in one list, past tense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from eats_desktop.domain.payment import Payment
    from eats_desktop.domain.reminder import InboxItem
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.sync_report import SyncReport


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class ScheduleChanged(Event):
    """Broadcasts of these days were inserted, changed, cancelled or restored."""

    days: frozenset[date]


@dataclass(frozen=True, slots=True)
class ProductDetailsChanged(Event):
    """Pages of these products were read; what they say may be new."""

    products: frozenset[ProductKey]


@dataclass(frozen=True, slots=True)
class WishlistChanged(Event):
    """Some wish was added, removed, moved, or its alarm switched."""


@dataclass(frozen=True, slots=True)
class AlarmRulesChanged(Event):
    """Some standing alarm was added, changed, removed or switched."""


@dataclass(frozen=True, slots=True)
class CartChanged(Event):
    """Some cart line was added, changed, checked, removed or put back."""


@dataclass(frozen=True, slots=True)
class OrdersChanged(Event):
    """An order was made or took a step."""


@dataclass(frozen=True, slots=True)
class PaymentChanged(Event):
    """A payment was begun, took a step or learned something; `payment` is as it is now."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class PantryChanged(Event):
    """Something was put into the pantry, changed there or taken out."""


@dataclass(frozen=True, slots=True)
class RecipesChanged(Event):
    """The library that finding goes through was made anew."""


@dataclass(frozen=True, slots=True)
class ShoppingListChanged(Event):
    """Lines of the shopping list were added, checked off or removed."""


@dataclass(frozen=True, slots=True)
class InboxChanged(Event):
    """Items arrived or were read; `arrived` are the new ones, shown as toasts unless `quiet`."""

    arrived: tuple[InboxItem, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """A setting has a new value; read it from the settings service."""


@dataclass(frozen=True, slots=True)
class SyncStarted(Event):
    """A synchronisation began; `total` crawl tasks are planned."""

    total: int


@dataclass(frozen=True, slots=True)
class SyncProgressed(Event):
    done: int
    total: int
    source: str


@dataclass(frozen=True, slots=True)
class SyncFinished(Event):
    report: SyncReport


@dataclass(frozen=True, slots=True)
class SyncFailed(Event):
    """The run itself could not go on (disk full, database unusable)."""

    code: str
    detail: str
