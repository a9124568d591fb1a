"""Wires one data directory: settings, databases, sources and services, without any Qt."""

from __future__ import annotations

import logging
import os
import random
import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.app.alarm_desk import AlarmDesk
from eats_desktop.app.feed_desk import FeedDesk
from eats_desktop.app.kitchen import RecipeDesk
from eats_desktop.app.mall_desk import mall_service
from eats_desktop.app.people_desk import PeopleDesk
from eats_desktop.app.product_pages import ProductPages
from eats_desktop.app.purchases import Purchases
from eats_desktop.app.recipe_imports import RecipeImports
from eats_desktop.app.source_desk import SourceDesk
from eats_desktop.app.stream_desk import StreamDesk
from eats_desktop.app.understanding import Understanding
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.events import (
    AlarmRulesChanged,
    ScheduleChanged,
    SettingsChanged,
    WishlistChanged,
)
from eats_desktop.domain.price_history import LONG
from eats_desktop.jobs.due_work import sync_plan
from eats_desktop.jobs.events import EventBus
from eats_desktop.jobs.looks import choose_asker
from eats_desktop.jobs.scheduler import Scheduler
from eats_desktop.jobs.sync_job import SyncJob
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.notifications.desktop import DesktopOutbox, Notifier, PlyerNotifier
from eats_desktop.paths import resources
from eats_desktop.services.feed_service import FeedExport, FeedImport
from eats_desktop.services.inbox_service import InboxService
from eats_desktop.services.my_data import MyData
from eats_desktop.services.price_service import PriceService
from eats_desktop.services.schedule_service import ScheduleService
from eats_desktop.services.settings import SettingsService
from eats_desktop.services.shelf_service import ShelfService
from eats_desktop.services.source_notices import SourceNotices
from eats_desktop.services.source_service import SourceService
from eats_desktop.sources.channels import load_channels
from eats_desktop.sources.feed import RANK as FEED_RANK
from eats_desktop.sources.feed_format import IMPORT
from eats_desktop.sources.page_cache import PageCache
from eats_desktop.sources.photo_cache import CacheLimits, PhotoCache
from eats_desktop.sources.photos import Photos
from eats_desktop.sources.quarantine import Quarantine
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.catalog import RememberingReader
from eats_desktop.sync.page_watch import PageWatch
from eats_desktop.sync.service import SyncEquipment, SyncService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast, ProductKey
    from eats_desktop.sources.base import Source
    from eats_desktop.sources.http import Fetcher

logger = logging.getLogger(__name__)

_MIB = 1 << 20
_PAGES_KEPT = timedelta(days=14)
_INBOX_KEPT = timedelta(days=90)
_EVENTS_KEPT = timedelta(days=400)


