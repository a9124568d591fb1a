"""The narrow rows of mall foods in catalog.db; triggers of 0012_mall.py keep them, nobody writes.

They follow product, product_detail and price_observation.
"""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import CatalogBase


class MallItemRow(CatalogBase):
    """`food` is the first the name was read as, `rate` the computed discount in whole percent.

    `unit_krw` is for 100 g, 100 ml or one; `before_krw` the price before the present one, which is
    known since `changed_at`; `ended_at` when the product's page said that its sale is over.
    """

    __tablename__ = "mall_item"
    __table_args__ = (
        UniqueConstraint("source", "product_id"),
        Index("ix_mall_item_rate", "rate", sqlite_where=text("rate > 0")),
        Index("ix_mall_item_reviews", "reviews", "rating", sqlite_where=text("reviews > 0")),
        Index("ix_mall_item_changed_at", "changed_at", sqlite_where=text("before_krw > price_krw")),
        Index("ix_mall_item_store", "store"),
    )

    item: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    product_id: Mapped[str]
    store: Mapped[str]
    food: Mapped[str]
    seen_at: Mapped[int]
    price_krw: Mapped[int | None]
    rate: Mapped[int]
    unit: Mapped[str | None]
    total: Mapped[float | None]
    unit_krw: Mapped[float | None]
    is_sold_out: Mapped[bool]
    rating: Mapped[float | None]
    reviews: Mapped[int]
    is_free: Mapped[bool]
    ended_at: Mapped[int | None]
    before_krw: Mapped[int | None]
    changed_at: Mapped[int | None]
