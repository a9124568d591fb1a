"""Decides whether a parsed page may replace what is stored (health checks that need history)."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ParseReport, SlotListing, Window
    from eats_desktop.domain.page_measure import PageMeasure
    from eats_desktop.domain.reconciliation import SourceSlot

_SHRUNK_TO = 0.3
"""A listing that shrinks below this share of its last good size is not believed (SRC-02)."""

_ENOUGH = 6
"""Smaller listings vary too much to be judged by size."""

_PAST = 3
"""Believed pages from which on their median tells what is usual."""

_NEAR_DAYS = 2
"""Sellers list today and two days in full (fill profile, part 8); later days only fill up."""

_HALF_DAY = 12 * 60
"""Minutes still to come below which a day's page may be short: sites drop what is over."""

_SIZES = (0.3, 3.0)
_NEAR_COUNTS, _FAR_COUNTS = (0.5, 1.5), (0.33, 3.0)
"""Shares of the median between which a page's size (H1) and its number of slots (H4) are usual."""

_HOLES = 2
_LEAST_OF_USUAL = 0.5
_LEAST_AGREEMENT = 0.33
"""Half of the lowest share that a guide confirmed of any channel but 신세계 (part 6.4)."""


class SuspiciousListingError(SourceChangedError):
    """The page parses but says far less than it did; the last good listing stays."""

    code = "SRC-02"


def require_healthy(report: ParseReport) -> None:
    """Raise SourceChangedError with the failing checks of the parse itself."""
    if report.failed:
        raise SourceChangedError(report.worst())


def warnings_of(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what is odd about a page that is believed, each check once."""
    odd = {f.code: f for f in reversed(findings) if f.severity is Severity.WARN}
    return tuple(odd[code] for code in sorted(odd))


def require_usual(findings: Sequence[Finding]) -> None:
    """Raise SuspiciousListingError with what a page's past speaks against."""
    failed = [f"{f.code} {f.detail}" for f in findings if f.severity is Severity.FAIL]
    if failed:
        raise SuspiciousListingError("; ".join(failed))


def judge(
    page: PageMeasure, past: Sequence[PageMeasure], days_ahead: int | None
) -> tuple[Finding, ...]:
    """Hold a page against believed pages of its topic (H1, H4, H5, H10).

    What contradicts at least three of them fails; what is odd without a past to contradict, or on
    a day that sellers still fill, is believed with a warning.
    """
    usual = past if len(past) >= _PAST else ()
    near = days_ahead is None or days_ahead <= _NEAR_DAYS
    return (
        *_typed(page, usual),
        *_sized(page, usual, days_ahead, near=near),
        *_counted(page, usual, near=near),
        *_covered(page, usual),
        *_agreed(page, usual),
    )


def _severity(*, contradicts: bool) -> Severity:
    return Severity.FAIL if contradicts else Severity.WARN


def _typed(page: PageMeasure, usual: Sequence[PageMeasure]) -> Iterator[Finding]:
    if page.mistyped:
        contradicts = bool(usual) and not any(past.mistyped for past in usual)
        detail = "응답이 다른 형식이라고 적혀 있어요"
        yield Finding("H1", _severity(contradicts=contradicts), detail)


def _sized(
    page: PageMeasure, usual: Sequence[PageMeasure], days_ahead: int | None, *, near: bool
) -> Iterator[Finding]:
    full = days_ahead is None or median([past.slots for past in usual] or [0]) >= _ENOUGH
    size = median([past.size_bytes for past in usual] or [0])
    if not (size and full):
        return
    share = page.size_bytes / size
    least, most = _SIZES
    may_be_short = days_ahead is not None and page.minutes < _HALF_DAY
    if share > most or (share < least and not may_be_short):
        detail = f"응답 크기가 평소의 {share:.0%}예요"
        yield Finding("H1", _severity(contradicts=near), detail)


def _counted(page: PageMeasure, usual: Sequence[PageMeasure], *, near: bool) -> Iterator[Finding]:
    whole = [past for past in usual if past.minutes >= _HALF_DAY]
    if page.minutes < _HALF_DAY or len(whole) < _PAST:
        return
    expected = median(past.slots / past.minutes for past in whole) * page.minutes
    least, most = _NEAR_COUNTS if near else _FAR_COUNTS
    if expected >= _ENOUGH and not expected * least <= page.slots <= expected * most:
        detail = f"방송이 평소에는 {expected:.0f}개쯤인데 {page.slots}개예요"
        yield Finding("H4", _severity(contradicts=near), detail)


def _covered(page: PageMeasure, usual: Sequence[PageMeasure]) -> Iterator[Finding]:
    if page.holes >= _HOLES:
        contradicts = bool(usual) and median(past.holes for past in usual) < _HOLES
        detail = f"오늘 편성에서 비거나 겹치는 곳이 {page.holes}군데예요"
        yield Finding("H5", _severity(contradicts=contradicts), detail)


def _agreed(page: PageMeasure, usual: Sequence[PageMeasure]) -> Iterator[Finding]:
    known = [past.agreement for past in usual if past.agreement is not None]
    learned = len(known) >= _PAST
    least = median(known) * _LEAST_OF_USUAL if learned else _LEAST_AGREEMENT
    if page.agreement is not None and page.agreement < least:
        detail = f"편성 안내와 시각이 맞는 방송이 {page.agreement:.0%}뿐이에요"
        yield Finding("H10", _severity(contradicts=learned), detail)


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
