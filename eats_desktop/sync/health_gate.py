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
    """Raise when a window's future has shrunk suspiciously (H4); what is over may be dropped.

    A page that lists nothing at all where it did says nothing: it cancels no one.
    """
    old = sum(1 for heard in before if _ahead(heard.slot, now))
    if old and not any(_inside(slot, window) for slot in after):
        raise SuspiciousListingError(f"H4 방송 {old}개가 모두 사라졌어요")
    new = sum(1 for slot in after if _in(slot, window, now))
    if old >= _ENOUGH and new < old * _SHRUNK_TO:
        raise SuspiciousListingError(f"H4 방송이 {old}개에서 {new}개로 줄었어요")


def _ahead(slot: SlotListing, now: datetime) -> bool:
    return slot.starts_at is not None and slot.starts_at >= now


def _in(slot: SlotListing, window: Window, now: datetime) -> bool:
    return _ahead(slot, now) and _inside(slot, window)


def _inside(slot: SlotListing, window: Window) -> bool:
    if slot.channel_id != window.channel_id or slot.starts_at is None:
        return False
    return window.starts_at <= slot.starts_at < window.ends_at
