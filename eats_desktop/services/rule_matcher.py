"""Finds in the stored schedule what standing alarms wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.alarm_rule import FoodName, RuleKind, RuleMatch

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import AiredProduct, AlarmRule
    from eats_desktop.domain.schedule import Broadcast, BroadcastId, BroadcastProduct, ProductKey


class AiredFoods(Protocol):
    def aired(self, begins: datetime, ends: datetime) -> tuple[AiredProduct, ...]:
        """Return the foods of broadcasts that start in [begins, ends), cancelled ones too."""


class Broadcasts(Protocol):
    def those(self, broadcast_ids: Collection[BroadcastId]) -> tuple[Broadcast, ...]: ...


class Rules(Protocol):
    def rules(self) -> tuple[AlarmRule, ...]: ...


class RuleMatcher:
    """Reads the span once for all rules, and the lexicon only where an ingredient is waited for."""

    def __init__(
        self,
        rules: Rules,
        foods: AiredFoods,
        schedule: Broadcasts,
        ancestors: Callable[[str], Sequence[str]],
    ) -> None:
        self._rules = rules
        self._foods = foods
        self._schedule = schedule
        self._ancestors = ancestors

    def standing(self, begins: datetime, ends: datetime) -> tuple[RuleMatch, ...]:
        """Return what starts in [begins, ends) and the rules that are on wait for."""
        return self.matches([rule for rule in self._rules.rules() if rule.is_on], begins, ends)

    def matches(
        self, rules: Sequence[AlarmRule], begins: datetime, ends: datetime
    ) -> tuple[RuleMatch, ...]:
        """Return what rules wait for by start, cancelled broadcasts too; one per rule and
        broadcast, for the first of several products."""
        if not rules:
            return ()
        products = self._foods.aired(begins, ends)
        found: dict[BroadcastId, dict[int, set[ProductKey]]] = {}
        for number, broadcast_id, key in self._pairs(rules, products):
            found.setdefault(broadcast_id, {}).setdefault(number, set()).add(key)
        return tuple(
            RuleMatch(rules[number], broadcast, product)
            for broadcast in self._schedule.those(found)
            for number, keys in sorted(found[broadcast.id].items())
            for product in _first(broadcast, keys)
        )

    def _pairs(
        self, rules: Sequence[AlarmRule], products: Iterable[AiredProduct]
    ) -> Iterator[tuple[int, BroadcastId, ProductKey]]:
        """Yield the place of each rule with a broadcast and a product that it waits for."""
        needs_foods = any(rule.terms.kind is RuleKind.INGREDIENT for rule in rules)
        ancestors = self._ancestors if needs_foods else _only_itself
        for product in products:
            name = FoodName.of(product.name, product.words, ancestors)
            for number, rule in enumerate(rules):
                if not rule.terms.mean(name):
                    continue
                for airing in product.airings:
                    if rule.terms.allow(airing.broadcast_id.channel_id, airing.price_krw):
                        yield number, airing.broadcast_id, product.key


def _first(broadcast: Broadcast, keys: Collection[ProductKey]) -> Sequence[BroadcastProduct]:
    return [product for product in broadcast.products if product.key in keys][:1]


def _only_itself(food: str) -> Sequence[str]:
    return (food,)
