"""A shopper's program with standing alarms: real files, a small lexicon, a clock to play with."""

from __future__ import annotations

from eats_desktop.classify.foods import Food, FoodLexicon, Role
from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.events import InboxChanged
from eats_desktop.domain.food import FoodKind, FoodReading, NameReading
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.services.alarm_rule_service import AlarmRuleService, RuleDraft
from eats_desktop.services.inbox_service import InboxService
from eats_desktop.services.reminder_service import ReminderService
from eats_desktop.services.rule_foods import RuleFoods
from eats_desktop.services.rule_matcher import RuleMatcher
from eats_desktop.services.settings import NotificationSettings
from eats_desktop.services.wish_service import WishService
from eats_desktop.storage.databases import Databases
from tests.helpers.storage_builders import CHANNELS, put


def food(name, parent=None, also=(), is_sort=False):
    kind = FoodKind.INGREDIENT
    return Food(name, "생선", "등푸른생선", kind, Role.RAW, parent, also, is_sort=is_sort)


FOODS = (
    food("생선"),
    food("고등어", "생선", ("고등에",)),
    food("수미고등어", "고등어", is_sort=True),
    food("굴비", "생선"),
)
LEXICON = FoodLexicon({one.name: one for one in FOODS})


def fish(*foods, of=(), derived=False):
    """What a name was read as."""
    words = NameReading(None, foods, of or foods, derived, FoodKind.INGREDIENT)
    return FoodReading(True, 0.97, "m1", FoodKind.INGREDIENT, 0.9, words)


def ingredient(text="고등어", **limits):
    return RuleDraft(RuleKind.INGREDIENT, text, **limits)


def keyword(text="고등어", **limits):
    return RuleDraft(RuleKind.KEYWORD, text, **limits)


class AlarmedShopper:
    def __init__(self, data_dir, now, **settings):
        self.databases = Databases.open(data_dir, CHANNELS)
        self.clock = ManualClock(now)
        given = {"quiet_enabled": False, "lead_minutes": (30, 5), **settings}
        self.settings = NotificationSettings(**given)
        self.events = []
        self.popped = []
        store, foods = self.databases, RuleFoods(lambda: LEXICON)
        matcher = RuleMatcher(store.alarm_rules, store.aired_foods, store.schedule, foods.ancestors)
        self.reminders = ReminderService(
            store.reminders,
            store.wishes,
            matcher,
            store.schedule,
            lambda: self.settings,
            self.clock,
            self.events.append,
            self,
        )
        self.wishes = WishService(
            store.wishes, store.schedule, self.reminders, self.clock, self.events.append
        )
        self.alarms = AlarmRuleService(
            store.alarm_rules,
            matcher,
            foods,
            store.aired_foods,
            store.schedule,
            self.reminders,
            self.clock,
            self.events.append,
        )
        self.inbox_service = InboxService(store.inbox, self.clock, self.events.append)

    def air(self, *slots, readings=None):
        """What a synchronisation stored, and what it does afterwards."""
        put(self.databases, *slots, readings=readings)
        self.reminders.follow_changes()

    def broadcast(self, starts_at, channel="hmall"):
        return self.databases.schedule.broadcast(BroadcastId(channel, starts_at))

    def send(self, title, body):
        self.popped.append((title, body))

    @property
    def inbox(self):
        return [(item.title, item.body) for item in reversed(self.inbox_service.items())]

    @property
    def titles(self):
        return [title for title, _ in self.inbox]

    @property
    def toasts(self):
        loud = (e for e in self.events if isinstance(e, InboxChanged) and not e.quiet)
        return [item.title for event in loud for item in event.arrived]

    @property
    def due_times(self):
        pending = (r for r in self.databases.reminders.reminders() if r.state == "pending")
        return [r.due_at for r in pending]

    def tick_at(self, moment):
        self.clock.instant = moment
        return self.reminders.tick()

    def tick_through(self):
        """Let every planned reminder come due, each on time."""
        for _ in range(100):
            moment = self.reminders.next_due()
            if moment is None:
                return
            self.tick_at(moment)
        raise AssertionError("reminders that are told stay due")

    def close(self):
        self.databases.close()
