"""How fast a full day of 17 channels is parsed, judged, merged and stored."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from eats_desktop.app.bench import parsing
from eats_desktop.app.bench.figures import Figure, best_of, seconds
from eats_desktop.app.bench.pages import a_day
from eats_desktop.classify.product_reader import ProductReader
from eats_desktop.domain.clock import KST
from eats_desktop.paths import resources
from eats_desktop.sources.channels import load_channels
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.catalog import RememberingReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from eats_desktop.app.bench.pages import KeptCrawl

_NOW = datetime(2026, 11, 24, 6, 0, tzinfo=KST)
_TIMES = 3


def figures(folder: Path) -> Sequence[Figure]:
    crawls = a_day(_NOW)
    slots = sum(len(crawl.parse().slots) for crawl in crawls)
    size = sum(len(page.body) for crawl in crawls for page in crawl.pages)
    over = f"편성 {slots}개, 쪽 {sum(len(c.pages) for c in crawls)}개, {size >> 10} KiB"
    reading = best_of(_TIMES, lambda: [crawl.parse() for crawl in crawls])
    first, again = _storing(folder, crawls)
    alone = slots / reading
    return (
        Figure("하루치 처음 받아 저장", slots / first, "편성/초", "읽기만", alone, over),
        Figure("하루치 다시 받아 확인", slots / again, "편성/초", "읽기만", alone, over),
        *parsing.figures(crawls),
    )


def _storing(folder: Path, crawls: Sequence[KeptCrawl]) -> tuple[float, float]:
    """Return the seconds to parse and store a day into nothing, and once more over itself."""
    food = ProductReader.load(resources())
    ranks = {crawl.source.info.name: crawl.source.info.rank for crawl in crawls}
    first, again = [], []
    for number in range(_TIMES):
        with _opened(folder / str(number)) as databases:
            listings = ListingWriter(databases.writer, RememberingReader(lambda: food), ranks)

            def store(listings: ListingWriter = listings) -> None:
                for crawl in crawls:
                    name, key = crawl.source.info.name, crawl.task.key
                    listings.apply(name, key, crawl.parse(), _NOW)

            first.append(seconds(store))
            again.append(seconds(store))
    return min(first), min(again)


@contextmanager
def _opened(data_dir: Path) -> Iterator[Databases]:
    table = load_channels(resources() / "channels.toml", data_dir / "channels.toml")
    databases = Databases.open(data_dir, table.channels)
    try:
        yield databases
    finally:
        databases.close()
