"""From a heart to exactly one notice, whatever happens in between (journeys J03 and J18)."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from eats_desktop.domain.events import InboxChanged
from eats_desktop.domain.links import broadcast_of
from eats_desktop.services.settings import NotificationSettings
from tests.helpers.broadcasts import MACKEREL, at, broadcast
from tests.helpers.reminding import Shopper

EVENING = broadcast(at(21, 40), channel="hnsmall")


@pytest.fixture
def shopper(tmp_path):
    someone = Shopper(tmp_path, at(20), EVENING, lead_minutes=(10, 0))
    yield someone
    someone.close()


def test_a_heart_plans_a_reminder_per_lead(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    assert shopper.due_times == [at(21, 30), at(21, 40)]


def test_a_reminder_is_told_once_in_the_inbox_as_toast_and_on_the_desktop(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 35))
    assert shopper.inbox == shopper.toasts == ["10분 뒤 시작해요 · 한가람쇼핑 12번"]
    assert [title for title, _ in shopper.popped] == shopper.inbox


def test_nothing_is_told_a_second_early(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 30) - timedelta(seconds=1))
    assert shopper.inbox == []


def test_opening_the_row_marks_it_read_and_names_the_broadcast(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 30))
    (item,) = shopper.inbox_service.items()
    opened = shopper.inbox_service.open(item.item_id)
    assert broadcast_of(opened.target) == EVENING.id
    assert shopper.inbox_service.unread_count() == 0


def test_the_start_itself_is_the_second_notice_told_once(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 50))
    assert shopper.inbox[1:] == ["지금 시작해요 · 한가람쇼핑 12번"]


def test_unhearting_removes_the_alarm_and_hearting_again_restores_it(shopper):
    wish = shopper.wishes.wish_broadcast(EVENING.id)
    shopper.wishes.remove(wish.wish_id)
    assert shopper.due_times == []
    shopper.wishes.wish_broadcast(EVENING.id)
    assert shopper.due_times == [at(21, 30), at(21, 40)]


def test_nothing_is_told_after_unhearting(shopper):
    wish = shopper.wishes.wish_broadcast(EVENING.id)
    shopper.wishes.remove(wish.wish_id)
    shopper.run_until(at(21, 50))
    assert shopper.inbox == []


def test_hearting_again_after_a_notice_does_not_repeat_it(shopper):
    shopper.wishes.toggle_broadcast(EVENING.id)
    shopper.run_until(at(21, 30))
    shopper.wishes.toggle_broadcast(EVENING.id)
    shopper.wishes.toggle_broadcast(EVENING.id)
    shopper.reminders.tick()
    assert len(shopper.inbox) == 1


def test_stopped_before_and_started_five_minutes_into_the_show_there_is_one_missed_notice(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 25))
    shopper.start_program()
    shopper.clock.instant = at(21, 45)
    shopper.reminders.follow_changes()
    shopper.run_until(at(22))
    assert shopper.inbox == ["놓친 알림 1건"]


def test_ten_hours_later_there_is_no_notice(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.sleep_until(at(7, 40, day=1))
    assert shopper.inbox == []
    assert shopper.due_times == []


def test_an_airing_of_a_wished_product_is_told_late_as_well(shopper):
    """Planning anew at the start must not forget what has begun meanwhile."""
    shopper.wishes.wish_product(MACKEREL, "바다골 손질 고등어")
    shopper.start_program()
    shopper.clock.instant = at(21, 43)
    shopper.reminders.follow_changes()
    shopper.reminders.tick()
    assert shopper.inbox == ["놓친 알림 1건"]


def test_in_quiet_hours_the_row_is_there_and_nothing_pops_up(shopper):
    shopper.settings = NotificationSettings(
        lead_minutes=(10,), quiet_from=time(21), quiet_to=time(8)
    )
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 35))
    assert len(shopper.inbox) == 1
    assert shopper.toasts == shopper.popped == []


def test_with_desktop_notices_off_the_toast_stays(shopper):
    shopper.settings = NotificationSettings(desktop=False, lead_minutes=(10,), quiet_enabled=False)
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.run_until(at(21, 35))
    assert len(shopper.toasts) == 1
    assert shopper.popped == []


def test_with_notices_off_nothing_is_planned(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.settings = NotificationSettings(enabled=False)
    shopper.reminders.replan()
    assert shopper.due_times == []


def test_other_lead_times_are_planned_at_once(shopper):
    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.settings = NotificationSettings(lead_minutes=(30,))
    shopper.reminders.replan()
    assert shopper.due_times == [at(21, 10)]


def test_a_show_just_before_midnight_is_told_before_midnight_and_runs_after_it(tmp_path):
    night = broadcast(at(23, 55), 65)
    shopper = Shopper(tmp_path, at(22), night, lead_minutes=(0,))
    shopper.wishes.wish_broadcast(night.id)
    shopper.run_until(at(23, 55))
    told_at = [item.created_at for item in shopper.inbox_service.items()]
    shopper.close()
    assert told_at == [at(23, 55)]


def test_started_after_midnight_the_late_notice_of_the_night_show_says_that_it_runs(tmp_path):
    night = broadcast(at(23, 55), 65)
    shopper = Shopper(tmp_path, at(22), night)
    shopper.wishes.wish_broadcast(night.id)
    shopper.sleep_until(at(0, 30, day=1))
    (item,) = shopper.inbox_service.items()
    shopper.close()
    assert item.body.endswith("지금 방송 중이에요")


def test_after_three_hours_of_sleep_everything_late_is_one_digest(tmp_path):
    shows = [broadcast(at(19, minute), channel=f"c{minute}") for minute in (10, 20, 30, 40)]
    shopper = Shopper(tmp_path, at(18), *shows)
    for show in shows:
        shopper.wishes.wish_broadcast(show.id)
    shopper.sleep_until(at(21))
    shopper.run_until(at(21, 5))
    inbox, popped = shopper.inbox, shopper.popped
    shopper.close()
    assert inbox == ["놓친 알림 4건"]
    assert len(popped) == 1


def test_three_reminders_at_once_are_three_rows_and_one_desktop_notice(tmp_path):
    shows = [broadcast(at(21), channel=name) for name in ("hmall", "nsmall", "hnsmall")]
    shopper = Shopper(tmp_path, at(20), *shows, lead_minutes=(10,))
    for show in shows:
        shopper.wishes.wish_broadcast(show.id)
    shopper.run_until(at(20, 50))
    inbox, popped = shopper.inbox, shopper.popped
    shopper.close()
    assert len(inbox) == 3
    assert [title for title, _ in popped] == ["기다리던 방송 3개가 곧 시작해요"]


def test_two_programs_on_the_same_data_tell_once(tmp_path):
    one = Shopper(tmp_path, at(20), EVENING, lead_minutes=(10,))
    other = Shopper(tmp_path, at(20), EVENING, lead_minutes=(10,))
    one.wishes.wish_broadcast(EVENING.id)
    due = other.databases.reminders.reminders()
    one.run_until(at(21, 30))
    other.databases.reminders.reminders = lambda: due  # it read before the first one wrote
    other.run_until(at(21, 30))
    told = (one.popped, other.popped)
    one.close()
    other.close()
    assert [len(popped) for popped in told] == [1, 0]


def test_killed_between_writing_and_showing_it_does_not_tell_twice(shopper):
    def killed(_event):
        raise KeyboardInterrupt

    shopper.wishes.wish_broadcast(EVENING.id)
    shopper.clock.instant = at(21, 30)
    shopper.reminders._publish = killed
    with pytest.raises(KeyboardInterrupt):
        shopper.reminders.tick()
    shopper.events = []
    shopper.start_program()
    shopper.run_until(at(21, 35))
    assert len(shopper.inbox) == 1
    assert not [e for e in shopper.events if isinstance(e, InboxChanged)]


def test_the_next_reminder_is_known_to_the_second(shopper):
    assert shopper.reminders.next_due() is None
    shopper.wishes.wish_broadcast(EVENING.id)
    assert shopper.reminders.next_due() == at(21, 30)
    shopper.run_until(at(21, 30))
    assert shopper.reminders.next_due() == at(21, 40)


def test_what_starts_within_the_hour_and_will_be_told_is_known(shopper):
    wish = shopper.wishes.wish_broadcast(EVENING.id)
    hour = timedelta(hours=1)
    assert shopper.reminders.wished_ahead(hour) == ()
    shopper.clock.instant = at(20, 50)
    assert shopper.reminders.wished_ahead(hour) == (EVENING,)
    shopper.wishes.set_alarm(wish.wish_id, on=False)
    assert shopper.reminders.wished_ahead(hour) == ()
