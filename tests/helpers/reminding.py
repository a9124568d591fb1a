"""A shopper's program without a window: the real user.db, a schedule and a clock to play with."""

from __future__ import annotations

from datetime import timedelta

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.events import InboxChanged
from eats_desktop.services.inbox_service import InboxService
from eats_desktop.services.reminder_service import ReminderService
from eats_desktop.services.settings import NotificationSettings
from eats_desktop.services.wish_service import WishService
from eats_desktop.storage.databases import Databases
from tests.helpers.broadcasts import Schedule


class NoRules:
    """A shopper without standing alarms."""

    def standing(self, begins, ends):
        return ()


class Shopper:
    def __init__(self, data_dir, now, *broadcasts, **settings):
        self.databases = Databases.open(data_dir, ())
        self.schedule = Schedule(*broadcasts)
        self.clock = ManualClock(now)
        self.settings = NotificationSettings(**{"quiet_enabled": False, **settings})
        self.events = []
        self.popped = []
        self.start_program()

    def start_program(self):
        """A new process on the same data: services hold nothing that matters."""
        self.reminders = ReminderService(
            self.databases.reminders,
            self.databases.wishes,
            NoRules(),
            self.schedule,
            lambda: self.settings,
            self.clock,
            self.events.append,
            self,
        )
        self.wishes = WishService(
            self.databases.wishes, self.schedule, self.reminders, self.clock, self.events.append
        )
        self.inbox_service = InboxService(self.databases.inbox, self.clock, self.events.append)

    def send(self, title, body):
        """What the desktop was asked to show."""
        self.popped.append((title, body))

    @property
    def inbox(self):
        """Titles in the order they came."""
        return [item.title for item in reversed(self.inbox_service.items())]

    @property
    def due_times(self):
        """When the reminders that still stand are due."""
        pending = (r for r in self.databases.reminders.reminders() if r.state == "pending")
        return [r.due_at for r in pending]

    @property
    def toasts(self):
        """Titles that arrived loudly."""
        arrivals = (e for e in self.events if isinstance(e, InboxChanged) and not e.quiet)
        return [item.title for event in arrivals for item in event.arrived]

    def run_until(self, moment, step=timedelta(seconds=30)):
        """Let the program run: a tick every half minute."""
        while self.clock.now() < moment:
            self.clock.advance(min(step, moment - self.clock.now()))
            self.reminders.tick()

    def sleep_until(self, moment):
        """The machine sleeps or is off; the first tick after it."""
        self.clock.instant = moment
        self.reminders.tick()

    def close(self):
        self.databases.close()
