"""What is at home (냉장고): foods with amounts and dates, as far as the shopper knows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from eats_desktop.domain.ingredient_line import Quantity


class Origin(StrEnum):
    """Who put it there: the shopper's hand, or an order that was paid."""

    HAND = "hand"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class PantryItem:
    """`food` is canonical, None when the lexicon does not know `name`; `name` as written.

    `quantity` is None when nobody said how much there is; `use_by` when no date is known.
    `order_no` names the paid order it came from.
    """

    item_id: int
    name: str
    food: str | None
    quantity: Quantity | None
    use_by: date | None
    origin: Origin
    added_at: datetime
    order_no: str | None = None


@dataclass(frozen=True, slots=True)
class PantryChange:
    """What one change took (`before`) and left (`after`) of the items it touched.

    Undoing puts `before` back. `order_no` names the order that was put in.
    """

    before: tuple[PantryItem, ...] = ()
    after: tuple[PantryItem, ...] = ()
    order_no: str | None = None
