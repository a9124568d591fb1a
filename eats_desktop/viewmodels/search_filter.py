"""Which hits of a search are shown: by channel, time, kind of food and price; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.domain.search import SearchFilter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.schedule import Broadcast, Channel

TIMES = {"": "모든 시간", "now": "지금", "today": "오늘", "ahead": "앞으로", "past": "지난"}
KINDS = {"": "모두", FoodKind.INGREDIENT.value: "식재료", FoodKind.PREPARED.value: "완제품"}
SUPPLEMENTS = {"": "빼고 보기", "with": "함께 보기"}
PRICES = {"": "얼마든"} | {str(won * 10_000): f"{won}만원 이하" for won in (1, 2, 3, 5)}


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One answer of a question; where a chip takes an answer back, `key` names the question."""

    key: str
    text: str
    isOn: bool


@dataclass(frozen=True, slots=True)
class Conditions:
    """Empty leaves everything in. Channels and time narrow broadcasts only."""

    channels: frozenset[str] = frozenset()
    time: str = ""
    kind: str = ""
    price: str = ""
    supplements: str = ""

    @property
    def narrowed(self) -> SearchFilter:
        """What the index can narrow itself: then its limits hold hits that fit."""
        return SearchFilter(
            highest_krw=int(self.price) if self.price else None,
            include_supplements=bool(self.supplements),
        )

    def without(self, question: str) -> Conditions:
        if question == "channels":
            return replace(self, channels=frozenset())
        return replace(self, **{question: ""})  # type: ignore[arg-type]  # the other fields are str

    def holds_broadcast(self, broadcast: Broadcast, now: datetime) -> bool:
        if self.channels and broadcast.id.channel_id not in self.channels:
            return False
        headline = broadcast.headline
        kind = None if headline is None else headline.kind
        return self._holds_time(broadcast, now) and self._holds_kind(kind)

    def holds_product(self, product: MallProduct) -> bool:
        return self._holds_kind(product.kind)

    @property
    def holds_recipe(self) -> bool:
        """Tell whether recipes are shown: they have no channel, hour, kind or price."""
        return not (self.channels or self.time or self.kind or self.price)

    def _holds_kind(self, kind: FoodKind | None) -> bool:
        return not self.kind or (kind is not None and kind.value == self.kind)

    def _holds_time(self, broadcast: Broadcast, now: datetime) -> bool:
        state = broadcast.state_at(now)
        if self.time == "today":
            return broadcast.day == korean_day(now)
        wanted = {
            "now": (BroadcastState.LIVE,),
            "ahead": (BroadcastState.LIVE, BroadcastState.UPCOMING),
            "past": (BroadcastState.ENDED,),
        }
        return not self.time or state in wanted[self.time]


def answers(texts: dict[str, str], chosen: str) -> list[ChoiceRow]:
    return [ChoiceRow(key, text, key == chosen) for key, text in texts.items()]


def channel_answers(channels: Iterable[Channel], chosen: Conditions) -> list[ChoiceRow]:
    """Return the channels that have hits, and those chosen, by their number."""
    known = sorted(set(channels), key=lambda channel: channel.channel_no)
    return [ChoiceRow(c.channel_id, c.name, c.channel_id in chosen.channels) for c in known]


def chips(chosen: Conditions, channels: Iterable[ChoiceRow]) -> list[ChoiceRow]:
    """Return what is chosen, to be taken back one by one."""
    on = [row.text for row in channels if row.isOn]
    count = len(chosen.channels)
    texts = {
        "channels": on[0] if count == len(on) == 1 else f"채널 {count}곳" if count else "",
        "time": TIMES[chosen.time] if chosen.time else "",
        "kind": KINDS[chosen.kind] if chosen.kind else "",
        "price": PRICES[chosen.price] if chosen.price else "",
        "supplements": "건강기능식품 함께" if chosen.supplements else "",
    }
    return [ChoiceRow(question, text, True) for question, text in texts.items() if text]
