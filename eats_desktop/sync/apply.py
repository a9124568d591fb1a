"""Writes one crawl result: listing, merge and reconciliation in one transaction per page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import SAME_SLOT, ProductKey
from eats_desktop.sync.health_gate import require_plausible
from eats_desktop.sync.lineups import keep_lineups
from eats_desktop.sync.merge import merge
from eats_desktop.sync.ownership import aged_sources
from eats_desktop.sync.reconcile import Crawled, find_moves, is_news, reconcile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
    from eats_desktop.domain.reconciliation import (
        MergedSlot,
        SlotChange,
        SourceSlot,
        StoredSlot,
    )
    from eats_desktop.sync.catalog import CatalogTransaction, CatalogWriter, FoodReader

_MAY_BE_NEWS = (ChangeKind.INSERTED, ChangeKind.UPDATED)
_LONGEST = timedelta(hours=8)
"""No slot is longer (the longest of 915 observed was 440 minutes)."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What one page changed: counts by change kind, touched days, vanished and new slots."""

    counts: Counter[ChangeKind]
    fetched: int
    days: frozenset[date]
    vanished: tuple[StoredSlot, ...] = ()
    appeared: tuple[MergedSlot, ...] = ()


class ListingWriter:
    """Applies crawl results; every call is one transaction on the writer thread."""

    def __init__(self, catalog: CatalogWriter, food: FoodReader, ranks: Mapping[str, int]) -> None:
        self._catalog = catalog
        self._food = food
        self._ranks = ranks

    def apply(self, source: str, task_key: str, result: CrawlResult, now: datetime) -> Applied:
        """Store a healthy result; SuspiciousListingError leaves the database as it was."""
        with self._catalog.transaction() as tx:
            slots = _with_known_starts(tx, result, now)
            known: list[SourceSlot] = []
            for window in result.windows:
                before = [s for s in tx.source_slots(window) if s.source == source]
                require_plausible(before, slots, window, now)
                known += before
            slots = keep_lineups(known, slots)
            tx.replace_listing(source, task_key, result.windows, slots, now)
            if result.channel_numbers:
                tx.save_channel_numbers(result.channel_numbers, source, now)
            if result.products:
                return self._apply_mall(tx, result.products, now)
            return self._settle(tx, result.windows, Crawled(source, now), len(slots))

    def confirm(self, source: str, task_key: str, now: datetime) -> Applied:
        """Note that an unchanged page said the same again; its omissions count once more."""
        with self._catalog.transaction() as tx:
            windows = tx.touch_listing(source, task_key, now)
            return self._settle(tx, windows, Crawled(source, now), None)

    def link_moves(
        self, vanished: Sequence[StoredSlot], appeared: Sequence[MergedSlot], now: datetime
    ) -> Applied:
        """Recognise moves to another day among what one source's pages changed."""
        changes = find_moves(vanished, appeared, now)
        with self._catalog.transaction() as tx:
            tx.save(changes, {}, now)
        return Applied(_count(changes), 0, _days(changes))

    def reread(self, limit: int = 2000) -> int:
        """Read again the names that another model version read; return how many."""
        with self._catalog.transaction() as tx:
            stale = tx.stale_readings(self._food.version, limit)
            tx.save_readings({key: self._food.read(name) for key, name in stale})
        return len(stale)

    def prune(self, before: datetime) -> int:
        with self._catalog.transaction() as tx:
            return tx.prune(before)

    def _settle(
        self,
        tx: CatalogTransaction,
        windows: Sequence[Window],
        crawled: Crawled,
        fetched: int | None,
    ) -> Applied:
        changes: list[SlotChange] = []
        listed = 0
        for window in windows:
            heard = tx.source_slots(_widened(window, _LONGEST))
            listed += sum(
                1 for s in heard if s.source == crawled.source and _starts_in(s.slot, window)
            )
            aged = aged_sources(heard, self._ranks, crawled.now)
            merged = merge(heard, self._ranks, self._is_food, self._is_food_title, aged)
            known = tx.stored_slots(_widened(window, SAME_SLOT))
            changes += reconcile(known, merged, replace(crawled, aged=aged), window)
        tx.save(changes, self._readings(changes), crawled.now)
        return Applied(
            counts=_count(changes),
            fetched=listed if fetched is None else fetched,
            days=_days(changes),
            vanished=tuple(
                c.after for c in changes if c.kind in (ChangeKind.MISSING, ChangeKind.CANCELLED)
            ),
            appeared=tuple(c.after.slot for c in changes if c.kind in _MAY_BE_NEWS and is_news(c)),
        )

    def _apply_mall(
        self, tx: CatalogTransaction, products: Sequence[ProductListing], now: datetime
    ) -> Applied:
        counts = tx.save_mall(products, self._read_all(products), now)
        kinds = Counter(
            {
                ChangeKind.INSERTED: counts.inserted,
                ChangeKind.UPDATED: counts.updated,
                ChangeKind.UNCHANGED: counts.unchanged,
            }
        )
        return Applied(kinds, len(products), frozenset())

    def _is_food(self, name: str) -> bool:
        return self._food.read(name).is_food

    def _is_food_title(self, title: str) -> bool:
        return self._food.read_title(title).is_food

    def _readings(self, changes: Iterable[SlotChange]) -> dict[ProductKey, FoodReading]:
        touched = (c for c in changes if c.kind is not ChangeKind.UNCHANGED)
        return self._read_all(product for c in touched for product in c.after.slot.products)

    def _read_all(self, products: Iterable[ProductListing]) -> dict[ProductKey, FoodReading]:
        return {ProductKey(p.source, p.product_id): self._food.read(p.name) for p in products}


