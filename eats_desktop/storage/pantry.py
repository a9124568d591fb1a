"""What is at home, in user.db."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.pantry import Origin, PantryChange, PantryItem
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.pantry_tables import PantryFillRow, PantryItemRow
from eats_desktop.storage.quantities import quantity_of, quantity_values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database


class PantryStore:
    """Each change is one transaction, and is what `restore` takes to put back what was."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def items(self) -> tuple[PantryItem, ...]:
        """Return everything in the order it came."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(PantryItemRow.__table__).order_by(PantryItemRow.item_id)
            )
            return tuple(_item(row) for row in rows)

    def filled_orders(self) -> frozenset[str]:
        with self._database.read() as connection:
            return frozenset(connection.execute(select(PantryFillRow.order_no)).scalars())

    def add(self, items: Sequence[PantryItem]) -> PantryChange:
        """Put items in; each gets a number of its own."""
        with self._database.write() as connection:
            return PantryChange(after=_added(connection, items))

    def change(self, item: PantryItem) -> PantryChange:
        """Write an item anew; NotFoundError when it is no more."""
        with self._database.write() as connection:
            before = _some(connection, [item.item_id])
            connection.execute(
                update(PantryItemRow)
                .where(PantryItemRow.item_id == item.item_id)
                .values(_values(item))
            )
            return PantryChange(before, (item,))

    def remove(self, item_ids: Sequence[int]) -> PantryChange:
        """Take items out; NotFoundError when one is no more: then none goes."""
        with self._database.write() as connection:
            before = _some(connection, item_ids)
            _delete(connection, item_ids)
            return PantryChange(before)

    def fill(self, order_no: str, items: Sequence[PantryItem], at: datetime) -> PantryChange | None:
        """Put in what an order brought; None when that was done before."""
        with self._database.write() as connection:
            marked = connection.execute(
                insert(PantryFillRow)
                .values(order_no=order_no, filled_at=epoch(at))
                .on_conflict_do_nothing()
            )
            if marked.rowcount == 0:
                return None
            return PantryChange(after=_added(connection, items), order_no=order_no)

    def restore(self, change: PantryChange) -> None:
        """Put everything back as it was before a change."""
        with self._database.write() as connection:
            _delete(connection, [item.item_id for item in (*change.after, *change.before)])
            for item in change.before:
                connection.execute(
                    insert(PantryItemRow).values(item_id=item.item_id, **_values(item))
                )
            if change.order_no is not None:
                connection.execute(
                    delete(PantryFillRow).where(PantryFillRow.order_no == change.order_no)
                )


def _some(connection: Connection, item_ids: Sequence[int]) -> tuple[PantryItem, ...]:
    rows = connection.execute(
        select(PantryItemRow.__table__)
        .where(PantryItemRow.item_id.in_(item_ids))
        .order_by(PantryItemRow.item_id)
    )
    found = tuple(_item(row) for row in rows)
    gone = {*item_ids} - {item.item_id for item in found}
    if gone:
        raise NotFoundError(f"냉장고에 없는 재료예요: {', '.join(map(str, sorted(gone)))}")
    return found


def _added(connection: Connection, items: Sequence[PantryItem]) -> tuple[PantryItem, ...]:
    adding = insert(PantryItemRow).returning(PantryItemRow.__table__)
    return tuple(_item(connection.execute(adding.values(_values(one))).one()) for one in items)


def _delete(connection: Connection, item_ids: Sequence[int]) -> None:
    connection.execute(delete(PantryItemRow).where(PantryItemRow.item_id.in_(item_ids)))


def _values(item: PantryItem) -> dict[str, object]:
    return {
        "name": item.name,
        "food": item.food,
        **quantity_values(item.quantity),
        "use_by": None if item.use_by is None else item.use_by.isoformat(),
        "origin": item.origin.value,
        "order_no": item.order_no,
        "added_at": epoch(item.added_at),
    }


def _item(row: Any) -> PantryItem:
    return PantryItem(
        row.item_id,
        row.name,
        row.food,
        quantity_of(row.low, row.high, row.unit),
        None if row.use_by is None else date.fromisoformat(row.use_by),
        Origin(row.origin),
        moment(row.added_at),
        row.order_no,
    )
