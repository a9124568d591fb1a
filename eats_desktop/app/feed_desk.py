"""Where the application meets schedule feeds: the configured source, and what was left out."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import asdict
from io import BytesIO
from typing import TYPE_CHECKING

from eats_desktop.sources.feed import ImportFeed
from eats_desktop.sources.feed_location import FeedAddress, feed_files, feed_place, opened_feed
from eats_desktop.sources.feed_reader import FeedReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from eats_desktop.sources.feed_reader import FeedReport
    from eats_desktop.sources.http import Fetcher

_GAP_S = 1.5
_UNSAFE = re.compile(r"[^0-9A-Za-z가-힣._-]+")


class FeedDesk:
    """`fetcher` is asked for when a feed is on a server."""

    def __init__(
        self, data_dir: Path, channels: Sequence[str], fetcher: Callable[[], Fetcher]
    ) -> None:
        self._folder = data_dir / "feeds"
        self._channels = channels
        self._fetcher = fetcher

    def source(self, location: str) -> ImportFeed | None:
        """Return the source that reads the feed of the settings, None where there is none."""
        if not location:
            return None
        return ImportFeed(feed_place(location), self._channels, self.keep_report)

    def readers(self, location: str) -> Iterator[FeedReader]:
        """Open every feed of a location in turn, each until the next is asked for.

        Raises InputError or SourceError when there is none to read.
        """
        place = feed_place(location)
        if isinstance(place, FeedAddress):
            page = self._fetcher().fetch(place.base_url, place.request, min_interval_s=_GAP_S)
            yield FeedReader(BytesIO(page.body), self._channels, location)
            return
        for path in feed_files(place).paths:
            with opened_feed(path) as stream:
                yield FeedReader(stream, self._channels, path.name)

    def keep_report(self, report: FeedReport) -> Path:
        """Write what was used of a feed and what not, for whoever makes it; return the file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = _UNSAFE.sub("_", report.producer)[:80]
        path = self._folder / f"{name}.report.json"
        path.write_text(json.dumps(asdict(report), ensure_ascii=False, indent=1), "utf-8")
        return path


def this_machine() -> str:
    """Return what a feed of this machine is called by default."""
    return socket.gethostname()[:80] or "eats-desktop"
