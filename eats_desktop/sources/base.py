"""The contract every source keeps: which tasks it has, what a task requests, what the pages say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.listing import CrawlResult


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One request below the source's base address; `path` starts with "/"."""

    path: str
    params: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    accept: str = "json"
    """"json", "html" or "xml": what is asked for; a page that is something else fails when read."""

    method: str = "GET"
    body: bytes | None = None
    """What a POST carries, as JSON."""

    base_url: str | None = None
    """Where the page is when it is not with the others of its site."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: body as received, decoded by nobody yet."""

    url: str
    status: int
    body: bytes
    content_type: str
    fetched_at: datetime
    not_modified: bool = False
    """True when the site or the body hash says that nothing changed since the last fetch."""


@dataclass(frozen=True, slots=True)
class CrawlTask:
    """The smallest thing a source can be asked for: a channel's day (or days), or a category."""

    source: str
    key: str
    """Unique within the source, e.g. "hmall:20261124" or "1611"; names rows and files."""

    channel_id: str | None = None
    day: date | None = None
    category: str | None = None
    leads: bool = False
    """Whether the other tasks of its source rest on it, whatever part of them is wanted."""


@dataclass(frozen=True, slots=True)
class CrawlContext:
    """All a source may know besides bytes: no clock, no network of its own.

    `is_glance`: one page of each kind is enough; the result says `is_part`, there may be more.
    """

    task: CrawlTask
    now: datetime
    is_glance: bool = False


@dataclass(frozen=True, slots=True)
class SourceInfo:
    name: str
    """As in settings: [sources.<name>]."""

    version: int
    """Raised when the parser changes, so that stored pages can be told apart."""

    title: str
    """Korean display name of the site."""

    base_url: str
    channel_ids: tuple[str, ...]
    horizon_days: int
    """How many days ahead the site lists, today included."""

    rank: int
    """Lower owns the slots of a channel-day: natives 10, Btv guide 50, U+ guide 60; mall 90."""

    min_interval_s: float = 1.5


class Source(Protocol):
    """Stateless adapter of one site.

    `crawl` is a generator: it yields the requests it needs one by one, is sent each page, and
    returns the result. It raises SourceChangedError when a page cannot be what was asked for. It
    touches neither network nor clock, so that a test can feed it bytes.
    """

    @property
    def info(self) -> SourceInfo: ...

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]: ...

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]: ...
