"""Wished broadcasts that move, vanish or return: the wish follows, one notice each (J12)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.events import WishlistChanged
from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.links import broadcast_of
from eats_desktop.domain.listing import CrawlResult, ParseReport, Window
from eats_desktop.domain.schedule import Channel, ProductKey
from eats_desktop.services.reminder_service import ReminderService
from eats_desktop.services.settings import NotificationSettings
from eats_desktop.services.wish_service import WishService
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.apply import ListingWriter
from tests.helpers.broadcasts import DAY, MACKEREL, at, broadcast
from tests.helpers.listings import product, slot
from tests.helpers.reminding import NoRules, Shopper

OLD = broadcast(at(21, 40))
NEW = broadcast(at(10, day=1))


@pytest.fixture
def shopper(tmp_path):
    someone = Shopper(tmp_path, at(18), OLD, lead_minutes=(10,))
    yield someone
    someone.close()


def wished(shopper):
    return [item.wish.broadcast_id for item in shopper.wishes.wishlist()]


def test_a_moved_broadcast_takes_wish_and_alarm_along_and_is_told_once(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert wished(shopper) == [NEW.id]
    assert shopper.due_times == [at(9, 50, day=1)]
    assert shopper.inbox == ["방송 시간이 바뀌었어요 · 한가람쇼핑 12번"]


def test_the_notice_of_a_move_says_both_times_and_opens_the_new_slot(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    (item,) = shopper.inbox_service.items()
    assert item.body == "바다골 손질 고등어: 11/24(화) 21:40 → 11/25(수) 10:00"
    assert broadcast_of(item.target) == NEW.id


def test_no_alarm_rings_at_the_old_time_of_a_moved_broadcast(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.run_until(at(21, 50))  # the process that fetched died before it let the wish follow
    assert shopper.inbox == []


def test_screens_hear_that_the_wish_moved(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.events.clear()
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    assert WishlistChanged() in shopper.events


def test_a_broadcast_that_moved_twice_is_followed_to_where_it_is(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    later = broadcast(at(15, day=1))
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.schedule.move(NEW, later, at(18, 30))
    shopper.reminders.follow_changes()
    assert wished(shopper) == [later.id]
    assert len(shopper.inbox) == 1


def test_killed_before_the_wish_followed_the_move_is_told_once_all_the_same(shopper, monkeypatch):
    def killed(_wish_id, _to):
        raise KeyboardInterrupt

    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.move(OLD, NEW, at(18))
    monkeypatch.setattr(shopper.databases.reminders, "move_wish", killed)
    with pytest.raises(KeyboardInterrupt):
        shopper.reminders.follow_changes()
    monkeypatch.undo()
    shopper.start_program()
    shopper.reminders.follow_changes()
    assert wished(shopper) == [NEW.id]
    assert len(shopper.inbox) == 1


def test_a_start_corrected_by_minutes_is_followed_without_a_word(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    corrected = broadcast(at(21, 43))
    shopper.schedule.correct(OLD, corrected)
    shopper.reminders.follow_changes()
    assert wished(shopper) == [corrected.id]
    assert shopper.due_times == [at(21, 33)]
    assert shopper.inbox == []


def test_a_start_corrected_after_its_notice_is_not_told_again(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.run_until(at(21, 31))
    shopper.schedule.correct(OLD, broadcast(at(21, 43)))
    shopper.reminders.follow_changes()
    shopper.run_until(at(22))
    assert len(shopper.inbox) == 1


OCTOPUS = ProductKey("hmall", "10000002")


def test_a_product_pushed_out_by_another_is_followed_to_its_new_time(shopper):
    """The broadcast's key is channel and start: the intruder holds it now."""
    shopper.wishes.wish_broadcast(OLD.id)
    later = broadcast(at(22, 40))
    shopper.schedule.put(broadcast(at(21, 40), product=OCTOPUS, name="자숙 문어"), later)
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert wished(shopper) == [later.id]
    assert shopper.due_times == [at(22, 30)]
    assert shopper.inbox == ["방송 시간이 바뀌었어요 · 한가람쇼핑 12번"]
    (item,) = shopper.inbox_service.items()
    assert item.body == "바다골 손질 고등어: 11/24(화) 21:40 → 11/24(화) 22:40"


