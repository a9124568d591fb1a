"""Which reminders stand, for every mix of wishes, lead times and moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.reminder import Owner, OwnerKind, Reminder, ReminderState
from eats_desktop.domain.wishlist import Wish, WishKind
from eats_desktop.notifications.planner import WishedAiring, plan_reminders
from tests.helpers.broadcasts import DAY, MACKEREL, at, broadcast

AIRING = broadcast(at(21, 40))
WISH = Owner(OwnerKind.WISH, 1)


def of_broadcast(airing=AIRING, wish_id=1, **changes):
    wish = Wish(wish_id, WishKind.BROADCAST, "고등어", DAY, broadcast_id=airing.id)
    return WishedAiring(replace(wish, **changes), airing)


def of_product(airing=AIRING, wish_id=2, **changes):
    wish = Wish(wish_id, WishKind.PRODUCT, "고등어", DAY, product=MACKEREL)
    return WishedAiring(replace(wish, **changes), airing)


def stored_after(plan, existing=()):
    gone = set(plan.drops)
    return (*(r for r in existing if r not in gone), *plan.upserts)


def test_each_lead_is_due_that_long_before_the_start():
    plan = plan_reminders([of_broadcast()], (30, 5), (), at(20))
    assert [r.due_at for r in plan.upserts] == [at(21, 10), at(21, 35)]


def test_hearting_ten_minutes_before_plans_only_the_shorter_lead():
    plan = plan_reminders([of_broadcast()], (30, 5), (), at(21, 30))
    assert [r.lead_minutes for r in plan.upserts] == [5]


def test_hearting_three_minutes_before_plans_nothing():
    assert plan_reminders([of_broadcast()], (30, 5), (), at(21, 37)).upserts == ()


def test_a_wish_whose_alarm_is_off_has_no_reminders():
    existing = plan_reminders([of_broadcast()], (5,), (), at(20)).upserts
    plan = plan_reminders([of_broadcast(alarm_on=False)], (5,), existing, at(20))
    assert stored_after(plan, existing) == ()


def test_a_cancelled_broadcast_loses_its_reminders():
    existing = plan_reminders([of_broadcast()], (30, 5), (), at(20)).upserts
    gone = of_broadcast(replace(AIRING, cancelled_at=at(20)))
    assert stored_after(plan_reminders([gone], (30, 5), existing, at(20)), existing) == ()


def test_a_broadcast_and_its_product_hearted_both_keep_a_reminder_to_be_told_together():
    plan = plan_reminders([of_product(), of_broadcast()], (5,), (), at(20))
    assert {r.owner.number for r in plan.upserts} == {1, 2}


def test_unhearting_the_broadcast_leaves_the_reminder_of_its_product():
    existing = plan_reminders([of_broadcast(), of_product()], (5,), (), at(20)).upserts
    plan = plan_reminders([of_product()], (5,), existing, at(20))
    assert [r.owner.number for r in stored_after(plan, existing)] == [2]


def test_what_was_told_for_one_owner_is_not_planned_for_another():
    told = Reminder(WISH, AIRING.id, 5, at(21, 35), ReminderState.SENT)
    plan = plan_reminders([of_broadcast(), of_product()], (5,), (told,), at(20))
    assert plan.upserts == ()


def test_a_product_is_told_of_every_later_airing():
    airings = [of_product(), of_product(broadcast(at(9, day=2)))]
    plan = plan_reminders(airings, (30,), (), at(20))
    assert [r.due_at for r in plan.upserts] == [at(21, 10), at(8, 30, day=2)]


def test_what_was_told_is_not_planned_again():
    told = Reminder(WISH, AIRING.id, 5, at(21, 35), ReminderState.SENT)
    assert plan_reminders([of_broadcast()], (5,), (told,), at(20)).upserts == ()


def test_what_was_told_is_forgotten_after_a_month():
    told = Reminder(WISH, AIRING.id, 5, at(21, 35), ReminderState.SENT)
    assert plan_reminders([], (5,), (told,), at(21, day=29)).drops == ()
    assert plan_reminders([], (5,), (told,), at(22, day=30)).drops == (told,)


def test_a_lead_taken_out_of_the_settings_is_dropped():
    existing = plan_reminders([of_broadcast()], (30, 5), (), at(20)).upserts
    plan = plan_reminders([of_broadcast()], (5,), existing, at(20))
    assert [r.lead_minutes for r in stored_after(plan, existing)] == [5]


def _airing(draw):
    minute, kind, wish_id, alarm = draw
    airing = broadcast(DAY + timedelta(minutes=minute * 30))
    make = of_product if kind else of_broadcast
    return make(airing, wish_id * 2 + kind, alarm_on=alarm)


airings = st.lists(
    st.tuples(st.integers(0, 8), st.booleans(), st.integers(1, 4), st.booleans()).map(_airing),
    max_size=8,
)
leads = st.lists(st.integers(0, 120), max_size=4, unique=True)
moments = st.integers(0, 300).map(lambda minutes: DAY + timedelta(minutes=minutes))


@given(airings, leads, moments)
def test_planning_twice_changes_nothing(wished, lead_minutes, now):
    existing = plan_reminders(wished, lead_minutes, (), now).upserts
    again = plan_reminders(wished, lead_minutes, existing, now)
    assert again.upserts == again.drops == ()


@given(airings, leads, moments)
def test_there_is_one_reminder_per_owner_broadcast_and_lead(wished, lead_minutes, now):
    keys = [
        (r.owner, r.broadcast_id, r.lead_minutes)
        for r in plan_reminders(wished, lead_minutes, (), now).upserts
    ]
    assert len(keys) == len(set(keys))


@given(airings, airings, leads, moments)
def test_whatever_stood_before_the_same_wishes_end_with_the_same_reminders(
    before, after, lead_minutes, now
):
    existing = plan_reminders(before, lead_minutes, (), now).upserts
    plan = plan_reminders(after, lead_minutes, existing, now)
    fresh = plan_reminders(after, lead_minutes, (), now).upserts
    assert set(stored_after(plan, existing)) == set(fresh)


@given(airings, leads, moments)
def test_nothing_stands_after_everything_is_unhearted(wished, lead_minutes, now):
    existing = plan_reminders(wished, lead_minutes, (), now).upserts
    assert stored_after(plan_reminders([], lead_minutes, existing, now), existing) == ()
