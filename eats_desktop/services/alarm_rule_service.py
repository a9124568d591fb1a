"""Standing alarms (알림 조건): made, changed, tried on the past, and what each finds next."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.alarm_rule import AlarmRule, RuleKind, RuleTerms
from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.domain.events import AlarmRulesChanged
from eats_desktop.domain.hangul import with_particle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.services.rule_matcher import AiredFoods
    from eats_desktop.services.schedule_service import ScheduleStore
    from eats_desktop.services.wish_service import ReminderPlanner

MOST_RULES = 50
LOOK_BACK = timedelta(days=14)
_LOOK_AHEAD = timedelta(days=14)
_NEAR = timedelta(days=1)
_LONGEST_TEXT = 60
_HIGHEST_KRW = 100_000_000
_LONGEST_BROADCAST = timedelta(hours=8)
_SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as a shopper writes it down, not looked at yet."""

    kind: RuleKind
    text: str
    highest_price_krw: int | None = None
    channel_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A rule beside what it finds next: on air or to come, None when nothing is known."""

    rule: AlarmRule
    upcoming: RuleMatch | None


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would have found in the stored past, newest first, and what comes, in order."""

    terms: RuleTerms
    past: tuple[RuleMatch, ...]
    ahead: tuple[RuleMatch, ...]


class RuleStore(Protocol):
    """Rules of the shopper; each call is one transaction."""

    def rules(self) -> tuple[AlarmRule, ...]: ...

    def add(
        self, terms: RuleTerms, created_at: datetime, *, is_on: bool, most: int
    ) -> AlarmRule | None:
        """Add a rule; None when there are `most` already or one that means the same."""

    def change(self, rule_id: int, terms: RuleTerms) -> bool: ...

    def switch(self, rule_id: int, *, on: bool) -> bool: ...

    def remove(self, rule_id: int) -> bool: ...


class Matcher(Protocol):
    def matches(
        self, rules: Sequence[AlarmRule], begins: datetime, ends: datetime
    ) -> tuple[RuleMatch, ...]:
        """Return what starts in [begins, ends) and rules wait for, by start."""


class Foods(Protocol):
    def canonical(self, text: str) -> str | None: ...

    def plain(self, food: str) -> str: ...

    def beginning_with(self, text: str, limit: int) -> tuple[str, ...]: ...


