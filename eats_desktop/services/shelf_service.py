"""Counterparts as they can be bought: 콕 상품 with its price, 방송 with its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.services.similar_service import MALL, TV

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.schedule import Broadcast, BroadcastProduct, ProductKey
    from eats_desktop.search.matching import Match

_SHOWN = 5
_ASKED = 20
"""More than is shown: several sellers number one product, and one slot sells several."""

_LONGEST = timedelta(hours=8)
_AHEAD = timedelta(days=14)
_ON_AIR_OR_AHEAD = (BroadcastState.LIVE, BroadcastState.UPCOMING)


class Counterparts(Protocol):
    def of_product(self, key: ProductKey, to: str, limit: int) -> tuple[Match, ...]: ...


class OfferStore(Protocol):
    def offers(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, Offer]: ...


class AiringStore(Protocol):
    def airings(
        self, product: ProductKey, begins: datetime, ends: datetime
    ) -> tuple[Broadcast, ...]: ...


@dataclass(frozen=True, slots=True)
class MallCounterpart:
    """`why` is the reason in words, most telling first."""

    offer: Offer
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TvCounterpart:
    """The counterpart `product` in the slot that sells it next, or now."""

    broadcast: Broadcast
    product: BroadcastProduct
    why: tuple[str, ...]


class ShelfService:
    """For the reading threads; `similar` is asked for when first needed, its models are large."""

    def __init__(
        self,
        similar: Callable[[], Counterparts],
        offers: OfferStore,
        schedule: AiringStore,
        clock: Clock,
    ) -> None:
        self._similar = similar
        self._offers = offers
        self._schedule = schedule
        self._clock = clock

    def mall(self, key: ProductKey) -> tuple[MallCounterpart, ...]:
        """Return up to five mall products like this one, the likest first."""
        matches = self._matches(key, MALL)
        offers = self._offers.offers([match.product.key for match in matches])
        found = ((offers.get(match.product.key), match.why) for match in matches)
        return tuple(MallCounterpart(o, why) for o, why in found if o is not None)[:_SHOWN]

    def broadcasts(self, key: ProductKey) -> tuple[TvCounterpart, ...]:
        """Return the next airings of up to five products like this: on air, then soonest."""
        now = self._clock.now()
        best: list[TvCounterpart] = []
        for twins in _called_the_same(self._matches(key, TV)):
            airings = sorted(self._airings(twins, now), key=lambda a: a.broadcast.starts_at)
            shown = {one.broadcast.id for one in best}
            best += [one for one in airings if one.broadcast.id not in shown][:1]
            if len(best) == _SHOWN:
                break
        return tuple(sorted(best, key=lambda one: one.broadcast.starts_at))

    def _matches(self, key: ProductKey, to: str) -> list[Match]:
        found = self._similar().of_product(key, to, _ASKED)
        return [match for match in found if match.product.key != key]

    def _airings(self, matches: Iterable[Match], now: datetime) -> Iterator[TvCounterpart]:
        for match in matches:
            for broadcast in self._schedule.airings(
                match.product.key, now - _LONGEST, now + _AHEAD
            ):
                if broadcast.state_at(now) in _ON_AIR_OR_AHEAD:
                    product = next(p for p in broadcast.products if p.key == match.product.key)
                    yield TvCounterpart(broadcast, product, match.why)


def _called_the_same(matches: Sequence[Match]) -> Iterable[list[Match]]:
    """Gather one product that several sellers have, each under a number of its own."""
    by_name: dict[str, list[Match]] = {}
    for match in matches:
        by_name.setdefault(match.product.name, []).append(match)
    return by_name.values()
