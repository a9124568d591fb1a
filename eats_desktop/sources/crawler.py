"""Drives a source's generator: fetch what it asks for, hand it the pages, return its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import SourceBlockedError, SourceError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Generator

    from eats_desktop.domain.listing import CrawlResult
    from eats_desktop.sources.base import CrawlContext, Page, PageRequest, Source
    from eats_desktop.sources.http import Fetcher

_OTHER_KINDS = {"json": ("html", "xml"), "html": ("json",), "xml": ("html", "json")}


class CrawlError(SourceError):
    """A crawl failed; the pages read so far come with it, `__cause__` says why."""

    def __init__(self, cause: SourceError, pages: tuple[Page, ...]) -> None:
        super().__init__(cause.detail)
        self.cause = cause
        self.pages = pages


@dataclass(frozen=True, slots=True)
class CrawlOutcome:
    """`unchanged` when every page of the crawl is the one last read well.

    `mistyped` when a page declared to be of another kind than was asked for.
    """

    result: CrawlResult
    pages: tuple[Page, ...]
    unchanged: bool
    mistyped: bool = False


def crawl(source: Source, context: CrawlContext, fetcher: Fetcher, base_url: str) -> CrawlOutcome:
    """Run one crawl task; CrawlError wraps the SourceError that ended it.

    What kept a page from coming is raised in the source where it asked: it may do without.
    """
    pages: list[Page] = []
    mistyped = False
    steps = source.crawl(context)
    try:
        request = next(steps)
        while True:
            gap = source.info.min_interval_s
            where = base_url if base_url != source.info.base_url else request.base_url or base_url
            try:
                page = fetcher.fetch(where, request, min_interval_s=gap)
            except StoppedError:
                raise
            except SourceError as error:
                request = steps.throw(error)
                continue
            pages.append(page)
            mistyped |= _is_mistyped(request, page)
            request = _next(steps, page, fetcher)
    except StopIteration as stop:
        result: CrawlResult = stop.value
    except SourceError as error:
        raise CrawlError(error, tuple(pages)) from error
    unchanged = bool(pages) and all(page.not_modified for page in pages)
    return CrawlOutcome(result, tuple(pages), unchanged, mistyped)


def _next(
    steps: Generator[PageRequest, Page, CrawlResult], page: Page, fetcher: Fetcher
) -> PageRequest:
    """Hand over a page; one that turns out to be a refusal stops all asking."""
    try:
        return steps.send(page)
    except SourceBlockedError:
        fetcher.refused(page)
        raise


def _is_mistyped(request: PageRequest, page: Page) -> bool:
    """Tell whether a page names the other kind (H1); no type, or a vague one, says nothing.

    What the body really is shows when it is read.
    """
    declared = page.content_type.partition(";")[0].strip().lower()
    return any(kind in declared for kind in _OTHER_KINDS[request.accept])
