"""Reads broadcasts as the services want them: whole values, in a fixed order, few queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, or_, select, tuple_
from sqlalchemy.orm import aliased

from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.schedule import (
    Broadcast,
    BroadcastId,
    BroadcastProduct,
    Confidence,
    EndKind,
    PriceKind,
    ProductRole,
)
from eats_desktop.domain.sync_report import ChannelCoverage, DayOverview
from eats_desktop.storage.broadcast_rows import provenance_of
from eats_desktop.storage.conditional_prices import conditional_of
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.readings import amount_of, kind_of
from eats_desktop.storage.tables import (
    BroadcastProductRow,
    BroadcastRow,
    ChannelNumber,
    ProductDetailRow,
    ProductRow,
    SourcePageRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.schedule import Channel, ProductKey
    from eats_desktop.storage.database import Database

_LONGEST = 8 * 3600
"""No broadcast is longer, so what overlaps a moment started at most this long before (seconds)."""

_MOST_KEYS = 500
"""How many broadcasts one statement names; SQLite takes no endless ones."""

_HALF_DAY = 12 * 3600
_LISTED = or_(BroadcastRow.moved_to.is_(None), BroadcastRow.cancelled_at.is_not(None))
"""Leaves out rows that are only the old key of a corrected broadcast."""

SlotKey = tuple[str, int, int]


class ScheduleReader:
    """Any thread but the UI's. `channels` is the channel table; newer numbers come from guides."""

    def __init__(self, database: Database, channels: Sequence[Channel]) -> None:
        self._database = database
        self._channels = {channel.channel_id: channel for channel in channels}

    def channels(self) -> tuple[Channel, ...]:
        with self._database.read() as connection:
            known = self._current_channels(connection)
        return tuple(sorted(known.values(), key=lambda channel: channel.channel_no))

    def broadcasts(
        self, begins: datetime, ends: datetime, *, food_only: bool
    ) -> tuple[Broadcast, ...]:
        """Return the broadcasts that overlap [begins, ends), by start, then channel number."""
        wanted = [
            BroadcastRow.starts_at < epoch(ends),
            BroadcastRow.starts_at > epoch(begins) - _LONGEST,
            BroadcastRow.ends_at > epoch(begins),
            _LISTED,
        ]
        if food_only:
            wanted.append(BroadcastRow.is_food.is_(True))
        return self._read(and_(*wanted))

    def broadcast(self, broadcast_id: BroadcastId) -> Broadcast | None:
        found = self._read(
            and_(
                BroadcastRow.channel_id == broadcast_id.channel_id,
                BroadcastRow.starts_at == epoch(broadcast_id.starts_at),
                BroadcastRow.lineup == broadcast_id.lineup,
            )
        )
        return found[0] if found else None

    def those(self, broadcast_ids: Collection[BroadcastId]) -> tuple[Broadcast, ...]:
        """Return the broadcasts of these keys that are stored, by start."""
        keys = [
            (b.channel_id, epoch(b.starts_at), b.lineup)
            for b in sorted(broadcast_ids, key=lambda b: b.starts_at)
        ]
        key = (BroadcastRow.channel_id, BroadcastRow.starts_at, BroadcastRow.lineup)
        parts = [keys[at : at + _MOST_KEYS] for at in range(0, len(keys), _MOST_KEYS)]
        return tuple(found for part in parts for found in self._read(tuple_(*key).in_(part)))

    def airings(
        self, product: ProductKey, begins: datetime, ends: datetime
    ) -> tuple[Broadcast, ...]:
        slot = aliased(BroadcastProductRow)
        sells = (
            select(slot.starts_at)
            .where(
                slot.source == product.source,
                slot.product_id == product.product_id,
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
            )
            .exists()
        )
        inside = and_(BroadcastRow.starts_at >= epoch(begins), BroadcastRow.starts_at < epoch(ends))
        return self._read(and_(inside, _LISTED, sells))

    def product_name(self, product: ProductKey) -> str | None:
        with self._database.read() as connection:
            return connection.execute(
                select(ProductRow.name).where(
                    ProductRow.source == product.source,
                    ProductRow.product_id == product.product_id,
                )
            ).scalar()

    def overviews(self, first: date, days: int) -> tuple[DayOverview, ...]:
        wanted = [first + timedelta(days=n) for n in range(days)]
        with self._database.read() as connection:
            counts = self._food_counts(connection, wanted[0], wanted[-1])
            fetched = self._fetched(connection, wanted[0], wanted[-1])
        by_day: dict[date, int] = defaultdict(int)
        newest: dict[date, int] = {}
        for (_, day), count in counts.items():
            by_day[day] += count
        for (_, day), at in fetched.items():
            newest[day] = max(at, newest.get(day, 0))
        return tuple(DayOverview(day, by_day[day], moment(newest.get(day))) for day in wanted)

    def coverage(self, day: date) -> tuple[ChannelCoverage, ...]:
        with self._database.read() as connection:
            counts = self._food_counts(connection, day, day)
            fetched = self._fetched(connection, day, day)
            known = self._current_channels(connection)
        ordered = sorted(known.values(), key=lambda channel: channel.channel_no)
        return tuple(
            ChannelCoverage(
                channel.channel_id,
                day,
                counts.get((channel.channel_id, day), 0),
                moment(fetched.get((channel.channel_id, day))),
            )
            for channel in ordered
        )

    def _food_counts(
        self, connection: Connection, first: date, last: date
    ) -> Mapping[tuple[str, date], int]:
        rows = connection.execute(
            select(BroadcastRow.channel_id, BroadcastRow.starts_at)
            .where(
                BroadcastRow.starts_at >= epoch(day_start(first)),
                BroadcastRow.starts_at < epoch(day_start(last + timedelta(days=1))),
                BroadcastRow.is_food.is_(True),
                BroadcastRow.cancelled_at.is_(None),
                BroadcastRow.moved_to.is_(None),
            )
            .order_by(BroadcastRow.starts_at)
        )
        counts: dict[tuple[str, date], int] = defaultdict(int)
        for channel_id, starts_at in rows:
            counts[(channel_id, korean_day(moment(starts_at)))] += 1
        return counts

    def _fetched(
        self, connection: Connection, first: date, last: date
    ) -> Mapping[tuple[str, date], int]:
        """Return when each channel's day was last fetched by pages that speak for half of it."""
        page = SourcePageRow
        rows = connection.execute(
            select(page.channel_id, page.window_start, page.window_end, page.fetched_at)
            .where(
                page.window_end > epoch(day_start(first)),
                page.window_start < epoch(day_start(last + timedelta(days=1))),
            )
            .order_by(page.channel_id)
        ).all()
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        spans = [(day, epoch(day_start(day))) for day in days]
        fetched: dict[tuple[str, date], int] = {}
        for row in rows:
            for day, begins in spans:
                shared = min(row.window_end, begins + 86400) - max(row.window_start, begins)
                if shared >= _HALF_DAY:
                    key = (row.channel_id, day)
                    fetched[key] = max(row.fetched_at, fetched.get(key, 0))
        return fetched

    def matching(
        self, wanted: ColumnElement[bool], order: Sequence[ColumnElement[int]], limit: int
    ) -> tuple[Broadcast, ...]:
        """Return the first listed broadcasts, in another reader's order, that meet its condition.

        They come by start, then channel number, as everywhere.
        """
        key = (BroadcastRow.channel_id, BroadcastRow.starts_at, BroadcastRow.lineup)
        first = select(*key).where(wanted, _LISTED).order_by(*order, *key).limit(limit)
        with self._database.read() as connection:
            found = [tuple(row) for row in connection.execute(first)]
        return self._read(tuple_(*key).in_(found)) if found else ()

    def _read(self, wanted: ColumnElement[bool]) -> tuple[Broadcast, ...]:
        with self._database.read() as connection:
            rows = connection.execute(select(BroadcastRow.__table__).where(wanted)).all()
            products = _products(connection, wanted)
            channels = self._current_channels(connection)
        broadcasts = (
            _broadcast(row, channels[row.channel_id], products.get(_key(row), ()))
            for row in rows
            if row.channel_id in channels
        )
        return tuple(
            sorted(broadcasts, key=lambda b: (b.starts_at, b.channel.channel_no, b.id.lineup))
        )

    def _current_channels(self, connection: Connection) -> dict[str, Channel]:
        rows = connection.execute(select(ChannelNumber.channel_id, ChannelNumber.channel_no))
        numbers = {row.channel_id: row.channel_no for row in rows}
        return {
            name: replace(channel, channel_no=numbers.get(name, channel.channel_no))
            for name, channel in self._channels.items()
        }


