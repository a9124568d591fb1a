"""The tables of both files as typed models; instants are UTC epoch seconds, money is whole won.

Rows of one file never point at rows of the other: natural keys (channel and start; source and
product id) do.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class CatalogBase(DeclarativeBase):
    """catalog.db: what was crawled; disposable."""

    type_annotation_map = {str: Text()}  # noqa: RUF012  SQLAlchemy's declaration


class UserBase(DeclarativeBase):
    """user.db: what belongs to the shopper."""

    type_annotation_map = {str: Text()}  # noqa: RUF012


class ChannelNumber(CatalogBase):
    __tablename__ = "channel_number"

    channel_id: Mapped[str] = mapped_column(primary_key=True)
    channel_no: Mapped[int]
    source: Mapped[str]
    seen_at: Mapped[int]


class BroadcastRow(CatalogBase):
    """`moved_to` with `cancelled_at`: moved; alone: a corrected key, left out of lists.

    `given` is JSON of the sources of end, title and products.
    """

    __tablename__ = "broadcast"
    __table_args__ = (
        Index("ix_broadcast_starts_at", "starts_at"),
        Index("ix_broadcast_ends_at", "ends_at"),
    )

    channel_id: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True)
    lineup: Mapped[int] = mapped_column(primary_key=True)
    ends_at: Mapped[int]
    end_kind: Mapped[str]
    title: Mapped[str | None]
    source: Mapped[str]
    confidence: Mapped[str]
    is_food: Mapped[bool | None]
    missing_count: Mapped[int]
    first_seen_at: Mapped[int]
    seen_at: Mapped[int]
    cancelled_at: Mapped[int | None]
    moved_to: Mapped[int | None]
    moved_from: Mapped[int | None]
    moved_lineup: Mapped[int | None]
    given: Mapped[str] = mapped_column(server_default="[]")


class BroadcastProductRow(CatalogBase):
    """A product in a slot, with the price of that broadcast."""

    __tablename__ = "broadcast_product"
    __table_args__ = (Index("ix_broadcast_product_product", "source", "product_id", "starts_at"),)

    channel_id: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True)
    lineup: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    price_kind: Mapped[str]
    list_price_krw: Mapped[int | None]
    sale_price_krw: Mapped[int | None]
    conditional_price_krw: Mapped[int | None]
    price_condition: Mapped[str | None]


class ProductRow(CatalogBase):
    """What a product is called and read as; prices here are the latest of the mall."""

    __tablename__ = "product"

    source: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(primary_key=True)
    market: Mapped[str]
    name: Mapped[str]
    raw_name: Mapped[str]
    brand: Mapped[str | None]
    category: Mapped[str | None]
    thumbnail_url: Mapped[str | None]
    product_url: Mapped[str | None]
    first_seen_at: Mapped[int]
    seen_at: Mapped[int]
    is_food: Mapped[bool | None]
    p_food: Mapped[float | None]
    model_version: Mapped[str | None]
    price_kind: Mapped[str]
    list_price_krw: Mapped[int | None]
    sale_price_krw: Mapped[int | None]
    conditional_price_krw: Mapped[int | None]
    price_condition: Mapped[str | None]
    kind: Mapped[str | None]
    p_ingredient: Mapped[float | None]
    read_brand: Mapped[str | None]
    foods: Mapped[str] = mapped_column(server_default="[]")
    ingredients: Mapped[str] = mapped_column(server_default="[]")
    derived: Mapped[bool] = mapped_column(server_default="0")
    amount_total: Mapped[float | None]
    amount_unit: Mapped[str | None]
    amount_packs: Mapped[int | None]


class PriceObservationRow(CatalogBase):
    """A price and from when to when it was seen; a new row only when it differs from the last."""

    __tablename__ = "price_observation"
    __table_args__ = (
        Index("ix_price_observation_product", "source", "product_id", "id"),
        Index("ix_price_observation_last_seen", "last_seen_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    product_id: Mapped[str]
    channel_id: Mapped[str | None]
    starts_at: Mapped[int | None]
    observed_at: Mapped[int]
    last_seen_at: Mapped[int]
    price_kind: Mapped[str]
    list_price_krw: Mapped[int | None]
    sale_price_krw: Mapped[int | None]
    conditional_price_krw: Mapped[int | None]
    price_condition: Mapped[str | None]


class ProductDetailRow(CatalogBase):
    """A seller's product page as last read; `fetched_at` is NULL when it never could be.

    `image_urls` is a JSON list, `facts` a JSON list of [label, value], `review_shares` the percents
    of stars and [word, percent] of aspects.
    """

    __tablename__ = "product_detail"

    source: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[int]
    due_at: Mapped[int]
    failures: Mapped[int]
    fetched_at: Mapped[int | None]
    is_ended: Mapped[bool]
    image_urls: Mapped[str]
    facts: Mapped[str]
    delivery: Mapped[str | None]
    delivery_fee_krw: Mapped[int | None]
    price_kind: Mapped[str]
    list_price_krw: Mapped[int | None]
    sale_price_krw: Mapped[int | None]
    rating: Mapped[float | None]
    review_count: Mapped[int | None]
    seller: Mapped[str | None]
    review_shares: Mapped[str] = mapped_column(server_default="[[], []]")


class DetailRequestRow(CatalogBase):
    """How many product pages a source was asked for on a Korean day (its start, epoch seconds)."""

    __tablename__ = "detail_request"

    day: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    asked: Mapped[int]
    failed: Mapped[int]
    last_good_at: Mapped[int | None]


class BroadcastChangeRow(CatalogBase):
    """History: what changed on a broadcast, and when it was noticed."""

    __tablename__ = "broadcast_change"
    __table_args__ = (Index("ix_broadcast_change_at", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel_id: Mapped[str]
    starts_at: Mapped[int]
    lineup: Mapped[int]
    kind: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    at: Mapped[int]


class SourcePageRow(CatalogBase):
    """Which stretch of a channel one page of a source speaks for, and as of when."""

    __tablename__ = "source_page"
    __table_args__ = (Index("ix_source_page_window_end", "window_end"),)

    source: Mapped[str] = mapped_column(primary_key=True)
    task_key: Mapped[str] = mapped_column(primary_key=True)
    channel_id: Mapped[str] = mapped_column(primary_key=True)
    window_start: Mapped[int] = mapped_column(primary_key=True)
    window_end: Mapped[int]
    fetched_at: Mapped[int]


class SourceSlotRow(CatalogBase):
    """A slot as one source last listed it; `products` is JSON of its product listings."""

    __tablename__ = "source_slot"
    __table_args__ = (Index("ix_source_slot_channel", "channel_id", "starts_at"),)

    source: Mapped[str] = mapped_column(primary_key=True)
    channel_id: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True)
    lineup: Mapped[int] = mapped_column(primary_key=True)
    ends_at: Mapped[int | None]
    end_kind: Mapped[str]
    title: Mapped[str | None]
    products: Mapped[str]
    seen_at: Mapped[int]


class PageMeasureRow(CatalogBase):
    """Figures of a believed page; see domain.page_measure."""

    __tablename__ = "page_measure"

    source: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    days_ahead: Mapped[int] = mapped_column(primary_key=True)
    measured_at: Mapped[int] = mapped_column(primary_key=True)
    size_bytes: Mapped[int]
    mistyped: Mapped[bool]
    slots: Mapped[int]
    minutes: Mapped[int]
    holes: Mapped[int]
    agreement: Mapped[float | None]


class HttpValidatorRow(CatalogBase):
    __tablename__ = "http_validator"

    url: Mapped[str] = mapped_column(primary_key=True)
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    sha256: Mapped[str]
    fetched_at: Mapped[int]


class SourceStateRow(CatalogBase):
    __tablename__ = "source_state"

    name: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str | None]
    error_code: Mapped[str]
    message: Mapped[str]
    last_attempt_at: Mapped[int | None]
    last_ok_at: Mapped[int | None]
    retry_at: Mapped[int | None]
    failures_in_a_row: Mapped[int]
    rows: Mapped[int]
    failed_cycles: Mapped[int] = mapped_column(server_default="0")
    paused_at: Mapped[int | None]
    paused_for: Mapped[str] = mapped_column(server_default="")


class WishRow(UserBase):
    __tablename__ = "wish"
    __table_args__ = (
        UniqueConstraint("channel_id", "starts_at", "lineup"),
        UniqueConstraint("source", "product_id"),
    )

    wish_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    created_at: Mapped[int]
    alarm_on: Mapped[bool]
    channel_id: Mapped[str | None]
    starts_at: Mapped[int | None]
    lineup: Mapped[int | None]
    source: Mapped[str | None]
    product_id: Mapped[str | None]
    headline_source: Mapped[str | None]
    headline_id: Mapped[str | None]


class ReminderRow(UserBase):
    __tablename__ = "reminder"
    __table_args__ = (Index("ix_reminder_due_at", "due_at"),)

    wish_id: Mapped[int] = mapped_column(
        ForeignKey("wish.wish_id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True)
    lineup: Mapped[int] = mapped_column(primary_key=True)
    lead_minutes: Mapped[int] = mapped_column(primary_key=True)
    due_at: Mapped[int]
    state: Mapped[str]


class InboxRow(UserBase):
    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index("ix_inbox_created_at", "created_at"),
    )

    item_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    target: Mapped[str]
    dedupe_key: Mapped[str]
    created_at: Mapped[int]
    read_at: Mapped[int | None]


class JobRunRow(UserBase):
    __tablename__ = "job_run"
    __table_args__ = (Index("ix_job_run_job", "job", "status", "ended_at"),)

    run_id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str]
    trigger: Mapped[str]
    status: Mapped[str]
    reason: Mapped[str]
    counts: Mapped[str]
    due_at: Mapped[int | None]
    started_at: Mapped[int]
    ended_at: Mapped[int | None]
