"""Wires what reads sellers' product pages: the readers, the job, what screens ask."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.jobs.enrich_job import EnrichJob
from eats_desktop.services.detail_service import DetailService
from eats_desktop.sync.details import DetailEquipment
from eats_desktop.sync.enrichment import Enrichment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eats_desktop.app.source_desk import SourceDesk
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.settings import Settings
    from eats_desktop.sources.details.base import DetailSource
    from eats_desktop.sources.http import Fetcher
    from eats_desktop.storage.databases import Databases


class ProductPages:
    """One per container; `fetcher` is asked for when the first page is."""

    def __init__(
        self,
        databases: Databases,
        desk: SourceDesk,
        settings: Callable[[], Settings],
        fetcher: Callable[[], Fetcher],
        tasks: TaskRunner,
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._databases = databases
        self._desk = desk
        self._settings = settings
        self._fetcher = fetcher
        self._tasks = tasks
        self._clock = clock
        self._publish = publish
        self.service = DetailService(
            databases.details,
            self.can_ask,
            lambda key: self.enrichment.ask(key),  # noqa: PLW0108  made when first asked
            clock,
        )

    def can_ask(self, source: str) -> bool:
        """Tell whether a seller's pages can be read and are switched on."""
        known = self._readers.get(source)
        chosen = self._settings().source(source)
        if known is None or not self._desk.is_enabled(source) or not self._settings().sync.details:
            return False
        return not known.experimental if chosen.details is None else chosen.details

    @cached_property
    def enrichment(self) -> Enrichment:
        equipment = DetailEquipment(
            sources=lambda: {n: s for n, s in self._readers.items() if self.can_ask(n)},
            base_url=self._base_url,
            fetcher=self._fetcher(),
            store=self._databases.details,
            write=self._tasks.write_now,
            clock=self._clock,
        )
        return Enrichment(
            equipment,
            self._wished,
            lambda: self._settings().sync.details_per_day,
            self._publish,
        )

    @cached_property
    def job(self) -> EnrichJob:
        return EnrichJob(
            self.enrichment,
            self._databases.job_runs,
            self._tasks.write_now,
            self._clock,
            lambda: self._settings().sync.auto and self._settings().sync.details,
        )

    @cached_property
    def _readers(self) -> Mapping[str, DetailSource]:
        from eats_desktop.sources.details.registry import (  # noqa: PLC0415  loads bs4, lxml
            build_details,
        )

        return build_details(self._desk.table)

    def _base_url(self, source: str, page: str | None) -> str:
        """Return where a page is; an address in the settings stands for all hosts of a source."""
        return self._settings().source(source).base_url or page or self._desk.table[source].base_url

    def _wished(self) -> tuple[ProductKey, ...]:
        """Return what wishes are for: the product, else what led the wished broadcast."""
        wishes = self._databases.wishes.wishes()
        keys = (wish.product or wish.headline for wish in reversed(wishes))
        return tuple(key for key in keys if key is not None)