def test_a_product_pushed_out_and_on_nowhere_else_is_told_once(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.put(broadcast(at(21, 40), product=OCTOPUS, name="자숙 문어"))
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert shopper.inbox == ["찜한 상품이 이 방송에서 빠졌어요 · 한가람쇼핑 12번"]
    assert shopper.inbox_service.items()[0].body.startswith("바다골 손질 고등어 대신 자숙 문어")


def test_an_airing_on_another_channel_is_not_the_broadcast_that_was_hearted(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    elsewhere = broadcast(at(22, 40), channel="nsmall")
    shopper.schedule.put(broadcast(at(21, 40), product=OCTOPUS, name="자숙 문어"), elsewhere)
    shopper.reminders.follow_changes()
    assert wished(shopper) == [OLD.id]


def test_a_cancelled_broadcast_loses_its_alarm_keeps_its_wish_and_is_told_once(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.put(replace(OLD, cancelled_at=at(18)))
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert wished(shopper) == [OLD.id]
    assert shopper.due_times == []
    assert shopper.inbox == ["방송이 취소됐어요 · 한가람쇼핑 12번"]


def test_a_restored_broadcast_rings_again_and_is_told_once(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.put(replace(OLD, cancelled_at=at(18)))
    shopper.reminders.follow_changes()
    shopper.schedule.put(OLD)
    shopper.reminders.follow_changes()
    shopper.reminders.follow_changes()
    assert shopper.due_times == [at(21, 30)]
    assert shopper.inbox[1:] == ["다시 방송해요 · 한가람쇼핑 12번"]


def test_cancelled_a_second_time_it_is_told_a_second_time(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    for hour in (18, 19):
        shopper.schedule.put(replace(OLD, cancelled_at=at(hour)))
        shopper.reminders.follow_changes()
        shopper.schedule.put(OLD)
        shopper.reminders.follow_changes()
    assert len(shopper.inbox) == 4


def test_a_return_is_no_news_once_the_show_is_over(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.put(replace(OLD, cancelled_at=at(18)))
    shopper.reminders.follow_changes()
    shopper.schedule.put(OLD)
    shopper.clock.instant = at(23)
    shopper.reminders.follow_changes()
    assert len(shopper.inbox) == 1


def test_a_new_end_is_neither_told_nor_does_it_touch_the_alarm(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.put(replace(OLD, ends_at=at(22, 20)))
    shopper.reminders.follow_changes()
    assert (shopper.inbox, shopper.due_times) == ([], [at(21, 30)])


def test_a_wish_whose_alarm_is_off_follows_silently(shopper):
    wish = shopper.wishes.wish_broadcast(OLD.id)
    shopper.wishes.set_alarm(wish.wish_id, on=False)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    assert wished(shopper) == [NEW.id]
    assert shopper.inbox == []


def test_with_notices_off_wishes_follow_silently(shopper):
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.settings = NotificationSettings(enabled=False)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    assert wished(shopper) == [NEW.id]
    assert shopper.inbox == []


def test_moved_onto_a_slot_that_is_wished_already_one_wish_remains(shopper):
    shopper.schedule.put(NEW)
    shopper.wishes.wish_broadcast(NEW.id)
    shopper.wishes.wish_broadcast(OLD.id)
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    assert wished(shopper) == [NEW.id]
    assert shopper.due_times == [at(9, 50, day=1)]


def test_a_moved_airing_of_a_wished_product_is_told_and_rings_at_its_new_time(shopper):
    shopper.wishes.wish_product(MACKEREL, "바다골 손질 고등어")
    shopper.schedule.move(OLD, NEW, at(18))
    shopper.reminders.follow_changes()
    assert shopper.inbox == ["방송 시간이 바뀌었어요 · 한가람쇼핑 12번"]
    assert shopper.due_times == [at(9, 50, day=1)]


def test_an_airing_cancelled_before_the_product_was_hearted_is_no_news(shopper):
    shopper.schedule.put(replace(OLD, cancelled_at=at(17)))
    shopper.wishes.wish_product(MACKEREL, "바다골 손질 고등어")
    shopper.reminders.follow_changes()
    assert shopper.inbox == []


class _AllFood:
    version = "test"

    def read(self, name):
        return FoodReading(is_food=True, probability=1.0, model_version=self.version)

    read_title = read


class _Crawled:
    """The real catalogue, fed by crawls of one seller's day."""

    def __init__(self, data_dir):
        self.databases = Databases.open(data_dir, (Channel("hmall", 12, "한가람쇼핑"),))
        self.clock = ManualClock(at(18))
        self.reminders = ReminderService(
            self.databases.reminders,
            self.databases.wishes,
            NoRules(),
            self.databases.schedule,
            lambda: NotificationSettings(lead_minutes=(10,), quiet_enabled=False),
            self.clock,
            lambda _event: None,
            self,
        )
        self.wishes = WishService(
            self.databases.wishes,
            self.databases.schedule,
            self.reminders,
            self.clock,
            lambda _event: None,
        )
        self._writer = ListingWriter(self.databases.writer, _AllFood(), {"hmall": 10})

    def send(self, title, body):
        pass

    def crawl(self, *slots):
        window = Window("hmall", DAY, at(0, day=1))
        result = CrawlResult(ParseReport(), slots, (window,))
        self._writer.apply("hmall", "day", result, self.clock.now())
        self.reminders.follow_changes()

    def told(self):
        return [item.kind.value for item in reversed(self.databases.inbox.items(10))]

    def pending(self):
        return [r.due_at for r in self.databases.reminders.reminders() if r.state == "pending"]


@pytest.fixture
def crawled(tmp_path):
    program = _Crawled(tmp_path)
    yield program
    program.databases.close()


SHOW = slot(at(21, 40), at(22, 40), product())
OTHER = slot(at(20), at(21), product("10000002", "솔바람 배추김치 10kg"))


def test_fetched_at_another_hour_the_wished_product_is_followed(crawled):
    crawled.crawl(OTHER, SHOW)
    crawled.wishes.wish_broadcast(OLD.id)
    crawled.crawl(OTHER, replace(SHOW, starts_at=at(22, 40), ends_at=at(23, 40)))
    assert crawled.told() == ["moved"]
    assert crawled.pending() == [at(22, 30)]


def test_missing_once_is_no_news_missing_twice_is_cancelled_and_back_is_restored(crawled):
    crawled.crawl(OTHER, SHOW)
    crawled.wishes.wish_broadcast(OLD.id)
    crawled.crawl(OTHER)
    assert (crawled.told(), crawled.pending()) == ([], [at(21, 30)])
    crawled.crawl(OTHER)
    assert (crawled.told(), crawled.pending()) == (["cancelled"], [])
    crawled.crawl(OTHER, SHOW)
    assert (crawled.told(), crawled.pending()) == (["cancelled", "restored"], [at(21, 30)])


def test_the_same_crawl_again_tells_nothing(crawled):
    crawled.crawl(OTHER, SHOW)
    crawled.wishes.wish_broadcast(OLD.id)
    crawled.crawl(OTHER, SHOW)
    assert (crawled.told(), crawled.pending()) == ([], [at(21, 30)])


def test_moved_there_and_back_the_wish_is_where_it_began(crawled):
    crawled.crawl(OTHER, SHOW)
    crawled.wishes.wish_broadcast(OLD.id)
    crawled.crawl(OTHER, replace(SHOW, starts_at=at(22, 40), ends_at=at(23, 40)))
    crawled.crawl(OTHER, SHOW)
    assert crawled.told() == ["moved", "moved"]
    assert crawled.pending() == [at(21, 30)]
