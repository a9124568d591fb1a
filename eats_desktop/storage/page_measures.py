"""The last measures of pages that were believed, and what guides list beside a seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.page_measure import PageMeasure
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import PageMeasureRow, SourceSlotRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from eats_desktop.domain.listing import Window
    from eats_desktop.domain.page_measure import PageTopic

_KEPT = 10
"""Measures kept of one topic (sources document, H1)."""

_NO_DAY = -99
"""Stands for pages that speak of no day: a key cannot be null."""


def recent(connection: Connection, topic: PageTopic, since: datetime) -> tuple[PageMeasure, ...]:
    """Return what pages of the topic measured since then, newest first."""
    row = PageMeasureRow
    found = connection.execute(
        select(row.size_bytes, row.mistyped, row.slots, row.minutes, row.holes, row.agreement)
        .where(_of(topic), row.measured_at >= epoch(since))
        .order_by(row.measured_at.desc())
        .limit(_KEPT)
    )
    return tuple(PageMeasure(*values) for values in found)


def remember(connection: Connection, topic: PageTopic, measure: PageMeasure, at: datetime) -> None:
    """Add a measure and forget all but the newest ten of its topic."""
    values = {
        "source": topic.source,
        "subject": topic.subject,
        "days_ahead": _key(topic),
        "measured_at": epoch(at),
        "size_bytes": measure.size_bytes,
        "mistyped": measure.mistyped,
        "slots": measure.slots,
        "minutes": measure.minutes,
        "holes": measure.holes,
        "agreement": measure.agreement,
    }
    connection.execute(insert(PageMeasureRow).prefix_with("OR REPLACE"), [values])
    kept = (
        select(PageMeasureRow.measured_at)
        .where(_of(topic))
        .order_by(PageMeasureRow.measured_at.desc())
        .limit(_KEPT)
    )
    connection.execute(
        delete(PageMeasureRow).where(_of(topic), PageMeasureRow.measured_at.not_in(kept))
    )


def starts(connection: Connection, sources: Sequence[str], window: Window) -> tuple[datetime, ...]:
    """Return when slots begin that any of the sources last listed in the window, in order."""
    found = connection.execute(
        select(SourceSlotRow.starts_at)
        .where(
            SourceSlotRow.channel_id == window.channel_id,
            SourceSlotRow.starts_at >= epoch(window.starts_at),
            SourceSlotRow.starts_at < epoch(window.ends_at),
            SourceSlotRow.source.in_(sources),
        )
        .order_by(SourceSlotRow.starts_at)
    )
    return tuple(moment(starts_at) for (starts_at,) in found)


def _of(topic: PageTopic) -> ColumnElement[bool]:
    return and_(
        PageMeasureRow.source == topic.source,
        PageMeasureRow.subject == topic.subject,
        PageMeasureRow.days_ahead == _key(topic),
    )


def _key(topic: PageTopic) -> int:
    return _NO_DAY if topic.days_ahead is None else topic.days_ahead
