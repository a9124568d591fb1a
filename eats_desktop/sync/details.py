"""Asks a seller for one product's page, believes or doubts it, and stores what it said."""

from __future__ import annotations

import enum
import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceChangedError,
    SourceError,
    SourceGoneError,
    StoppedError,
    TlsError,
)
from eats_desktop.domain.product_detail import ProductDetail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.product_detail import DetailAttempt
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.sources.base import Page, PageRequest
    from eats_desktop.sources.details.base import DetailReading, DetailSource
    from eats_desktop.sources.http import Fetcher
    from eats_desktop.sync.service import Writer

_log = logging.getLogger(__name__)

_NOT_THE_PAGE = (SourceBlockedError, OfflineError, TlsError)
"""Failures that say nothing of the product whose page was asked for."""

_TRUSTED_FOR = timedelta(hours=48)
"""A 404 is a product that ended only where pages of the same seller came lately."""


class DetailStore(Protocol):
    def due_foods(self, keys: Sequence[ProductKey], now: datetime) -> tuple[ProductKey, ...]: ...

    def on_air(
        self, sources: Sequence[str], now: datetime, ends: datetime, limit: int
    ) -> tuple[ProductKey, ...]: ...

    def mall(self, sources: Sequence[str], now: datetime, limit: int) -> tuple[ProductKey, ...]: ...

    def requests_on(self, at: datetime) -> Mapping[str, int]: ...

    def last_good(self, source: str) -> datetime | None: ...

    def save(self, detail: ProductDetail) -> DetailAttempt: ...

    def failed(self, key: ProductKey, at: datetime) -> DetailAttempt: ...

    def asked(self, source: str, at: datetime, *, failed: bool, good: bool) -> None: ...


class Visit(enum.StrEnum):
    """What came of asking for one page."""

    READ = "read"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DetailEquipment:
    """What product pages are asked with; wired in the application."""

    sources: Callable[[], Mapping[str, DetailSource]]
    """Those switched on, asked for anew at each run."""
    base_url: Callable[[str, str | None], str]
    """Where a source's pages are; the second is the other host that a page names itself."""
    fetcher: Fetcher
    store: DetailStore
    write: Writer
    clock: Clock


class DetailVisitor:
    """On job threads: it waits for sites and for the writer."""

    def __init__(self, equipment: DetailEquipment) -> None:
        self._gear = equipment

    def visit(self, key: ProductKey) -> tuple[Visit, SourceError | None]:
        """Ask for one page and store what came of it; a failure is returned, a stop is raised.

        Only failures that speak of this product are remembered with it: a seller that refuses, or
        cannot be reached, is asked about it again at the next chance.
        """
        gear = self._gear
        source = gear.sources()[key.source]
        try:
            reading = self._read(source, key.product_id)
        except StoppedError:
            raise
        except SourceGoneError as error:
            return self._gone(key, error)
        except SourceError as error:
            self._count(key.source, failed=True)
            if not isinstance(error, _NOT_THE_PAGE):
                self._remember_failure(key)
            return Visit.FAILED, error
        detail = reading.detail
        self._count(key.source, good=not detail.is_ended)
        if not detail.is_ended:
            detail = self._with_description(source, reading).detail
        gear.write(lambda: gear.store.save(detail))
        return (Visit.ENDED if detail.is_ended else Visit.READ), None

    def _read(self, source: DetailSource, product_id: str) -> DetailReading:
        page = self._fetch(source, source.request(product_id))
        try:
            reading = source.parse(page, product_id)
        except SourceBlockedError:
            self._gear.fetcher.refused(page)
            raise
        if reading.report.failed:
            raise SourceChangedError(reading.report.worst())
        return reading

    def _with_description(self, source: DetailSource, reading: DetailReading) -> DetailReading:
        """Add a description that is a page of its own; without it the rest still counts."""
        key = reading.detail.key
        request = source.more_pictures(key.product_id)
        if request is None:
            return reading
        try:
            whole = source.with_description(reading, self._fetch(source, request))
        except StoppedError:
            raise
        except SourceError as error:
            _log.info("%s: no description: %s %s", key, error.code, error.detail)
            self._count(key.source, failed=True)
            return reading
        self._count(key.source)
        return whole

    def _fetch(self, source: DetailSource, request: PageRequest) -> Page:
        """Fetch a page and keep nothing of it: reviews stand there with what people wrote."""
        gear = self._gear
        base_url = gear.base_url(source.name, request.base_url)
        plain = replace(request, base_url=None)
        page = gear.fetcher.fetch(base_url, plain, min_interval_s=source.min_interval_s)
        gear.fetcher.forget(page)
        return page

    def _gone(self, key: ProductKey, error: SourceError) -> tuple[Visit, SourceError | None]:
        """Believe that a product ended; where no page comes any more, the address has changed."""
        gear, now = self._gear, self._gear.clock.now()
        last_good = gear.store.last_good(key.source)
        is_trusted = last_good is not None and now - last_good <= _TRUSTED_FOR
        self._count(key.source, failed=not is_trusted)
        if not is_trusted:
            self._remember_failure(key)
            return Visit.FAILED, error
        gear.write(lambda: gear.store.save(ProductDetail(key, now, is_ended=True)))
        return Visit.ENDED, None

    def _remember_failure(self, key: ProductKey) -> None:
        now = self._gear.clock.now()
        self._gear.write(lambda: self._gear.store.failed(key, now))

    def _count(self, source: str, *, failed: bool = False, good: bool = False) -> None:
        now = self._gear.clock.now()
        self._gear.write(lambda: self._gear.store.asked(source, now, failed=failed, good=good))
