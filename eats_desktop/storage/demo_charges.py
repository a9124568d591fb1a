"""The book of the demo way in user.db: what a provider would have kept; play, not money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.storage.instants import epoch
from eats_desktop.storage.payment_tables import DemoChargeRow

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.storage.database import Database


class DemoCharges:
    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, wire_id: str, amount_krw: int, state: str, at: datetime) -> None:
        """Write the play provider's state of a payment, new or in place of the last."""
        row = insert(DemoChargeRow).values(
            wire_id=wire_id, amount_krw=amount_krw, state=state, asked=0, at=epoch(at)
        )
        with self._database.write() as connection:
            connection.execute(
                row.on_conflict_do_update(index_elements=["wire_id"], set_={"state": state})
            )

    def asked(self, wire_id: str) -> tuple[str, int] | None:
        """Count an inquiry; return the state and how many there were, None when not known."""
        of_it = DemoChargeRow.wire_id == wire_id
        with self._database.write() as connection:
            connection.execute(
                update(DemoChargeRow).where(of_it).values(asked=DemoChargeRow.asked + 1)
            )
            row = connection.execute(
                select(DemoChargeRow.state, DemoChargeRow.asked).where(of_it)
            ).first()
        return None if row is None else (row.state, row.asked)
