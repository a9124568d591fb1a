"""The pantry (냉장고): by hand and out of paid orders; every change can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.amount import Unit
from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.domain.events import PantryChanged
from eats_desktop.domain.ingredient_line import WATER, Quantity
from eats_desktop.domain.pantry import Origin, PantryItem
from eats_desktop.services.product_foods import foods_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from eats_desktop.domain.amount import Amount
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.order import PaidLine
    from eats_desktop.domain.pantry import PantryChange
    from eats_desktop.services.product_foods import ProductFoods

_EVER = datetime(1970, 1, 2, tzinfo=UTC)
_PIECE = "개"
_NEW = 0


class PantryStore(Protocol):
    """Each change is one transaction."""

    def items(self) -> tuple[PantryItem, ...]: ...
    def filled_orders(self) -> frozenset[str]: ...
    def add(self, items: Sequence[PantryItem]) -> PantryChange: ...
    def change(self, item: PantryItem) -> PantryChange: ...
    def remove(self, item_ids: Sequence[int]) -> PantryChange: ...
    def fill(
        self, order_no: str, items: Sequence[PantryItem], at: datetime
    ) -> PantryChange | None: ...
    def restore(self, change: PantryChange) -> None: ...


class PaidOrders(Protocol):
    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]: ...


class PantryService:
    """`read_line` reads "양파 3개"; `shelf_days` tells how long a food keeps, None when unknown.

    Changes are for the writer thread; each returns what `undo` takes back.
    """

    def __init__(
        self,
        store: PantryStore,
        paid: PaidOrders,
        products: Callable[[], ProductFoods],
        read_line: Callable[[str], IngredientLine],
        shelf_days: Callable[[str], int | None],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._store = store
        self._paid = paid
        self._products = products
        self._read_line = read_line
        self._shelf_days = shelf_days
        self._clock = clock
        self._publish = publish

    def items(self) -> tuple[PantryItem, ...]:
        """Return what is at home: what has to go first, then what has no date, the newest first."""
        return tuple(sorted(self._store.items(), key=_urgency))

    def add(self, text: str, use_by: date | None = None) -> PantryChange:
        """Put in what a line says ("양파 3개", "삼겹살 600g"); InputError when it names nothing."""
        line = self._read_line(text)
        if not line.name:
            raise InputError(f"어떤 재료인지 적어 주세요: {text}")
        food = None if line.food == WATER else line.food
        item = self._new(line.name, food, line.quantity, use_by)
        return self._told(self._store.add([item]))

    def change(
        self, item_id: int, *, quantity: Quantity | None, use_by: date | None
    ) -> PantryChange:
        """Set how much there is and until when it keeps; None when that is not known."""
        found = [item for item in self._store.items() if item.item_id == item_id]
        if not found:
            raise NotFoundError(f"냉장고에 없는 재료예요: {item_id}")
        return self._told(self._store.change(replace(found[0], quantity=quantity, use_by=use_by)))

    def remove(self, item_ids: Sequence[int]) -> PantryChange:
        return self._told(self._store.remove(item_ids))

    def undo(self, change: PantryChange) -> None:
        """Put everything back as it was before a change; an order can then be put in again."""
        self._store.restore(change)
        self._publish(PantryChanged())

    def suggested_use_by(self, item: PantryItem) -> date | None:
        """Return a day the food usually keeps until, to be offered, not to be believed."""
        days = None if item.food is None else self._shelf_days(item.food)
        return None if days is None else korean_day(item.added_at) + timedelta(days=days)

    def unfilled_orders(self) -> tuple[str, ...]:
        """Return the numbers of paid orders that were not put in yet, the newest first."""
        filled = self._store.filled_orders()
        numbers = dict.fromkeys(str(paid.order_no) for paid in self._paid.paid_lines(_EVER))
        return tuple(number for number in numbers if number not in filled)

    def fill(self, order_no: str) -> PantryChange:
        """Put in the foods of a paid order, once.

        NotFoundError for one that is not paid or was given back, ConflictError the second time.
        """
        lines = [one for one in self._paid.paid_lines(_EVER) if str(one.order_no) == order_no]
        if not lines:
            raise NotFoundError(f"결제된 주문이 아니에요: {order_no}")
        names = {one.line.product: one.line.name for one in lines}
        readings = self._products().readings(names)
        items = [item for one in lines for item in _bought(one, readings[one.line.product])]
        done = self._store.fill(order_no, items, self._clock.now())
        if done is None:
            raise ConflictError(f"이미 냉장고에 넣은 주문이에요: {order_no}")
        return self._told(done)

    def _new(
        self, name: str, food: str | None, quantity: Quantity | None, use_by: date | None
    ) -> PantryItem:
        now = self._clock.now()
        return PantryItem(_NEW, name, food, quantity, use_by, Origin.HAND, now)

    def _told(self, change: PantryChange) -> PantryChange:
        self._publish(PantryChanged())
        return change


def _urgency(item: PantryItem) -> tuple[date, int]:
    return (date.max if item.use_by is None else item.use_by, -item.item_id)


def _bought(paid: PaidLine, reading: FoodReading) -> Iterator[PantryItem]:
    """Yield an item for every food of a product; how much of each only where it is one."""
    if not reading.is_food:
        return
    foods = foods_of(reading) or (None,)
    quantity = _times(reading.amount, paid.line.quantity) if len(foods) == 1 else None
    for food in foods:
        yield PantryItem(
            _NEW,
            paid.line.name,
            food,
            quantity,
            None,
            Origin.ORDER,
            paid.paid_at,
            str(paid.order_no),
        )


def _times(amount: Amount | None, pieces: int) -> Quantity | None:
    if amount is None:
        return None
    total = Fraction(amount.total) * pieces
    return Quantity(total, total, _PIECE if amount.unit is Unit.EACH else amount.unit.value)
