"""The pages of one full day of all 17 channels, made once, to be parsed and stored many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.plan import WeekPlan
from eats_desktop.demo.site_pages import SitePages
from eats_desktop.demo.web import Request
from eats_desktop.paths import resources
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.channels import load_channels
from eats_desktop.sources.registry import build_sources
from eats_desktop.sources.source_table import load_source_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import CrawlResult
    from eats_desktop.sources.base import PageRequest, Source


@dataclass(frozen=True, slots=True)
class KeptCrawl:
    """A crawl task with the pages it reads, so that it can be parsed again without a site."""

    source: Source
    task: CrawlTask
    now: datetime
    pages: tuple[Page, ...]

    def parse(self) -> CrawlResult:
        waiting = iter(self.pages)
        return _driven(self.source, self.task, self.now, lambda _request: next(waiting))


def a_day(now: datetime) -> Sequence[KeptCrawl]:
    """Return every crawl of the television sources for the day of `now`, sellers first."""
    return tuple(_kept(now))


def _kept(now: datetime) -> Iterator[KeptCrawl]:
    catalogue = load_catalogue()
    sites = SitePages(WeekPlan(catalogue), catalogue.mall)
    channels = load_channels(resources() / "channels.toml", resources() / "none.toml")
    table = load_source_table(resources() / "sources.toml")
    sources = build_sources(channels, table, {}).values()
    for source in sorted(sources, key=lambda source: source.info.rank):
        if source.info.channel_ids:
            for task in source.tasks([now.date()]):
                yield _recorded(source, task, now, sites)


def _recorded(source: Source, task: CrawlTask, now: datetime, sites: SitePages) -> KeptCrawl:
    pages: list[Page] = []

    def answer(request: PageRequest) -> Page:
        asked = Request(source.info.name, request.path, dict(request.params), body=request.body)
        found = sites.respond(asked, now)
        kind = found.headers.get("Content-Type", "")
        pages.append(Page(request.path, found.status, found.body, kind, now))
        return pages[-1]

    _driven(source, task, now, answer)
    return KeptCrawl(source, task, now, tuple(pages))


def _driven(
    source: Source, task: CrawlTask, now: datetime, answer: Callable[[PageRequest], Page]
) -> CrawlResult:
    steps = source.crawl(CrawlContext(task, now))
    try:
        request = next(steps)
        while True:
            request = steps.send(answer(request))
    except StopIteration as stop:
        result: CrawlResult = stop.value
        return result
