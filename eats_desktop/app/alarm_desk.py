"""Wires what calls a shopper: wishes, alarm rules and the reminders planned of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.services.alarm_rule_service import AlarmRuleService
from eats_desktop.services.reminder_service import ReminderService
from eats_desktop.services.rule_foods import RuleFoods
from eats_desktop.services.rule_matcher import RuleMatcher
from eats_desktop.services.wish_service import WishService

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.classify.foods import FoodLexicon
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.services.reminder_service import Desktop
    from eats_desktop.services.settings import NotificationSettings
    from eats_desktop.storage.databases import Databases


class AlarmDesk:
    """One per container."""

    def __init__(
        self,
        databases: Databases,
        lexicon: Callable[[], FoodLexicon],
        settings: Callable[[], NotificationSettings],
        clock: Clock,
        publish: Callable[[Event], None],
        desktop: Desktop,
    ) -> None:
        foods = RuleFoods(lexicon)
        matcher = RuleMatcher(
            databases.alarm_rules, databases.aired_foods, databases.schedule, foods.ancestors
        )
        self.reminders = ReminderService(
            databases.reminders,
            databases.wishes,
            matcher,
            databases.schedule,
            settings,
            clock,
            publish,
            desktop,
        )
        self.wishes = WishService(
            databases.wishes, databases.schedule, self.reminders, clock, publish
        )
        self.alarm_rules = AlarmRuleService(
            databases.alarm_rules,
            matcher,
            foods,
            databases.aired_foods,
            databases.schedule,
            self.reminders,
            clock,
            publish,
        )
