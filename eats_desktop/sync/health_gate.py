"""Decides whether a parsed page may replace what is stored (health checks that need history)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.errors import SourceChangedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ParseReport, SlotListing, Window
    from eats_desktop.domain.reconciliation import SourceSlot

_SHRUNK_TO = 0.3
"""A listing that shrinks below this share of its last good size is not believed (SRC-02)."""

_ENOUGH = 6
"""Smaller listings vary too much to be judged by size."""


class SuspiciousListingError(SourceChangedError):
    """The page parses but says far less than it did; the last good listing stays."""

    code = "SRC-02"


def require_healthy(report: ParseReport) -> None:
    """Raise SourceChangedError with the failing checks of the parse itself."""
    if report.failed:
        raise SourceChangedError(report.worst())


def require_plausible(
    before: Sequence[SourceSlot], after: Sequence[SlotListing], window: Window, now: datetime
) -> None:
    """Raise when a window's future has shrunk suspiciously (H4); what is over may be dropped."""
    old = sum(1 for heard in before if _ahead(heard.slot, now))
    new = sum(
        1 for slot in after if slot.channel_id == window.channel_id and _in(slot, window, now)
    )
    if old >= _ENOUGH and new < old * _SHRUNK_TO:
        raise SuspiciousListingError(f"H4 방송이 {old}개에서 {new}개로 줄었어요")


def _ahead(slot: SlotListing, now: datetime) -> bool:
    return slot.starts_at is not None and slot.starts_at >= now


def _in(slot: SlotListing, window: Window, now: datetime) -> bool:
    if slot.starts_at is None or slot.starts_at < now:
        return False
    return window.starts_at <= slot.starts_at < window.ends_at
