"""Which product pages are asked for next, a few at a time, and when a seller is left alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.errors import ConflictError, SourceBlockedError, SourceError
from eats_desktop.domain.events import ProductDetailsChanged
from eats_desktop.sync.details import DetailVisitor, Visit

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.events import Event
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.sync.details import DetailEquipment

_AHEAD = timedelta(hours=48)
_BATCH = 24
_MALL_BATCH = 6
"""Mall products are many and wait: a few a run, and only when nothing on air is due."""

_KEPT_FOR_SHOPPERS = 0.2
"""Share of the daily limit that only products a shopper opens may use."""

_EACH_SELLER = 0.07
"""Share of the daily limit, spread over the day, that a seller has whatever its listings take."""

_GIVE_UP_AFTER = 3


@dataclass(frozen=True, slots=True)
class EnrichmentReport:
    """How many pages were read, of products that ended, failed; `failures` counts by source."""

    read: int = 0
    ended: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    is_stopped: bool = False

    @property
    def failed(self) -> int:
        return sum(self.failures.values())


class Enrichment:
    """On job threads. `per_day` limits the pages of all sellers together; 0 asks for none."""

    def __init__(
        self,
        equipment: DetailEquipment,
        wished: Callable[[], Sequence[ProductKey]],
        per_day: Callable[[], int],
        publish: Callable[[Event], None],
    ) -> None:
        self._gear = equipment
        self._visitor = DetailVisitor(equipment)
        self._wished = wished
        self._per_day = per_day
        self._publish = publish

    def run(self, stop: threading.Event) -> EnrichmentReport:
        """Ask for the pages that are most wanted now; what is stored stays when it is stopped."""
        counts: Counter[Visit] = Counter()
        failures: Counter[str] = Counter()
        in_a_row: Counter[str] = Counter()
        resting: set[str] = set()
        troubles: list[str] = []
        changed: set[ProductKey] = set()
        for key in self._candidates():
            if stop.is_set() or self._left() < self._pages_of(key):
                break
            if key.source in resting or not self._may_ask(key.source):
                continue
            visit, error = self._visitor.visit(key)
            counts[visit] += 1
            if error is None:
                in_a_row[key.source] = 0
                changed.add(key)
                continue
            failures[key.source] += 1
            in_a_row[key.source] += 1
            if isinstance(error, SourceBlockedError) or in_a_row[key.source] >= _GIVE_UP_AFTER:
                resting.add(key.source)
                troubles.append(f"{key.source} {error.code}: {error.detail}")
        if changed:
            self._publish(ProductDetailsChanged(frozenset(changed)))
        return EnrichmentReport(
            counts[Visit.READ],
            counts[Visit.ENDED],
            dict(failures),
            tuple(troubles),
            stop.is_set(),
        )

    def has_work(self) -> bool:
        """Tell whether some page is due and may be asked for now."""
        return self._left() > 0 and bool(self._candidates())

    def ask(self, key: ProductKey) -> None:
        """Ask for one page because a shopper opened the product; raise why it could not be had.

        ConflictError when the sellers were asked often enough today.
        """
        if self._spent() + self._pages_of(key) > self._per_day():
            raise ConflictError("오늘은 판매처에 물을 만큼 물었어요")
        _, error = self._visitor.visit(key)
        if isinstance(error, SourceError):
            raise error
        self._publish(ProductDetailsChanged(frozenset({key})))

    def _candidates(self) -> Sequence[ProductKey]:
        gear, now = self._gear, self._gear.clock.now()
        names = sorted(gear.sources())
        free = [name for name in names if self._on_pace(name)]
        scarce = [name for name in names if name not in free and self._may_ask(name)]
        few = [k for name in scarce for k in gear.store.on_air([name], now, now + _AHEAD, 1)]
        on_air = gear.store.on_air(free, now, now + _AHEAD, _BATCH)
        wished = [k for k in gear.store.due_foods(self._wished(), now) if k.source in free]
        first = list(dict.fromkeys((*on_air, *wished)))[:_BATCH]
        return [*few, *(first or gear.store.mall(free, now, _MALL_BATCH))]

    def _left(self) -> int:
        return int(self._per_day() * (1 - _KEPT_FOR_SHOPPERS)) - self._spent()

    def _spent(self) -> int:
        return sum(self._gear.store.requests_on(self._gear.clock.now()).values())

    def _pages_of(self, key: ProductKey) -> int:
        """Return how many requests a product takes: some descriptions are pages of their own."""
        source = self._gear.sources()[key.source]
        return 1 if source.more_pictures(key.product_id) is None else 2

    def _may_ask(self, name: str) -> bool:
        """Tell whether a seller may be asked: in its pace, else for a few products all the same."""
        now = self._gear.clock.now()
        passed = (now - day_start(korean_day(now))) / timedelta(days=1)
        asked = self._gear.store.requests_on(now).get(name, 0)
        return asked < self._per_day() * _EACH_SELLER * passed or self._on_pace(name)

    def _on_pace(self, name: str) -> bool:
        return self._gear.fetcher.on_pace(self._gear.base_url(name, None))
