"""What the pages of one crawl task measured, so that a page can be held against earlier ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageTopic:
    """What pages are alike: the same part of a site, the same number of days ahead.

    `subject` is a channel id, a mall category, or "" for a page of all channels. `days_ahead`
    counts from today and is None for pages that speak of no day.
    """

    source: str
    subject: str
    days_ahead: int | None


@dataclass(frozen=True, slots=True)
class PageMeasure:
    """Figures of one task's pages, of what lay ahead at the time: sites drop what is over.

    `size_bytes` sums the decoded bodies; `mistyped` when a page declared another content type than
    was asked for (H1). `slots` begin within `minutes` of listed time that were still to come (H4).
    `holes` counts gaps and overlaps of today on the worst channel (H5). `agreement` is the share of
    slots that a programme guide confirms, None when none can tell (H10).
    """

    size_bytes: int
    mistyped: bool
    slots: int
    minutes: int
    holes: int
    agreement: float | None