class Container:
    """One instance per process and data directory; `close` joins every thread it started."""

    def __init__(
        self,
        data_dir: Path,
        config: Path | None,
        clock: Clock,
        post: Callable[[Callable[[], None]], None] | None = None,
        notifier: Notifier | None = None,
        person_id: str | None = None,
    ) -> None:
        self.data_dir = data_dir
        self.clock = clock
        self.bus = EventBus()
        self.settings = SettingsService(
            data_dir, config, lambda: self.bus.publish(SettingsChanged())
        )
        self.channel_table = load_channels(
            resources() / "channels.toml", data_dir / "channels.toml"
        )
        self.streams = StreamDesk(
            self.channel_table,
            data_dir,
            lambda: self.settings.current.playback,
            lambda: self.bus.publish(SettingsChanged()),
        )
        self.source_desk = SourceDesk(
            data_dir,
            self.channel_table,
            lambda: self.settings.current,
            lambda: self.sources,
            self._asked_today,
        )
        self.household = PeopleDesk(data_dir, clock, person_id)
        self.databases = Databases.open(data_dir, self.channel_table.channels, self.household.home)
        self.tasks = TaskRunner(post) if post is not None else TaskRunner()
        self._closing = threading.Event()
        self._notifier = notifier or PlyerNotifier()
        self.schedule = ScheduleService(self.databases.schedule, clock)
        self.food = Understanding(self.databases, clock, lambda: self.settings.current.search)
        self.recipes = RecipeDesk(self.databases, self.food, self.tasks, clock, self.bus.publish)
        self.prices = PriceService(self.databases.prices, clock)
        self.mall = mall_service(self.databases, self.food, clock)
        self.shelves = ShelfService(
            lambda: self.food.similar, self.databases.prices, self.databases.schedule, clock
        )
        self.product_pages = ProductPages(
            self.databases,
            self.source_desk,
            lambda: self.settings.current,
            lambda: self.fetcher,
            self.tasks,
            clock,
            self.bus.publish,
        )
        self.feed_desk = FeedDesk(data_dir, self.channel_table.ids(), lambda: self.fetcher)
        self.feed_export = FeedExport(self.databases.feed_source, clock)
        self.recipe_imports = RecipeImports(
            self.databases,
            self.food,
            self.tasks,
            self.household.keys,
            lambda: self.settings.current,
            lambda: self.fetcher,
            lambda stop: self.sync_job.keep_up(stop),  # noqa: PLW0108  made when first asked
        )
        self.my_data = MyData(
            self.databases,
            lambda: self.household.person,
            lambda: self.settings.current,
            self.clock,
        )
        self.inbox = InboxService(self.databases.inbox, clock, self.bus.publish)
        self.purchases = Purchases(
            self.databases,
            lambda: self.settings.current,
            self.source_desk.title,
            clock,
            self.bus.publish,
            self.tasks.write_now,
            self.free_bytes,
        )
        self.source_service = SourceService(
            self.source_desk, self.databases.source_states, self.databases.source_days, clock
        )
        self.source_notices = SourceNotices(
            self.source_service, self.databases.reminders, clock, self.bus.publish
        )
        alarms = AlarmDesk(
            self.databases,
            lambda: self.food.names.words.lexicon,
            lambda: self.settings.current.notifications,
            clock,
            self.bus.publish,
            self,
        )
        self.reminders, self.wishes = alarms.reminders, alarms.wishes
        self.alarm_rules = alarms.alarm_rules

    @classmethod
    def open(
        cls, data_dir: Path, config: Path | None, clock: Clock, person_id: str | None = None
    ) -> Container:
        """Open for one command of the command line."""
        return cls(data_dir, config, clock, person_id=person_id)

    def close(self) -> None:
        self._closing.set()
        if "scheduler" in self.__dict__:
            self.scheduler.stop()
        self.recipe_imports.close()
        self.purchases.close()
        self.tasks.close()
        self.streams.close()
        if "fetcher" in self.__dict__:
            self.fetcher.close()
        if "photos" in self.__dict__:
            self.photos.close()
        if "desktop" in self.__dict__:
            self.desktop.close()
        self.databases.close()

    @cached_property
    def sources(self) -> dict[str, Source]:
        from eats_desktop.sources.registry import build_sources  # noqa: PLC0415  loads bs4, lxml

        chosen = self.settings.current.sources
        sources = build_sources(
            self.channel_table,
            self.source_desk.table,
            {name: given.variant for name, given in chosen.items()},
        )
        feed = self.feed_desk.source(self.settings.current.feed.location)
        return sources if feed is None else {**sources, feed.info.name: feed}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {IMPORT: FEED_RANK, **{name: s.info.rank for name, s in self.sources.items()}}

    @cached_property
    def listings(self) -> ListingWriter:
        reader = RememberingReader(lambda: self.food.names)
        return ListingWriter(self.databases.writer, reader, self._ranks)

    @cached_property
    def page_watch(self) -> PageWatch:
        return PageWatch(self.databases.writer, self._ranks)

    @cached_property
    def feed_import(self) -> FeedImport:
        return FeedImport(
            self.listings, self.page_watch, self.tasks.write_now, self.clock, self.bus.publish
        )

    @cached_property
    def desktop(self) -> DesktopOutbox:
        return DesktopOutbox(self._notifier, lambda: self.settings.current.notifications.deadline_s)

    def send(self, title: str, body: str) -> None:
        """Show a desktop notification; the outbox starts with the first one."""
        self.desktop.send(title, body)

    def notifier_problem(self) -> str | None:
        return self._notifier.problem()

    @cached_property
    def fetcher(self) -> Fetcher:
        from eats_desktop.sources.http import Fetcher  # noqa: PLC0415  loads requests

        return Fetcher(
            self.source_desk.fetch_policy(),
            self.clock,
            self._closing,
            random.Random(),  # noqa: S311  jitter, not a secret
            self.databases.validators,
            PageCache(self.data_dir / "pages"),
        )

    @cached_property
    def photo_cache(self) -> PhotoCache:
        def limits() -> CacheLimits:
            storage = self.settings.current.storage
            unused_for = timedelta(days=storage.image_cache_days)
            return CacheLimits(storage.image_cache_mb * _MIB, unused_for)

        return PhotoCache(self.data_dir / "images", self.clock, limits)

    @cached_property
    def photos(self) -> Photos:
        from eats_desktop.sources.photo_fetcher import (  # noqa: PLC0415  loads requests
            PhotoFetcher,
            PhotoPolicy,
        )

        sync = self.settings.current.sync
        gap = sync.request_interval_s
        policy = PhotoPolicy(respect_robots=sync.respect_robots)
        fetcher = PhotoFetcher(
            policy if gap is None else replace(policy, gap_s=gap),
            self.clock,
            self._closing,
            random.Random(),  # noqa: S311  jitter, not a secret
        )
        return Photos(
            fetcher,
            self.photo_cache,
            self.clock,
            lambda source: self.settings.current.source(source).base_url,
            lambda: self.settings.current.display.photos,
        )

    @cached_property
    def quarantine(self) -> Quarantine:
        return Quarantine(self.data_dir / "quarantine")

    @cached_property
    def sync_job(self) -> SyncJob:
        storage = self.settings.current.storage
        desk = self.source_desk
        equipment = SyncEquipment(
            sources=lambda: [s for n, s in self.sources.items() if desk.is_enabled(n)],
            base_urls=desk.base_url,
            marks=desk.mark,
            fetcher=self.fetcher,
            listings=self.listings,
            watch=self.page_watch,
            states=self.databases.source_states,
            quarantine=self.quarantine,
            write=self.tasks.write_now,
            clock=self.clock,
            publish=self.bus.publish,
            free_bytes=self.free_bytes,
            minimum_free_bytes=storage.minimum_free_mb * _MIB,
        )
        return SyncJob(
            SyncService(equipment),
            self.listings,
            self.databases.job_runs,
            self._follow_changes,
            self.tasks.write_now,
            self.clock,
            self.bus.publish,
            timedelta(days=storage.keep_days),
            self.food.load,
            self.food.step,
        )

    @cached_property
    def scheduler(self) -> Scheduler:
        malls = frozenset(n for n, s in self.sources.items() if not s.info.channel_ids)
        scheduler = Scheduler(
            self.tasks,
            self.sync_job,
            sync_plan(self.settings.current.sync.days, malls, str(self.data_dir)),
            self.reminders,
            self.databases.job_runs,
            self.tidy,
            self.clock,
            lambda: self.settings.current.sync.auto,
            self.product_pages.job,
            self._asker,
        )
        self.bus.subscribe(WishlistChanged, lambda _event: scheduler.reminders_changed())
        self.bus.subscribe(AlarmRulesChanged, lambda _event: scheduler.reminders_changed())
        self.bus.subscribe(ScheduleChanged, lambda _event: scheduler.reminders_changed())
        self.bus.subscribe(SettingsChanged, lambda _event: scheduler.settings_changed())
        return scheduler

    def tidy(self) -> None:
        """Daily care on the writer thread: back up, forget what is old, plan what came near."""
        now = self.clock.now()
        self.databases.daily_backup(now)
        self.databases.thin_prices(now - LONG)
        self.databases.inbox.prune(now - _INBOX_KEPT)
        self.databases.job_runs.prune(now - _INBOX_KEPT)
        self.databases.recipe_events.prune(now - _EVENTS_KEPT)
        self.databases.validators.prune(now - _PAGES_KEPT)
        storage = self.settings.current.storage
        self.quarantine.prune(now, timedelta(days=storage.quarantine_days))
        PageCache(self.data_dir / "pages").prune(now, _PAGES_KEPT)
        self.photo_cache.tidy()
        self.reminders.replan()

    def _asked_today(self, address: str) -> int:
        return self.fetcher.asked_today(address) if "fetcher" in self.__dict__ else 0

    def _follow_changes(self) -> None:
        self.reminders.follow_changes()
        self.source_notices.tell()

    def free_bytes(self) -> int:
        """Return the free space of the data directory; a test may pretend less."""
        pretended = os.environ.get("EATS_DISK_FREE_MB")
        if pretended is not None and pretended.isdigit():
            return int(pretended) * _MIB
        return shutil.disk_usage(self.data_dir).free

    def product_name(self, product: ProductKey) -> str:
        """Return what a stored product is called; NotFoundError when it is not stored."""
        name = self.databases.schedule.product_name(product)
        if name is None:
            raise NotFoundError(f"상품을 찾을 수 없어요: {product}")
        return name

    def _asker(self, broadcast: Broadcast) -> str | None:
        """Return whom to ask once more about a wished broadcast, None while all are unwell."""
        channel = broadcast.id.channel_id
        serving = [n for n, s in self.sources.items() if channel in s.info.channel_ids]
        asked = filter(self.source_desk.is_enabled, serving)
        serving = sorted(asked, key=lambda name: self._ranks[name])
        states = {state.name: state for state in self.databases.source_states.source_states()}
        return choose_asker(broadcast, serving, states, self.clock.now())
