"""Measures a crawl's pages: how much they say, how gaplessly, and whether a guide agrees."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.page_measure import PageMeasure, PageTopic
from eats_desktop.domain.schedule import SAME_SLOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import SlotListing, Window
    from eats_desktop.sources.base import CrawlTask
    from eats_desktop.sources.crawler import CrawlOutcome

_MORNING = timedelta(hours=6)
"""Before six a channel may repeat itself or rest: its night is not watched."""

_LONGEST_GAP = timedelta(minutes=90)
_LONGEST_OVERLAP = timedelta(minutes=10)
_ASSUMED_LENGTH = timedelta(hours=1)
"""Median length of a slot, where no end is given."""

_FEW = 6
"""Fewer slots agree or disagree by chance."""


def topic_of(task: CrawlTask, now: datetime) -> PageTopic:
    ahead = None if task.day is None else (task.day - korean_day(now)).days
    return PageTopic(task.source, task.channel_id or task.category or "", ahead)


def measure(
    task: CrawlTask,
    found: CrawlOutcome,
    now: datetime,
    guide_starts: Callable[[Window], Sequence[datetime]],
) -> PageMeasure:
    """Return the figures of one task's pages; `guide_starts` reads what guides list beside it."""
    result = found.result
    coming = [s for s in result.slots if s.starts_at is not None and s.starts_at >= now]
    lengths = (max(w.ends_at - max(w.starts_at, now), timedelta(0)) for w in result.windows)
    is_today = task.day == korean_day(now)
    return PageMeasure(
        size_bytes=sum(len(page.body) for page in found.pages),
        mistyped=found.mistyped,
        slots=len(coming),
        minutes=round(sum(lengths, timedelta(0)).total_seconds() / 60),
        holes=max((holes(_own(result.slots, w), now) for w in result.windows), default=0)
        if is_today
        else 0,
        agreement=agreement(coming, [s for w in result.windows for s in guide_starts(w)]),
    )


def _own(slots: Sequence[SlotListing], window: Window) -> list[SlotListing]:
    return [slot for slot in slots if slot.channel_id == window.channel_id]


def holes(slots: Sequence[SlotListing], now: datetime) -> int:
    """Count gaps over 90 minutes and overlaps over 10 in what is left of today from 06:00 (H5).

    Slots of different line-ups may overlap: such a channel airs two at once.
    """
    midnight = day_start(korean_day(now))
    begins, ends = max(midnight + _MORNING, now), midnight + timedelta(days=1)
    spans = sorted(
        (start, slot.ends_at or start + _ASSUMED_LENGTH, slot.lineup)
        for slot in slots
        if (start := slot.starts_at or begins) < ends
    )
    spans = [span for span in spans if span[1] > begins]
    edges = [(begins, begins, 0), *spans, (ends, ends, 0)]
    reached = begins
    count = 0
    for (_, ended, lineup), (start, _, other) in pairwise(edges):
        reached = max(reached, ended)
        gap = start - reached > _LONGEST_GAP
        overlap = lineup == other and ended - start > _LONGEST_OVERLAP
        count += gap or overlap
    return count


def agreement(slots: Iterable[SlotListing], guide: Sequence[datetime]) -> float | None:
    """Return the share of slots with a guide's start within ± 5 minutes (H10).

    Only slots inside what the guide lists are counted; None when they are too few to tell.
    """
    if not guide:
        return None
    known = sorted(guide)
    first, last = known[0] - SAME_SLOT, known[-1] + SAME_SLOT
    starts = [s.starts_at for s in slots if s.starts_at and first <= s.starts_at <= last]
    if len(starts) < _FEW:
        return None
    return sum(1 for start in starts if _is_near(start, known)) / len(starts)


def _is_near(start: datetime, known: Sequence[datetime]) -> bool:
    at = bisect_left(known, start - SAME_SLOT)
    return at < len(known) and known[at] <= start + SAME_SLOT
