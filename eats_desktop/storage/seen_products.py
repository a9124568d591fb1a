"""The products a shopper looked at last (최근 본 상품), in user.db."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Index, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.storage.instants import epoch
from eats_desktop.storage.tables import UserBase

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.storage.database import Database


class SeenProductRow(UserBase):
    """`number` grows with every look: the newest is the highest, also within one second."""

    __tablename__ = "seen_product"
    __table_args__ = (Index("ix_seen_product_number", "number", unique=True),)

    source: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    seen_at: Mapped[int]


class SeenProductStore:
    """`put` and `clear` are for the writer thread, `newest` for any but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, key: ProductKey, at: datetime, keep: int) -> None:
        """Put a product on top, also one that was there; forget all but the newest `keep`."""
        row = SeenProductRow
        with self._database.write() as connection:
            newest = connection.execute(select(func.max(row.number))).scalar() or 0
            values = {
                "source": key.source,
                "product_id": key.product_id,
                "number": newest + 1,
                "seen_at": epoch(at),
            }
            connection.execute(insert(row).prefix_with("OR REPLACE"), [values])
            oldest = select(row.number).order_by(row.number.desc()).offset(keep).limit(1)
            connection.execute(delete(row).where(row.number <= oldest.scalar_subquery()))

    def newest(self, limit: int) -> tuple[ProductKey, ...]:
        row = SeenProductRow
        with self._database.read() as connection:
            found = connection.execute(
                select(row.source, row.product_id).order_by(row.number.desc()).limit(limit)
            )
            return tuple(ProductKey(*pair) for pair in found)

    def clear(self) -> None:
        with self._database.write() as connection:
            connection.execute(delete(SeenProductRow))
