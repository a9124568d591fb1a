"""Standing alarms (알림 조건): what a shopper wants to be told of whenever it is broadcast."""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.reminder import Owner, OwnerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from eats_desktop.domain.food import NameReading
    from eats_desktop.domain.schedule import Broadcast, BroadcastId, BroadcastProduct, ProductKey


class RuleKind(enum.StrEnum):
    """재료: the food itself or a kind of it; 낱말: every word stands in the product's name."""

    INGREDIENT = "ingredient"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class FoodName:
    """A product name as rules look at it: without blanks, and every food it is or is made of,
    each with what it is a kind of."""

    plain: str
    foods: frozenset[str]

    @classmethod
    def of(
        cls, name: str, words: NameReading, ancestors: Callable[[str], Sequence[str]]
    ) -> FoodName:
        """Leave out of a derived product (양파즙) what it no longer is (양파)."""
        lines = [ancestors(food) for food in (*words.foods, *words.ingredients)]
        if words.derived:
            lines = [line for line in lines if not set(words.ingredients).intersection(line)]
        return cls(without_blanks(name), frozenset(food for line in lines for food in line))


@dataclass(frozen=True, slots=True)
class RuleTerms:
    """What to wait for.

    `text` is as the shopper wrote it, `food` the canonical food of an ingredient;
    `highest_price_krw` is None for any price, no `channel_ids` are all channels.
    """

    kind: RuleKind
    text: str
    food: str | None = None
    highest_price_krw: int | None = None
    channel_ids: frozenset[str] = frozenset()

    @property
    def plain(self) -> str:
        """What makes two rules of a kind the same: 계란 and 달걀 are one food."""
        return self.food or without_blanks(self.text)

    def mean(self, name: FoodName) -> bool:
        if self.kind is RuleKind.INGREDIENT:
            return self.food in name.foods
        return all(without_blanks(word) in name.plain for word in self.text.split())

    def allow(self, channel_id: str, price_krw: int | None) -> bool:
        """Tell whether an airing is within the limits; an unknown price is within none."""
        if self.channel_ids and channel_id not in self.channel_ids:
            return False
        limit = self.highest_price_krw
        return limit is None or (price_krw is not None and price_krw <= limit)


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """A standing alarm of the shopper; switched off it waits for nothing."""

    rule_id: int
    terms: RuleTerms
    created_at: datetime
    is_on: bool = True

    @property
    def owner(self) -> Owner:
        return Owner(OwnerKind.RULE, self.rule_id)


@dataclass(frozen=True, slots=True)
class ProductAiring:
    """When a product is on, and for how much in that broadcast; an unknown price is None."""

    broadcast_id: BroadcastId
    price_krw: int | None


@dataclass(frozen=True, slots=True)
class AiredProduct:
    """A food product with what its name was read as and its airings in some span."""

    key: ProductKey
    name: str
    words: NameReading
    airings: tuple[ProductAiring, ...]


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A broadcast that a rule waits for, and the product in it that it is for."""

    rule: AlarmRule
    broadcast: Broadcast
    product: BroadcastProduct

    @property
    def owner(self) -> Owner:
        return self.rule.owner

    @property
    def rings(self) -> bool:
        return self.rule.is_on


def without_blanks(text: str) -> str:
    """Write a text so that blanks, capitals and composed letters make no difference."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())