def _widened(window: Window, by: timedelta) -> Window:
    """Take in a little of the days around, too: sources cut their days at different minutes."""
    return Window(window.channel_id, window.starts_at - by, window.ends_at + by)


def _starts_in(slot: SlotListing, window: Window) -> bool:
    return slot.starts_at is not None and window.starts_at <= slot.starts_at < window.ends_at


def _with_known_starts(
    tx: CatalogTransaction, result: CrawlResult, now: datetime
) -> tuple[SlotListing, ...]:
    """Give what is on air the start it is stored with: sites hide its clock.

    A start worked out from the slot before is wrong where that slot was moved away. Without any
    start, and unknown, it is dropped.
    """
    slots = [_known(tx, slot, now) if _is_on_air(slot, now) else slot for slot in result.slots]
    return tuple(slot for slot in slots if slot is not None)


def _is_on_air(slot: SlotListing, now: datetime) -> bool:
    if slot.starts_at is None:
        return True
    return slot.starts_at <= now and (slot.ends_at is None or now < slot.ends_at)


def _known(tx: CatalogTransaction, slot: SlotListing, now: datetime) -> SlotListing | None:
    around = Window(slot.channel_id, now - _LONGEST, now + timedelta(minutes=1))
    on_air = [
        s.slot
        for s in tx.stored_slots(around)
        if s.slot.ends_at > now and s.cancelled_at is None and s.moved_to is None
    ]
    wanted = slot.products[0].product_id if slot.products else None
    same = [s for s in on_air if any(p.product_id == wanted for p in s.products[:1])]
    if slot.starts_at is None:
        found = next(iter([*same, *on_air]), None)
        return None if found is None else _placed(slot, found)
    start = slot.starts_at
    nearest = min(same, key=lambda s: abs(s.id.starts_at - start), default=None)
    if nearest is None or abs(nearest.id.starts_at - start) <= SAME_SLOT:
        return slot
    return replace(slot, starts_at=nearest.id.starts_at)


def _placed(slot: SlotListing, known: MergedSlot) -> SlotListing:
    return replace(slot, starts_at=known.id.starts_at, ends_at=slot.ends_at or known.ends_at)


def _count(changes: Iterable[SlotChange]) -> Counter[ChangeKind]:
    return Counter(change.kind for change in changes)


def _days(changes: Iterable[SlotChange]) -> frozenset[date]:
    return frozenset(
        korean_day(change.after.slot.id.starts_at)
        for change in changes
        if change.kind is not ChangeKind.UNCHANGED
    )
