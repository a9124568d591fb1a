"""Which broadcast sells a product now or next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.schedule import BroadcastState

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast, ProductKey

_LONGEST = timedelta(hours=8)
_AHEAD = timedelta(days=14)
_SELLING = (BroadcastState.LIVE, BroadcastState.UPCOMING)


class AiringStore(Protocol):
    def airings(
        self, product: ProductKey, begins: datetime, ends: datetime
    ) -> tuple[Broadcast, ...]: ...


def airing_ahead(store: AiringStore, product: ProductKey, now: datetime) -> Broadcast | None:
    """Return the broadcast on air, else the next within two weeks, None without either."""
    airings = store.airings(product, now - _LONGEST, now + _AHEAD)
    selling = [airing for airing in airings if airing.state_at(now) in _SELLING]
    return min(selling, key=lambda airing: airing.starts_at, default=None)
