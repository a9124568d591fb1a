"""A whole program without a window, synchronising with loopback sites into real database files."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from eats_desktop.app.container import Container
from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.events import ScheduleChanged
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.sync.plan import SyncScope
from tests.helpers.faulty_sites import FaultyPages, FaultySites, Scenario
from tests.helpers.storage_builders import rows

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
DAY = SyncScope(days=1, mall=False)
LIGHT = SyncScope(days=1, names=frozenset({"hnsmall", "hmall", "uplus_guide"}))
"""Two sellers and the guide with the fewest rows, where that is enough."""

_SHOWN = {
    "broadcast": "channel_id, starts_at, lineup, ends_at, end_kind, title, source, confidence,"
    " is_food, missing_count, first_seen_at, cancelled_at, moved_to, moved_from",
    "broadcast_product": "channel_id, starts_at, lineup, source, product_id, role, position,"
    " price_kind, list_price_krw, sale_price_krw",
    "product": "source, product_id, market, name, raw_name, brand, category, thumbnail_url,"
    " product_url, first_seen_at, is_food, price_kind, list_price_krw, sale_price_krw",
    "price_observation": "id, source, product_id, observed_at, price_kind, list_price_krw,"
    " sale_price_krw",
    "broadcast_change": "id, channel_id, starts_at, kind, before, after, at",
}
_SYNC = """[sync]
request_interval_s = 0
retry_wait_s = 0
retries = {retries}
read_timeout_s = {patience}
[storage]
minimum_free_mb = 0
[notifications]
quiet_enabled = false
"""


_SPOILED = (
    Scenario.DRIFT,
    Scenario.TRUNCATED,
    Scenario.WRONG_CHARSET,
    Scenario.WRONG_DATE,
    Scenario.WRONG_TYPE,
)


class Sites(FaultySites):
    """Faulty sites whose spoiled pages are new pages, never "not modified".

    `refusal` is sent along with a 403.
    """

    def __init__(self, clock, **options):
        self.refusal = {}
        super().__init__(clock, **options)

    def renew(self, clock):
        """Forget all faults, edits and requests, as if started anew on the same ports."""
        self.pages = FaultyPages(_catalogue())
        self.scenario, self.edit = self.pages.scenario, self.pages.edit
        self.refusal = {}
        self.log.clear()
        self._clock = clock

    def _answer(self, request):
        if self.scenario[request.source] in _SPOILED:
            kept = {k: v for k, v in request.headers.items() if k != "if-none-match"}
            request = replace(request, headers=kept)
        response = super()._answer(request)
        if response.status != 403:
            return response
        return replace(response, headers={**response.headers, **self.refusal})


class Program:
    """`clock` stands still unless moved; pop-ups go to `popped`."""

    def __init__(self, data_dir, base_urls, clock, *, patience=5.0, retries=0):
        self.clock = clock
        self.popped = []
        self.changed_days = []
        data_dir.mkdir(exist_ok=True)
        settings = self.settings(base_urls, patience=patience, retries=retries)
        (data_dir / "settings.toml").write_text(settings, encoding="utf-8")
        self.container = Container(data_dir, None, clock, notifier=self)
        self.container.bus.subscribe(
            ScheduleChanged, lambda event: self.changed_days.append(event.days)
        )

    def settings(self, base_urls, *, patience, retries):
        sources = (f'[sources.{name}]\nbase_url = "{url}"\n' for name, url in base_urls.items())
        return _SYNC.format(patience=patience, retries=retries) + "\n".join(sources)

    def problem(self):
        return None

    def send(self, title, body):
        self.popped.append((title, body))

    def sync(self, scope=LIGHT, stop=None):
        """Synchronise and return the outcome of each source."""
        job = self.container.sync_job
        report = job.run(scope, JobTrigger.MANUAL, stop or threading.Event())
        return {outcome.name: outcome for outcome in report.sources}

    def statuses(self, scope=LIGHT):
        return {name: outcome.status.value for name, outcome in self.sync(scope).items()}

    def broadcasts(self, day, channel=None):
        schedule = self.container.schedule.day(day, food_only=False)
        return [b for b in schedule.broadcasts if channel in (None, b.id.channel_id)]

    def shown(self):
        """Every broadcast, product, price and change as stored, but not when it was last seen."""
        return {
            table: self.rows(f"SELECT {columns} FROM {table} ORDER BY {columns}")
            for table, columns in _SHOWN.items()
        }

    def heard(self, source):
        """What a source last listed, and when it said so."""
        return [
            self.rows(f"SELECT * FROM {table} WHERE source = ? ORDER BY 1, 2, 3, 4", source)
            for table in ("source_slot", "source_page")
        ]

    def rows(self, sql, *values):
        return rows(self.container.databases.catalog, sql, *values)

    def state(self, source):
        states = self.container.databases.source_states.source_states()
        return next(state for state in states if state.name == source)

    @property
    def inbox(self):
        """Titles in the order they came."""
        return [item.title for item in reversed(self.container.inbox.items())]

    def close(self):
        self.container.close()


@contextmanager
def program(data_dir, sites, now=NOW, clock=None, **options):
    running = Program(data_dir, sites.base_urls, clock or ManualClock(now), **options)
    try:
        yield running
    finally:
        running.close()


@contextmanager
def shopping(data_dir, now=NOW, *, after=None, **options):
    """Sites and program that share a clock; `after` a good synchronisation of that scope."""
    if after is not None:
        shutil.copytree(_filled(now, after), data_dir)
    clock = ManualClock(now)
    sites = _shared_sites()
    sites.renew(clock.now)
    with program(data_dir, sites, clock=clock, **options) as running:
        yield running, sites


@functools.cache
def _shared_sites():
    """Sites that run until the tests end: starting and stopping six servers takes its time."""
    sites = Sites(lambda: NOW, catalogue=_catalogue())
    sites.start()
    atexit.register(sites.stop)
    return sites


@functools.cache
def _catalogue():
    return load_catalogue()


@functools.cache
def _filled(now, scope):
    """Synchronise once and keep the files for all tests that start from there."""
    folder = tempfile.mkdtemp(prefix="filled-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    data = Path(folder) / "data"
    with shopping(data, now) as (running, _):
        running.sync(scope)
    return data