def _key(row: Any) -> SlotKey:
    return (row.channel_id, row.starts_at, row.lineup)


def _products(
    connection: Connection, wanted: ColumnElement[bool]
) -> dict[SlotKey, list[BroadcastProduct]]:
    slot, product, page = BroadcastProductRow, ProductRow, ProductDetailRow
    rows = connection.execute(
        select(
            slot.channel_id,
            slot.starts_at,
            slot.lineup,
            slot.source,
            slot.product_id,
            slot.role,
            slot.price_kind,
            slot.list_price_krw,
            slot.sale_price_krw,
            slot.conditional_price_krw,
            slot.price_condition,
            product.name,
            product.brand,
            product.thumbnail_url,
            product.product_url,
            product.is_food,
            product.kind,
            product.amount_total,
            product.amount_unit,
            product.amount_packs,
            page.price_kind.label("page_price_kind"),
            page.list_price_krw.label("page_list_price_krw"),
            page.sale_price_krw.label("page_sale_price_krw"),
        )
        .select_from(BroadcastRow)
        .join(
            slot,
            and_(
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
            ),
        )
        .join(product, and_(product.source == slot.source, product.product_id == slot.product_id))
        .outerjoin(page, and_(page.source == slot.source, page.product_id == slot.product_id))
        .where(wanted)
        .order_by(slot.channel_id, slot.starts_at, slot.lineup, slot.position)
    )
    found: dict[SlotKey, list[BroadcastProduct]] = defaultdict(list)
    for row in rows:
        found[_key(row)].append(_product(row))
    return found


