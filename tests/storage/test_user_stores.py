"""Wishes outlive the catalogue, reminders belong to wishes, and nothing is told twice."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.reminder import InboxDraft, InboxKind, Reminder, ReminderState
from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.domain.wishlist import WishKind
from eats_desktop.storage.databases import CATALOG_FILE
from tests.helpers.listings import at
from tests.helpers.storage_builders import CHANNELS, opened

EIGHT = BroadcastId("hmall", at(8))
NINE = BroadcastId("hmall", at(9))
MACKEREL = ProductKey("hmall", "1")


def hearted(databases, broadcast_id=EIGHT):
    return databases.wishes.add_broadcast_wish(broadcast_id, "손질 고등어", at(1))


def reminder(wish, lead=10, broadcast_id=EIGHT, **changes):
    due = broadcast_id.starts_at - timedelta(minutes=lead)
    return replace(Reminder(wish.owner, broadcast_id, lead, due), **changes)


def draft(number=1, title="곧 시작해요"):
    return InboxDraft(InboxKind.REMINDER, title, "8:00", f"eats://broadcast/{EIGHT}", f"r:{number}")


def test_a_broadcast_wish_is_kept_by_channel_and_start(databases):
    wish = hearted(databases, BroadcastId("hmall", at(8), 2))
    assert wish.kind is WishKind.BROADCAST
    assert wish.broadcast_id == BroadcastId("hmall", at(8), 2)
    assert (wish.product, wish.title, wish.created_at) == (None, "손질 고등어", at(1))
    assert databases.wishes.wishes() == (wish,)


def test_a_product_wish_is_kept_by_source_and_number(databases):
    wish = databases.wishes.add_product_wish(MACKEREL, "손질 고등어", at(1))
    assert wish.kind is WishKind.PRODUCT
    assert (wish.broadcast_id, wish.product) == (None, MACKEREL)


def test_hearting_twice_is_one_wish_as_it_was(databases):
    first = hearted(databases)
    databases.wishes.set_alarm(first.wish_id, on=False)
    assert hearted(databases) == replace(first, alarm_on=False)
    product = databases.wishes.add_product_wish(MACKEREL, "손질 고등어", at(1))
    assert databases.wishes.add_product_wish(MACKEREL, "다른 이름", at(2)) == product
    assert len(databases.wishes.wishes()) == 2


def test_wishes_outlive_the_catalogue(tmp_path):
    with opened(tmp_path) as databases:
        wish = hearted(databases)
    (tmp_path / CATALOG_FILE).unlink()
    with opened(tmp_path) as databases:
        assert databases.wishes.wishes() == (wish,)


def test_a_removed_wish_takes_its_reminders_along(databases):
    wish, other = hearted(databases), hearted(databases, NINE)
    kept = reminder(other, broadcast_id=NINE)
    databases.reminders.put([reminder(wish, 10), reminder(wish, 30), kept], [])
    assert databases.wishes.remove_wish(wish.wish_id)
    assert databases.reminders.reminders() == (kept,)


def test_removing_or_switching_what_is_not_there_says_so(databases):
    assert not databases.wishes.remove_wish(7)
    assert not databases.wishes.set_alarm(7, on=True)


def test_an_alarm_is_switched_off_and_on(databases):
    wish = hearted(databases)
    for on in (False, True):
        assert databases.wishes.set_alarm(wish.wish_id, on=on)
        assert databases.wishes.wishes()[0].alarm_on is on


def test_a_wish_follows_its_broadcast(databases):
    wish = hearted(databases)
    databases.reminders.move_wish(wish.wish_id, NINE)
    assert databases.wishes.wishes() == (replace(wish, broadcast_id=NINE),)


def test_a_wish_that_meets_another_gives_way(databases):
    wish, other = hearted(databases), hearted(databases, NINE)
    databases.reminders.put([reminder(wish)], [])
    databases.reminders.move_wish(wish.wish_id, NINE)
    assert databases.wishes.wishes() == (other,)
    assert databases.reminders.reminders() == ()


def test_a_wish_that_is_there_already_stays(databases):
    wish = hearted(databases)
    databases.reminders.move_wish(wish.wish_id, EIGHT)
    assert databases.wishes.wishes() == (wish,)


def test_reminders_come_by_when_they_are_due(databases):
    wish = hearted(databases)
    late, early = reminder(wish, 10), reminder(wish, 60, state=ReminderState.SENT)
    databases.reminders.put([late, early], [])
    assert databases.reminders.reminders() == (early, late)


def test_a_reminder_is_one_per_wish_broadcast_and_lead(databases):
    wish = hearted(databases)
    databases.reminders.put([reminder(wish)], [])
    moved = reminder(wish, due_at=at(7), state=ReminderState.MISSED)
    databases.reminders.put([moved], [])
    assert databases.reminders.reminders() == (moved,)


def test_dropped_reminders_go_and_only_those(databases):
    wish = hearted(databases)
    near, far = reminder(wish, 10), reminder(wish, 30)
    databases.reminders.put([near, far], [])
    databases.reminders.put([], [far])
    assert databases.reminders.reminders() == (near,)


def test_a_reminder_of_a_wish_that_is_gone_is_not_stored(databases):
    wish = hearted(databases)
    databases.wishes.remove_wish(wish.wish_id)
    databases.reminders.put([reminder(wish)], [])
    databases.reminders.deliver([], [reminder(wish, state=ReminderState.SENT)], at(8))
    assert databases.reminders.reminders() == ()


def test_a_delivery_tells_and_marks_together(databases):
    wish = hearted(databases)
    sent = reminder(wish, state=ReminderState.SENT)
    (item,) = databases.reminders.deliver([draft()], [sent], at(8))
    assert (item.title, item.kind, item.created_at, item.read_at) == (
        "곧 시작해요",
        InboxKind.REMINDER,
        at(8),
        None,
    )
    assert databases.inbox.items(10) == (item,)
    assert databases.reminders.reminders() == (sent,)


def test_what_was_told_is_not_told_again(databases):
    databases.reminders.deliver([draft(1)], [], at(8))
    arrived = databases.reminders.deliver([draft(1), draft(2), draft(2)], [], at(9))
    assert [item.dedupe_key for item in arrived] == ["r:2"]
    assert len(databases.inbox.items(10)) == 2


def test_a_delivery_that_fails_tells_nothing(databases):
    wish = hearted(databases)
    broken = reminder(wish, due_at=None)
    with pytest.raises(Exception, match="NOT NULL"):
        databases.reminders.deliver([draft()], [broken], at(8))
    assert databases.inbox.items(10) == ()


def test_two_programs_delivering_at_once_tell_once(tmp_path):
    drafts = [draft(number) for number in range(40)]
    arrived, ready = [], threading.Barrier(2)

    def deliver(databases):
        ready.wait()
        for each in drafts:
            arrived.extend(databases.reminders.deliver([each], [], at(8)))

    with opened(tmp_path, CHANNELS) as one, opened(tmp_path, CHANNELS) as two:
        threads = [threading.Thread(target=deliver, args=(each,)) for each in (one, two)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(one.inbox.items(100)) == len(drafts)
    assert sorted(item.dedupe_key for item in arrived) == sorted(d.dedupe_key for d in drafts)


def test_the_last_key_of_a_kind_is_the_newest(databases):
    for key in ("c_1:a", "c_1:b", "c%1:c", "cx1:d"):
        databases.reminders.deliver([replace(draft(), dedupe_key=key)], [], at(8))
    assert databases.reminders.last_key("c_1:") == "c_1:b"
    assert databases.reminders.last_key("d:") is None


def test_the_inbox_shows_the_newest_first_and_no_more_than_asked(databases):
    for number, hour in enumerate((8, 10, 9)):
        databases.reminders.deliver([draft(number)], [], at(hour))
    databases.reminders.deliver([draft(7), draft(8)], [], at(9))
    assert [item.dedupe_key for item in databases.inbox.items(4)] == ["r:1", "r:8", "r:7", "r:2"]


def test_an_item_is_read_once(databases):
    (item,) = databases.reminders.deliver([draft()], [], at(8))
    assert databases.inbox.unread_count() == 1
    assert databases.inbox.mark_read(item.item_id, at(9)) == replace(item, read_at=at(9))
    assert databases.inbox.mark_read(item.item_id, at(10)) == replace(item, read_at=at(9))
    assert databases.inbox.unread_count() == 0


def test_reading_what_is_not_there_finds_nothing(databases):
    assert databases.inbox.mark_read(7, at(9)) is None


def test_all_items_are_read_at_once(databases):
    databases.reminders.deliver([draft(1), draft(2), draft(3)], [], at(8))
    databases.inbox.mark_read(1, at(9))
    assert databases.inbox.mark_all_read(at(10)) == 2
    assert databases.inbox.mark_all_read(at(10)) == 0
    assert databases.inbox.items(10)[-1].read_at == at(9)


def test_old_items_are_forgotten(databases):
    databases.reminders.deliver([draft(1)], [], at(8))
    databases.reminders.deliver([draft(2)], [], at(9))
    assert databases.inbox.prune(at(9)) == 1
    assert [item.dedupe_key for item in databases.inbox.items(10)] == ["r:2"]
