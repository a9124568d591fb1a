"""How fast the schedule is read when 90 days of it are stored."""

from __future__ import annotations

import random
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.plan import PlannedSlot, WeekPlan
from eats_desktop.demo.stations import STATIONS
from eats_desktop.domain.clock import ManualClock, day_start
from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.reconciliation import ChangeKind, MergedSlot, SlotChange, StoredSlot
from eats_desktop.domain.schedule import (
    BroadcastId,
    Confidence,
    EndKind,
    PriceKind,
    ProductKey,
    ProductRole,
)
from eats_desktop.paths import resources
from eats_desktop.services.schedule_service import ScheduleService
from eats_desktop.sources.channels import load_channels
from eats_desktop.storage.databases import Databases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_FIRST = date(2026, 9, 1)


def figures(
    folder: Path, days: int = 90, baseline_days: int = 7, queries: int = 200
) -> Sequence[Figure]:
    with _filled(folder / "long", days) as long, _filled(folder / "short", baseline_days) as short:
        over = f"{days}일, 방송 {long.broadcasts:,}개, {long.bytes >> 20} MiB, 물음 {queries}번"
        beside = f"{baseline_days}일치에서"
        return (
            Figure(
                "편성 하루 읽기 p95", *_p95(long.read_a_day, queries), beside,
                _p95(short.read_a_day, queries)[0], over,
            ),
            Figure(
                "방송 쓰기", long.broadcasts / long.writing_s, "방송/초", beside,
                short.broadcasts / short.writing_s, over,
            ),
        )  # fmt: skip


def _p95(work: Callable[[random.Random], object], times: int) -> tuple[float, str]:
    rng = random.Random(1)  # noqa: S311  the same days for every database
    spent = [seconds(lambda: work(rng)) for _ in range(max(times, 1))]
    return share(spent, 0.95) * 1000, "ms"


class _Schedule:
    """A data directory with so many days of all channels, and how long writing them took."""

    def __init__(self, databases: Databases, days: int) -> None:
        self._databases = databases
        self._days = days
        self.broadcasts = 0
        plan = WeekPlan(load_catalogue())
        self.writing_s = sum(self._store(plan, _FIRST + timedelta(days=n)) for n in range(days))
        now = ManualClock(day_start(_FIRST + timedelta(days=days // 2)))
        self._schedule = ScheduleService(databases.schedule, now)

    @property
    def bytes(self) -> int:
        path = self._databases.catalog.path
        return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))

    def read_a_day(self, rng: random.Random) -> object:
        return self._schedule.day(_FIRST + timedelta(days=rng.randrange(self._days)))

    def _store(self, plan: WeekPlan, day: date) -> float:
        slots = [slot for s in STATIONS for slot in plan.slots(s.channel_id, day)]
        self.broadcasts += len(slots)
        changes = [SlotChange(ChangeKind.INSERTED, None, StoredSlot(_merged(s))) for s in slots]
        readings = {
            ProductKey(s.channel_id, product.product_id): FoodReading(s.is_food, 0.9, "bench")
            for s in slots
            for product in s.products
        }

        def write() -> None:
            with self._databases.writer.transaction() as tx:
                tx.save(changes, readings, day_start(day))

        return seconds(write)


@contextmanager
def _filled(data_dir: Path, days: int) -> Iterator[_Schedule]:
    table = load_channels(resources() / "channels.toml", data_dir / "channels.toml")
    databases = Databases.open(data_dir, table.channels)
    try:
        yield _Schedule(databases, days)
    finally:
        databases.close()


def _merged(slot: PlannedSlot) -> MergedSlot:
    return MergedSlot(
        id=BroadcastId(slot.channel_id, slot.starts_at),
        ends_at=slot.ends_at,
        end_kind=EndKind.GIVEN,
        title=slot.nick,
        products=tuple(
            ProductListing(
                source=slot.channel_id,
                product_id=product.product_id,
                raw_name=product.name,
                name=product.name,
                role=ProductRole.SIDE if position else ProductRole.MAIN,
                price_kind=PriceKind.PRICED,
                list_price_krw=product.list_krw or None,
                sale_price_krw=product.price_krw or None,
                brand=product.brand,
            )
            for position, product in enumerate(slot.products)
        ),
        source=slot.channel_id,
        confidence=Confidence.MEDIUM,
        is_food=slot.is_food,
    )