def _slot_price(row: Any) -> tuple[PriceKind, int | None, int | None]:
    """Return the price of the slot; the product's own page fills in what the listing leaves out.

    A price that the slot does not know comes from there whole, a list price for the same sale.
    """
    kind, list_krw, sale_krw = PriceKind(row.price_kind), row.list_price_krw, row.sale_price_krw
    if row.page_price_kind != PriceKind.PRICED.value:
        return kind, list_krw, sale_krw
    if kind is PriceKind.UNKNOWN:
        return PriceKind.PRICED, row.page_list_price_krw, row.page_sale_price_krw
    if list_krw is None and sale_krw is not None and sale_krw == row.page_sale_price_krw:
        return kind, row.page_list_price_krw, sale_krw
    return kind, list_krw, sale_krw


def _product(row: Any) -> BroadcastProduct:
    kind, list_krw, sale_krw = _slot_price(row)
    return BroadcastProduct(
        source=row.source,
        product_id=row.product_id,
        name=row.name,
        role=ProductRole(row.role),
        price_kind=kind,
        list_price_krw=list_krw,
        sale_price_krw=sale_krw,
        brand=row.brand,
        thumbnail_url=row.thumbnail_url,
        product_url=row.product_url,
        is_food=row.is_food,
        kind=kind_of(row),
        amount=amount_of(row),
        conditional=conditional_of(row),
    )


def _broadcast(row: Any, channel: Channel, products: Iterable[BroadcastProduct]) -> Broadcast:
    return Broadcast(
        id=BroadcastId(row.channel_id, moment(row.starts_at), row.lineup),
        channel=channel,
        ends_at=moment(row.ends_at),
        end_kind=EndKind(row.end_kind),
        title=row.title,
        products=tuple(products),
        source=row.source,
        confidence=Confidence(row.confidence),
        seen_at=moment(row.seen_at),
        is_food=row.is_food,
        cancelled_at=moment(row.cancelled_at),
        moved_to=moment(row.moved_to),
        moved_from=moment(row.moved_from),
        moved_lineup=row.moved_lineup,
        given=provenance_of(row),
    )
