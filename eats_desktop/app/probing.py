"""Asks each site for one thing and says what the health checks find; stores nothing."""

from __future__ import annotations

import random
import re
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import SourceError, SourceUnavailableError
from eats_desktop.domain.listing import Finding, Severity
from eats_desktop.sources.base import CrawlContext
from eats_desktop.sources.crawler import CrawlError, crawl
from eats_desktop.sources.page_cache import PageCache

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from eats_desktop.app.container import Container
    from eats_desktop.sources.base import CrawlTask, Page, Source
    from eats_desktop.sources.crawler import CrawlOutcome
    from eats_desktop.sources.http import Fetcher

CODES = tuple(f"H{n}" for n in range(1, 13))
_CODE = re.compile(r"^(H\d{1,2}) (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One of H1…H12; `state` is ok, info, warn, fail, or unknown where nothing could be judged."""

    code: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """What one site answered; `error` is the code of a failure, "" when the page was read."""

    source: str
    title: str
    task: CrawlTask
    url: str
    status: int | None
    content_type: str
    size_bytes: int
    requests: int
    version: int
    slots: int
    products: int
    fingerprint: str
    error: str
    detail: str
    checks: tuple[CheckResult, ...]
    pages: tuple[Page, ...]

    @property
    def ok(self) -> bool:
        return not self.error and all(check.state != "fail" for check in self.checks)


class _NoMemory:
    """Whole pages are wanted, so that nothing is asked for conditionally."""

    def get(self, url: str) -> None:  # noqa: ARG002  the contract
        return None

    def put(
        self, url: str, etag: str | None, last_modified: str | None, sha256: str, at: datetime
    ) -> None:
        """Remember nothing."""


def probe(box: Container, sources: Sequence[Source]) -> Iterator[Probe]:
    """Ask each source for one page of each kind: one channel's today, or one shelf of a mall."""
    with _fetcher(box) as fetcher:
        for source in sources:
            yield _probe(box, source, fetcher)


@contextmanager
def _fetcher(box: Container) -> Iterator[Fetcher]:
    from eats_desktop.sources.http import Fetcher  # noqa: PLC0415  loads requests

    with tempfile.TemporaryDirectory(prefix="eats-probe-") as folder:
        fetcher = Fetcher(
            replace(box.source_desk.fetch_policy(), retries=0),
            box.clock,
            threading.Event(),
            random.Random(),  # noqa: S311  jitter, not a secret
            _NoMemory(),
            PageCache(Path(folder)),
        )
        try:
            yield fetcher
        finally:
            fetcher.close()


def _probe(box: Container, source: Source, fetcher: Fetcher) -> Probe:
    now = box.clock.now()
    task = source.tasks([korean_day(now)])[0]
    address = box.source_desk.base_url(source)
    before = fetcher.asked_today(address)
    found: CrawlOutcome | None = None
    error: SourceError | None = None
    pages: tuple[Page, ...] = ()
    try:
        found = crawl(source, CrawlContext(task, now, is_glance=True), fetcher, address)
        pages = found.pages
    except CrawlError as failed:
        error, pages = failed.cause, failed.pages
    findings = _findings(box, task, found, error, now)
    result = None if found is None else found.result
    return Probe(
        source=source.info.name,
        title=source.info.title,
        task=task,
        url=pages[0].url if pages else address,
        status=pages[-1].status if pages else _status_in(error),
        content_type=pages[-1].content_type if pages else "",
        size_bytes=sum(len(page.body) for page in pages),
        requests=fetcher.asked_today(address) - before,
        version=source.info.version,
        slots=0 if result is None else len(result.slots),
        products=0
        if result is None
        else len(result.products) + sum(len(slot.products) for slot in result.slots),
        fingerprint="" if result is None else result.report.fingerprint,
        error="" if error is None else error.code,
        detail="" if error is None else error.detail,
        checks=_checks(findings, is_read=result is not None),
        pages=pages,
    )


def _findings(
    box: Container,
    task: CrawlTask,
    found: CrawlOutcome | None,
    error: SourceError | None,
    now: datetime,
) -> list[Finding]:
    if found is not None and found.result.is_part:
        return list(found.result.report.findings)
    if found is not None:
        examined = box.page_watch.look(task, found, now)
        return [*found.result.report.findings, *examined.findings]
    named = _CODE.match(error.detail) if error is not None else None
    if named is not None:
        return [Finding(named[1], Severity.FAIL, named[2])]
    answered = error is not None and not isinstance(error, SourceUnavailableError)
    return [Finding("H1", Severity.FAIL, error.detail)] if answered and error is not None else []


def _checks(findings: Sequence[Finding], *, is_read: bool) -> tuple[CheckResult, ...]:
    """Return every check in order; the worst of its findings speaks for it."""
    order = [Severity.FAIL, Severity.WARN, Severity.INFO]
    results = []
    for code in CODES:
        own = sorted((f for f in findings if f.code == code), key=lambda f: order.index(f.severity))
        if own:
            details = "; ".join(f.detail for f in own if f.severity is own[0].severity)
            results.append(CheckResult(code, own[0].severity.value, details))
        else:
            results.append(CheckResult(code, "ok" if is_read else "unknown"))
    return tuple(results)


def _status_in(error: SourceError | None) -> int | None:
    """Return the status that a refusal names; the answer itself was not kept."""
    named = re.search(r"\(HTTP (\d{3})\)", error.detail if error is not None else "")
    return int(named[1]) if named else None