class AlarmRuleService:
    def __init__(
        self,
        rules: RuleStore,
        matcher: Matcher,
        foods: Foods,
        aired: AiredFoods,
        schedule: ScheduleStore,
        planner: ReminderPlanner,
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._rules = rules
        self._matcher = matcher
        self._foods = foods
        self._aired = aired
        self._schedule = schedule
        self._planner = planner
        self._clock = clock
        self._publish = publish

    def rules(self) -> tuple[StandingRule, ...]:
        """Return all rules, the oldest first, each with what it finds next, on or off."""
        now, rules = self._clock.now(), self._rules.rules()
        found = self._first(rules, now - _LONGEST_BROADCAST, now + _NEAR)
        others = [rule for rule in rules if rule.rule_id not in found]
        found |= self._first(others, now + _NEAR, now + _LOOK_AHEAD)
        return tuple(StandingRule(rule, found.get(rule.rule_id)) for rule in rules)

    def rule(self, rule_id: int) -> AlarmRule:
        for rule in self._rules.rules():
            if rule.rule_id == rule_id:
                return rule
        raise NotFoundError(f"알림 조건을 찾을 수 없어요: {rule_id}")

    def preview(self, draft: RuleDraft) -> RulePreview:
        """Try a rule that is not stored on the last two weeks and on what is known to come."""
        now, terms = self._clock.now(), self._terms(draft)
        rule = AlarmRule(0, terms, now)
        found = self._matcher.matches([rule], now - LOOK_BACK, now + _LOOK_AHEAD)
        aired = [m for m in found if m.broadcast.cancelled_at is None]
        past = [m for m in aired if m.broadcast.starts_at <= now]
        return RulePreview(terms, tuple(reversed(past)), tuple(aired[len(past) :]))

    def add(self, draft: RuleDraft) -> AlarmRule:
        """Store a rule and plan its reminders; InputError, or ConflictError for one too many."""
        return self._add(self._terms(draft), self._clock.now(), is_on=True)

    def bring_back(self, rule: AlarmRule) -> AlarmRule:
        """Store a removed rule again as it was; it gets a new number."""
        return self._add(rule.terms, rule.created_at, is_on=rule.is_on)

    def change(self, rule_id: int, draft: RuleDraft) -> AlarmRule:
        terms = self._terms(draft)
        self.rule(rule_id)
        if not self._rules.change(rule_id, terms):
            raise _is_there_already(terms)
        self._told()
        return self.rule(rule_id)

    def switch(self, rule_id: int, *, on: bool) -> None:
        if not self._rules.switch(rule_id, on=on):
            raise NotFoundError(f"알림 조건을 찾을 수 없어요: {rule_id}")
        self._told()

    def remove(self, rule_id: int) -> AlarmRule:
        """Remove a rule with its reminders; return it for `bring_back`."""
        rule = self.rule(rule_id)
        if not self._rules.remove(rule_id):
            raise NotFoundError(f"알림 조건을 찾을 수 없어요: {rule_id}")
        self._told()
        return rule

    def suggestions(self, text: str) -> tuple[str, ...]:
        """Return ingredients that begin with what is typed."""
        return self._foods.beginning_with(text, _SUGGESTED)

    def knows(self, text: str) -> bool:
        """Tell whether a text names an ingredient."""
        return self._foods.canonical(text) is not None

    def food_of(self, broadcast: Broadcast) -> str | None:
        """Return the food of what a broadcast shows first, as a cook calls it."""
        headline, begins = broadcast.headline, broadcast.starts_at
        for product in self._aired.aired(begins, begins + timedelta(seconds=1)):
            if headline is not None and product.key == headline.key:
                return next((self._foods.plain(food) for food in product.words.foods), None)
        return None

    def rule_of(self, food: str | None) -> int:
        """Return the number of the rule that waits for a canonical food, 0 for none."""
        rules = self._rules.rules() if food is not None else ()
        return next((rule.rule_id for rule in rules if rule.terms.food == food), 0)

    def _first(
        self, rules: Sequence[AlarmRule], begins: datetime, ends: datetime
    ) -> dict[int, RuleMatch]:
        """Return by number what each rule finds first that is not over."""
        now = self._clock.now()
        found: dict[int, RuleMatch] = {}
        for match in self._matcher.matches(rules, begins, ends):
            if match.broadcast.cancelled_at is None and match.broadcast.ends_at > now:
                found.setdefault(match.rule.rule_id, match)
        return found

    def _add(self, terms: RuleTerms, created_at: datetime, *, is_on: bool) -> AlarmRule:
        rule = self._rules.add(terms, created_at, is_on=is_on, most=MOST_RULES)
        if rule is None:
            stored = self._rules.rules()
            if len(stored) >= MOST_RULES:
                raise ConflictError(
                    f"알림 조건은 {MOST_RULES}개까지 둘 수 있어요. 안 쓰는 것을 지워 주세요."
                )
            raise _is_there_already(terms)
        self._told()
        return rule

    def _terms(self, draft: RuleDraft) -> RuleTerms:
        """Look at what the shopper wrote; InputError names what to mend."""
        text = " ".join(unicodedata.normalize("NFC", draft.text).split())
        if not text:
            raise InputError("알림을 받을 재료나 낱말을 적어 주세요.")
        if len(text) > _LONGEST_TEXT:
            raise InputError(f"{_LONGEST_TEXT}자까지 적을 수 있어요.")
        limit = draft.highest_price_krw
        if limit is not None and not 0 < limit <= _HIGHEST_KRW:
            raise InputError("가격은 1원부터 1억 원 사이로 적어 주세요.")
        strange = draft.channel_ids - {c.channel_id for c in self._schedule.channels()}
        if strange:
            raise InputError(f"없는 채널이에요: {', '.join(sorted(strange))}")
        food = self._food(text) if draft.kind is RuleKind.INGREDIENT else None
        return RuleTerms(draft.kind, text, food, limit, draft.channel_ids)

    def _food(self, text: str) -> str:
        food = self._foods.canonical(text)
        if food is None:
            particle = with_particle(text, "은", "는").removeprefix(text)
            raise InputError(f"‘{text}’{particle} 모르는 재료예요. 낱말 알림으로 만들 수 있어요.")
        return food

    def _told(self) -> None:
        self._planner.replan()
        self._publish(AlarmRulesChanged())


def _is_there_already(terms: RuleTerms) -> ConflictError:
    return ConflictError(
        f"‘{terms.text}’ 알림은 이미 있어요. 가격이나 채널을 바꾸려면 그 조건을 고쳐 주세요."
    )
