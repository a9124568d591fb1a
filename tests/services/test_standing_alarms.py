"""Standing alarms from the rule to exactly one notice, over real files and a clock of our own."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from eats_desktop.domain.events import AlarmRulesChanged
from eats_desktop.domain.links import RULES, broadcast_of
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.services.settings import NotificationSettings
from tests.helpers.alarms import AlarmedShopper, fish, ingredient, keyword
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import airing, changed, inserted, save, stored

MACKEREL = product("1", "바다골 손질 고등어 8팩", 19900)
CORVINA = product("2", "들녘 굴비 20미", 39900)
JUICE = product("3", "고등어즙 30포", 9900)
READ = {"1": fish("고등어"), "2": fish("굴비"), "3": fish("고등어", derived=True)}
TITLE = "‘고등어’ 알림: 21:40 한가람쇼핑 12번"


@pytest.fixture
def shopper(tmp_path):
    someone = AlarmedShopper(tmp_path, at(20))
    yield someone
    someone.close()


def show(starts_at=None, *products, channel="hmall"):
    return airing(starts_at or at(21, 40), *(products or (MACKEREL,)), channel=channel)


def test_a_rule_finds_what_is_stored_and_is_told_once_a_lead(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    assert shopper.due_times == [at(21, 10), at(21, 35)]
    shopper.tick_through()
    assert shopper.inbox == [
        (TITLE, "30분 뒤 시작해요 · 바다골 손질 고등어 8팩 · 19,900원"),
        (TITLE, "5분 뒤 시작해요 · 바다골 손질 고등어 8팩 · 19,900원"),
    ]
    assert shopper.popped == shopper.inbox
    newest, _ = shopper.inbox_service.items()
    assert broadcast_of(newest.target) == shopper.broadcast(at(21, 40)).id


def test_a_rule_finds_what_a_later_synchronisation_brings(shopper):
    shopper.alarms.add(ingredient("생선"))
    assert shopper.due_times == []
    shopper.air(show(), show(at(22), CORVINA, channel="nsmall"), readings=READ)
    assert len(shopper.due_times) == 4


def test_synchronising_again_plans_nothing_twice(shopper):
    shopper.alarms.add(ingredient())
    shopper.air(show(), readings=READ)
    shopper.tick_at(at(21, 10))
    shopper.air(show(), readings=READ)
    shopper.tick_through()
    assert len(shopper.inbox) == 2


def test_juice_of_the_ingredient_does_not_ring(shopper):
    shopper.air(show(at(21, 40), JUICE), readings=READ)
    shopper.alarms.add(ingredient())
    assert shopper.due_times == []
    shopper.alarms.add(keyword("고등어"))
    assert len(shopper.due_times) == 2


def test_the_notice_names_the_product_that_was_waited_for(shopper):
    shopper.air(show(at(21, 40), CORVINA, MACKEREL), readings=READ)
    shopper.alarms.add(ingredient())
    shopper.tick_at(at(21, 35))
    assert shopper.inbox[0][1].endswith("바다골 손질 고등어 8팩 · 19,900원")


def test_two_rules_that_meet_are_one_notice_with_both_reasons(shopper):
    shopper.air(show(), readings=READ)
    for draft in (ingredient(), ingredient("생선"), keyword("손질 고등어")):
        shopper.alarms.add(draft)
    shopper.tick_through()
    assert shopper.titles == ["‘고등어’, ‘생선’, ‘손질 고등어’ 알림: 21:40 한가람쇼핑 12번"] * 2


def test_a_wished_broadcast_that_a_rule_finds_too_is_one_notice(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    shopper.wishes.wish_broadcast(shopper.broadcast(at(21, 40)).id)
    shopper.tick_at(at(21, 10))
    assert shopper.inbox == [
        (
            "30분 뒤 시작해요 · 한가람쇼핑 12번",
            "바다골 손질 고등어 8팩 · 21:40~22:40 · 19,900원\n‘고등어’ 알림도 있어요",
        )
    ]
    assert len(shopper.popped) == 1


def test_letting_go_of_the_wish_leaves_the_rule(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    wish = shopper.wishes.wish_broadcast(shopper.broadcast(at(21, 40)).id)
    shopper.wishes.remove(wish.wish_id)
    shopper.tick_through()
    assert shopper.titles == [TITLE, TITLE]


def test_what_a_wish_was_told_is_not_told_again_for_a_new_rule(shopper):
    shopper.air(show(), readings=READ)
    shopper.wishes.wish_broadcast(shopper.broadcast(at(21, 40)).id)
    shopper.tick_at(at(21, 10))
    shopper.alarms.add(ingredient())
    shopper.tick_at(at(21, 11))
    assert len(shopper.inbox) == 1


def test_what_is_days_away_is_planned_when_it_comes_near(shopper):
    shopper.air(show(at(21, 40, day=4)), readings=READ)
    shopper.alarms.add(ingredient())
    assert shopper.due_times == []
    shopper.clock.instant = at(20, day=3)
    shopper.reminders.replan()
    assert shopper.due_times == [at(21, 10, day=4), at(21, 35, day=4)]


def test_limits_of_price_and_channel_hold(shopper):
    shopper.air(show(), show(at(22), channel="nsmall"), readings=READ)
    dear = shopper.alarms.add(ingredient(highest_price_krw=19899))
    assert shopper.due_times == []
    shopper.alarms.change(dear.rule_id, ingredient(channel_ids=frozenset({"nsmall"})))
    assert shopper.due_times == [at(21, 30), at(21, 55)]


def test_a_rule_switched_off_waits_for_nothing_until_it_is_on_again(shopper):
    shopper.air(show(), readings=READ)
    rule = shopper.alarms.add(ingredient())
    shopper.alarms.switch(rule.rule_id, on=False)
    assert shopper.due_times == []
    assert shopper.reminders.wished_ahead(timedelta(hours=2)) == ()
    shopper.alarms.switch(rule.rule_id, on=True)
    assert len(shopper.due_times) == 2


def test_a_removed_rule_comes_back_as_it_was_and_tells_nothing_twice(shopper):
    shopper.air(show(), readings=READ)
    rule = shopper.alarms.add(ingredient(highest_price_krw=20000))
    shopper.tick_at(at(21, 10))
    removed = shopper.alarms.remove(rule.rule_id)
    assert (shopper.due_times, shopper.alarms.rules()) == ([], ())
    again = shopper.alarms.bring_back(removed)
    assert (again.terms, again.created_at) == (rule.terms, rule.created_at)
    shopper.tick_through()
    assert [body[:3] for _, body in shopper.inbox] == ["30분", "5분 "]


def test_sellers_are_asked_again_shortly_before_what_a_rule_waits_for(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    (ahead,) = shopper.reminders.wished_ahead(timedelta(hours=2))
    assert ahead.id == shopper.broadcast(at(21, 40)).id


def test_a_moved_broadcast_is_told_and_rings_at_its_new_time(shopper):
    old, new = show(), show(at(22, 10))
    shopper.air(old, readings=READ)
    shopper.alarms.add(ingredient())
    moved = stored(old, cancelled_at=at(20, 30), moved_to=at(22, 10))
    save(
        shopper.databases,
        changed(ChangeKind.MOVED, stored(old), moved),
        inserted(new, moved_from=at(21, 40)),
        readings=READ,
    )
    shopper.clock.instant = at(20, 30)
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert shopper.titles == ["방송 시간이 바뀌었어요 · 한가람쇼핑 12번"]
    assert shopper.due_times == [at(21, 40), at(22, 5)]


def test_a_cancelled_broadcast_is_told_and_does_not_ring(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    off = stored(show(), cancelled_at=at(20, 30))
    save(shopper.databases, changed(ChangeKind.CANCELLED, stored(show()), off), readings=READ)
    shopper.reminders.follow_changes()
    assert shopper.titles == ["방송이 취소됐어요 · 한가람쇼핑 12번"]
    assert shopper.due_times == []


def test_in_quiet_hours_the_row_is_there_and_nothing_pops_up(shopper):
    shopper.settings = NotificationSettings(
        lead_minutes=(30,), quiet_from=time(21), quiet_to=time(8)
    )
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    shopper.tick_through()
    assert shopper.titles == [TITLE]
    assert shopper.toasts == shopper.popped == []


def test_asleep_at_the_time_the_digest_says_why(shopper):
    shopper.air(show(), readings=READ)
    shopper.alarms.add(ingredient())
    shopper.tick_at(at(21, 45))
    assert shopper.inbox == [
        (
            "놓친 알림 1건",
            "‘고등어’ 알림 · 한가람쇼핑 12번 바다골 손질 고등어 8팩: 지금 방송 중이에요",
        )
    ]


def busy_day(shopper, count=9, day=0):
    shopper.air(*(show(at(10 + n, day=day)) for n in range(count)), readings=READ)


def test_the_sixth_notice_of_a_rule_on_a_day_is_a_quiet_list_of_the_rest(shopper):
    shopper.clock.instant = at(7)
    shopper.settings = NotificationSettings(lead_minutes=(30,), quiet_enabled=False)
    busy_day(shopper)
    shopper.alarms.add(ingredient())
    shopper.tick_through()
    assert len(shopper.popped) == len(shopper.toasts) == 5
    title, body = shopper.inbox[-1]
    assert title == "‘고등어’ 알림: 오늘 4번 더 방송해요"
    assert [line[:5] for line in body.split("\n")] == ["15:00", "16:00", "17:00", "18:00"]
    assert len(shopper.inbox) == 6
    assert shopper.inbox_service.items()[0].target == RULES


def test_the_next_day_the_rule_rings_again(shopper):
    shopper.clock.instant = at(7)
    busy_day(shopper)
    shopper.alarms.add(ingredient())
    shopper.tick_through()
    busy_day(shopper, 1, day=1)
    shopper.popped.clear()
    shopper.tick_through()
    assert len(shopper.popped) == 2


def test_a_wished_broadcast_rings_however_often_its_rule_rang(shopper):
    shopper.clock.instant = at(7)
    busy_day(shopper)
    shopper.alarms.add(ingredient())
    shopper.wishes.wish_broadcast(shopper.broadcast(at(18)).id)
    shopper.tick_through()
    assert shopper.popped[-1][0] == "5분 뒤 시작해요 · 한가람쇼핑 12번"
    assert len(shopper.popped) == 7


def test_a_rule_that_rang_enough_does_not_silence_another(shopper):
    shopper.clock.instant = at(7)
    busy_day(shopper)
    shopper.alarms.add(ingredient())
    shopper.alarms.add(ingredient("생선", channel_ids=frozenset({"nsmall"})))
    shopper.air(show(at(19), CORVINA, channel="nsmall"), readings=READ)
    shopper.tick_through()
    assert shopper.titles[-2:] == ["‘생선’ 알림: 19:00 들녘쇼핑 13번"] * 2


def test_killed_between_the_ringing_and_the_list_the_list_comes_later(shopper, monkeypatch):
    shopper.clock.instant = at(7)
    busy_day(shopper, 4)
    shopper.alarms.add(ingredient())
    for moment in (at(9, 30), at(9, 55), at(10, 30), at(10, 55), at(11, 30)):
        shopper.tick_at(moment)
    with monkeypatch.context() as patch:
        patch.setattr(shopper.reminders, "_list_the_rest", _killed)
        with pytest.raises(KeyboardInterrupt):
            shopper.tick_at(at(11, 55))
    shopper.tick_at(at(11, 56))
    assert shopper.titles[5:] == ["‘고등어’ 알림: 오늘 2번 더 방송해요"]


def _killed(*_):
    raise KeyboardInterrupt


def test_a_preview_lists_what_the_last_two_weeks_would_have_brought(shopper):
    shopper.air(
        show(at(9, day=-15)),
        show(at(9, day=-3)),
        show(at(9, day=-1)),
        show(at(9), CORVINA),
        show(),
        readings=READ,
    )
    off = stored(show(at(9, day=-1)), cancelled_at=at(8, day=-1))
    save(shopper.databases, changed(ChangeKind.CANCELLED, stored(show(at(9, day=-1))), off))
    preview = shopper.alarms.preview(ingredient())
    assert [m.broadcast.starts_at for m in preview.past] == [at(9, day=-3)]
    assert [m.broadcast.starts_at for m in preview.ahead] == [at(21, 40)]
    assert shopper.alarms.rules() == ()


def test_each_rule_stands_beside_what_it_finds_next(shopper):
    shopper.air(show(at(19, 30)), show(), show(at(9, day=5), CORVINA), readings=READ)
    first = shopper.alarms.add(ingredient())
    shopper.alarms.add(keyword("꽃게"))
    shopper.alarms.add(keyword("굴비"))
    listed = shopper.alarms.rules()
    assert [s.rule.terms.text for s in listed] == ["고등어", "꽃게", "굴비"]
    assert listed[0].rule == first
    assert listed[0].upcoming.broadcast.starts_at == at(19, 30)
    assert listed[1].upcoming is None
    assert listed[2].upcoming.broadcast.starts_at == at(9, day=5)
    assert sum(isinstance(e, AlarmRulesChanged) for e in shopper.events) == 3
