"""How fast each source reads its pages of one day, beside what the parsing libraries alone need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, best_of
from eats_desktop.sources.bare_parse import bare_parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eats_desktop.app.bench.pages import KeptCrawl

_TIMES, _READ, _ALONE = 3, 4, 40
"""Runs, of which the fastest counts, and how often one reads all pages and parses them alone."""


def figures(crawls: Sequence[KeptCrawl]) -> Iterator[Figure]:
    """Yield pages a second by source, with checks and all, in the order of the crawls."""
    for name in dict.fromkeys(crawl.source.info.name for crawl in crawls):
        yield _of([crawl for crawl in crawls if crawl.source.info.name == name])


def _of(crawls: Sequence[KeptCrawl]) -> Figure:
    pages = [page for crawl in crawls for page in crawl.pages]
    reading = best_of(_TIMES, lambda: [c.parse() for _ in range(_READ) for c in crawls])
    alone = best_of(_TIMES, lambda: [bare_parse(page) for _ in range(_ALONE) for page in pages])
    slots = sum(len(crawl.parse().slots) for crawl in crawls)
    size = sum(len(page.body) for page in pages)
    return Figure(
        f"{crawls[0].source.info.title} 읽기",
        len(pages) * _READ / reading,
        "쪽/초",
        "라이브러리만",
        len(pages) * _ALONE / alone,
        f"편성 {slots}개, 쪽 {len(pages)}개, {size / 1024:.0f} KiB",
    )
