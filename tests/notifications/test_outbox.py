"""What is told, given which reminders are due and how late it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.links import INBOX, broadcast_of
from eats_desktop.domain.reminder import InboxKind, Owner, OwnerKind, Reminder, ReminderState
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.notifications import outbox
from eats_desktop.notifications.outbox import Due
from tests.helpers.broadcasts import DAY, at, broadcast

AIRING = broadcast(at(21, 40))


def due(lead=5, airing=AIRING, wish_id=1):
    due_at = airing.starts_at - timedelta(minutes=lead)
    return Due(Reminder(Owner(OwnerKind.WISH, wish_id), airing.id, lead, due_at), airing)


def decide(due, now, rung=()):
    return outbox.decide(due, now, dict(rung))


def states(delivery):
    return [mark.state for mark in delivery.marks]


def test_a_reminder_on_time_names_place_hours_name_and_price():
    (draft,) = decide([due()], at(21, 35)).drafts
    assert draft.title == "5분 뒤 시작해요 · 한가람쇼핑 12번"
    assert draft.body == "바다골 손질 고등어 · 21:40~22:40 · 39,900원"


def test_a_price_that_is_not_known_is_left_out():
    product = replace(
        AIRING.products[0],
        price_kind=PriceKind.CONSULT,
        list_price_krw=None,
        sale_price_krw=None,
    )
    (draft,) = decide([due(airing=replace(AIRING, products=(product,)))], at(21, 35)).drafts
    assert draft.body == "바다골 손질 고등어 · 21:40~22:40"


def test_a_reminder_opens_its_broadcast():
    (draft,) = decide([due()], at(21, 35)).drafts
    assert broadcast_of(draft.target) == AIRING.id


def test_a_lead_of_nothing_says_that_it_starts_now():
    (draft,) = decide([due(lead=0)], at(21, 40)).drafts
    assert draft.title.startswith("지금 시작해요")


def test_two_reminders_on_time_are_two_notices():
    other = broadcast(at(21, 40), channel="nsmall")
    delivery = decide([due(), due(airing=other)], at(21, 35))
    assert [d.kind for d in delivery.drafts] == [InboxKind.REMINDER] * 2


def test_three_minutes_after_the_start_one_late_notice_says_that_it_runs():
    delivery = decide([due(30), due(5)], at(21, 43))
    (draft,) = delivery.drafts
    assert (draft.kind, draft.title) == (InboxKind.DIGEST, "놓친 알림 1건")
    assert draft.body == "한가람쇼핑 12번 바다골 손질 고등어: 지금 방송 중이에요"
    assert states(delivery) == [ReminderState.SENT] * 2


def test_late_but_before_the_start_the_notice_says_when_it_starts():
    (draft,) = decide([due(30)], at(21, 20)).drafts
    assert draft.body.endswith("11/24(화) 21:40에 시작해요")


def test_a_show_that_ended_within_two_hours_is_still_told():
    (draft,) = decide([due()], at(24, 39)).drafts
    assert draft.body.endswith("방송이 끝났어요")


def test_ten_hours_later_a_reminder_is_missed_without_a_word():
    delivery = decide([due(30), due(5)], at(7, 40, day=1))
    assert delivery.drafts == ()
    assert states(delivery) == [ReminderState.MISSED] * 2


def test_late_reminders_of_several_broadcasts_are_one_digest_that_opens_the_inbox():
    others = [due(airing=broadcast(at(21, minute))) for minute in (0, 20)]
    (draft,) = decide([due(), *others], at(22)).drafts
    assert (draft.title, draft.target) == ("놓친 알림 3건", INBOX)


def test_a_single_late_broadcast_opens_itself():
    (draft,) = decide([due()], at(22)).drafts
    assert broadcast_of(draft.target) == AIRING.id


def test_a_cancelled_broadcast_is_never_told_as_starting():
    delivery = decide([due(airing=replace(AIRING, cancelled_at=at(21)))], at(21, 35))
    assert delivery.drafts == ()
    assert states(delivery) == [ReminderState.MISSED]


def test_a_broadcast_that_the_catalogue_lost_is_missed():
    lost = replace(due(), broadcast=None)
    assert states(decide([lost], at(21, 35))) == [ReminderState.MISSED]


def test_a_late_lead_beside_one_on_time_says_nothing_of_its_own():
    delivery = decide([due(30), due(5)], at(21, 35))
    assert [d.kind for d in delivery.drafts] == [InboxKind.REMINDER]
    assert states(delivery) == [ReminderState.SENT] * 2


def test_a_long_name_is_shortened():
    (draft,) = decide([due(airing=broadcast(at(21, 40), name="굴비" * 60))], at(21, 35)).drafts
    assert "…" in draft.body
    assert len(draft.body) < 100


dues = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from((0, 5, 30)), st.booleans()),
    max_size=8,
    unique_by=lambda drawn: drawn[:2],
)


@given(dues, st.integers(0, 600))
def test_every_due_reminder_gets_an_end_and_every_broadcast_at_most_one_late_word(drawn, minute):
    now = DAY + timedelta(minutes=minute)
    chosen = [
        due(lead, broadcast(DAY + timedelta(minutes=slot * 10), cancelled_at=DAY if off else None))
        for slot, lead, off in drawn
    ]
    ripe = [d for d in chosen if d.reminder.due_at <= now]
    delivery = decide(ripe, now)
    assert len(delivery.marks) == len(ripe)
    assert ReminderState.PENDING not in states(delivery)
    assert sum(d.kind is InboxKind.DIGEST for d in delivery.drafts) <= 1
    keys = [d.dedupe_key for d in delivery.drafts]
    assert len(keys) == len(set(keys))
