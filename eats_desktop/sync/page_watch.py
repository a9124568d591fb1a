"""Holds each page against what the same page used to say (health checks with a memory)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.sync.health_gate import judge, require_usual
from eats_desktop.sync.page_measuring import measure, topic_of
from eats_desktop.sync.plan import GUIDE_RANK, MALL_RANK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.listing import Finding, Window
    from eats_desktop.domain.page_measure import PageMeasure, PageTopic
    from eats_desktop.sources.base import CrawlTask
    from eats_desktop.sources.crawler import CrawlOutcome
    from eats_desktop.sync.catalog import CatalogWriter

_MEMORY = timedelta(days=7)
"""A site that really changed is refused no longer than this: older measures say nothing."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A page that may be stored, and what is odd about it nevertheless."""

    topic: PageTopic
    measure: PageMeasure
    findings: tuple[Finding, ...]


class PageWatch:
    """For the writer thread. `ranks` tells sellers from the guides that confirm them."""

    def __init__(self, catalog: CatalogWriter, ranks: Mapping[str, int]) -> None:
        self._catalog = catalog
        self._ranks = ranks
        self._guides = tuple(n for n, rank in ranks.items() if GUIDE_RANK <= rank < MALL_RANK)

    def examine(self, task: CrawlTask, found: CrawlOutcome, now: datetime) -> Examined:
        """Judge a page by its past; SuspiciousListingError when it is not to be believed."""
        examined = self.look(task, found, now)
        require_usual(examined.findings)
        return examined

    def look(self, task: CrawlTask, found: CrawlOutcome, now: datetime) -> Examined:
        """Return what a page's past says of it, good or bad; nothing is stored."""
        topic = topic_of(task, now)
        guides = self._guides if self._ranks.get(task.source, MALL_RANK) < GUIDE_RANK else ()
        with self._catalog.transaction() as tx:

            def guide_starts(window: Window) -> tuple[datetime, ...]:
                return tx.starts_of(guides, window) if guides else ()

            measured = measure(task, found, now, guide_starts)
            past = tx.measures(topic, now - _MEMORY)
        findings = judge(measured, past, topic.days_ahead)
        return Examined(topic, measured, findings)

    def remember(self, examined: Examined, now: datetime) -> None:
        """Keep the measure of a page that was stored."""
        with self._catalog.transaction() as tx:
            tx.remember_measure(examined.topic, examined.measure, now)
