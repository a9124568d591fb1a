"""The payment thread: what an ended program left first, then by back-off, and it ends when told."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from eats_desktop.domain.errors import StorageFullError
from eats_desktop.domain.events import PaymentChanged
from eats_desktop.domain.order import Actor, OrderState
from eats_desktop.domain.payment import PaymentState, Pending, Unknown
from eats_desktop.jobs.payment_job import PaymentJob
from tests.helpers.shopping import RICE
from tests.helpers.till import authorised, paid, till

S = PaymentState


@pytest.fixture
def shop(tmp_path):
    with till(tmp_path) as found:
        yield found


def beats(shop, count):
    """The pauses after so many beats, each slept through by the clock that never jumps."""
    pauses = []
    for _ in range(count):
        pauses.append(shop.job.beat())
        shop.clock.seconds += pauses[-1]
    return pauses


def test_a_payment_is_taken_from_begin_to_paid(shop):
    shop.fill(RICE)
    payment = shop.begin()
    shop.provider.say("inquire", Pending(), Pending(), authorised(payment))
    shop.provider.say("confirm", paid(payment))
    assert beats(shop, 4) == [0, 3, 3, 60]
    assert shop.state(payment) is OrderState.PAID


def test_an_unknown_payment_is_asked_about_by_the_plan(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), *[Unknown("503")] * 7, paid(payment))
    assert beats(shop, 8) == [1, 2, 5, 10, 30, 60, 60, 60]
    assert shop.provider.count("confirm") == 1
    beats(shop, 1)
    assert shop.state(payment) is OrderState.PAID


def test_two_programs_may_look_after_the_same_payment(shop):
    """The loser of a step goes on at the next beat."""
    payment = shop.started(RICE)
    shop.provider.say("inquire", paid(payment))
    real = shop.provider.inquire

    def meanwhile(intent):
        shop.provider.inquire = real
        shop.go_on(payment)
        return paid(payment)

    shop.provider.inquire = meanwhile
    shop.checkout._one_at_a_time = threading.RLock()
    beats(shop, 2)
    assert shop.state(payment) is OrderState.PAID


def test_a_set_wall_clock_neither_hurries_nor_stops_the_inquiries(shop):
    """Only the monotonic clock counts."""
    payment = shop.started(RICE)
    shop.provider.say("inquire", *[Pending()] * 3)
    beats(shop, 1)
    for jump in (timedelta(hours=-30), timedelta(minutes=20)):
        shop.clock.instant += jump
        before = shop.provider.count("inquire")
        assert shop.job.beat() == 3
        shop.clock.seconds += 0
        assert shop.provider.count("inquire") - before <= 1
    assert shop.checkout.payment(payment.order_no).is_open


def test_a_full_disk_is_tried_again_and_sends_nothing(shop, monkeypatch):
    shop.fill(RICE)
    payment = shop.begin()

    def full(*_args, **_more):
        raise StorageFullError

    with monkeypatch.context() as broken:
        broken.setattr(type(shop.databases.payments), "step", full)
        assert beats(shop, 1) == [60]
        assert shop.provider.calls == []
    beats(shop, 1)
    assert shop.checkout.payment(payment.order_no).state is S.WAITING


def test_a_begun_or_cancelled_payment_is_seen_to_at_once(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", Unknown("timeout"), Pending())
    assert beats(shop, 1) == [1]
    wished = shop.checkout.cancel(payment.payment_id)
    shop.job.hear(PaymentChanged(wished))
    shop.job.beat()
    assert shop.checkout.payment(payment.order_no).state is S.CANCELLED


def test_turning_back_while_the_provider_is_asked_is_seen_to_next(shop):
    payment = shop.started(RICE)
    real = shop.provider.inquire

    def meanwhile(intent):
        shop.provider.inquire = real
        shop.job.hear(PaymentChanged(shop.checkout.cancel(payment.payment_id)))
        return Unknown("timeout")

    shop.provider.inquire = meanwhile
    shop.provider.say("inquire", Pending())
    assert shop.job.beat() == 0
    shop.job.beat()
    assert shop.checkout.payment(payment.order_no).state is S.CANCELLED


def test_books_are_compared_once_a_day_and_only_if_anything_was_paid(shop):
    shop.provider.list = ()
    beats(shop, 2)
    assert shop.provider.calls == []
    payment = shop.bought(RICE)
    lists = []
    shop.provider.charges = lambda since, until: lists.append(until) or ()
    shop.clock.seconds += 25 * 3600
    beats(shop, 3)
    assert len(lists) == 1
    assert shop.state(payment) is OrderState.PAID


def test_on_its_own_thread_it_takes_up_what_an_ended_program_left(tmp_path):
    """J08: never sent is closed, a lost confirm is asked about; then it ends when told to."""
    with till(tmp_path) as shop:
        payment = shop.started(RICE)
        shop.provider.say("inquire", authorised(payment))
        shop.provider.say("confirm", KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            shop.go_on(payment)
        provider = shop.provider
        assert shop.checkout.payment(payment.order_no).state is S.CONFIRMING
    with till(tmp_path, provider=provider) as shop:
        provider.say("inquire", paid(payment))
        idle = threading.Event()

        def wait(woken, seconds):
            idle.set()
            return woken.wait(5)

        job = PaymentJob(shop.checkout, shop.clock, wait)
        job.start()
        assert idle.wait(10)
        assert shop.state(payment) is OrderState.PAID
        assert provider.count("confirm") == 1
        idle.clear()
        shop.checkout.refund(payment.order_no, "단순 변심", Actor.SHOPPER)
        job.hear(PaymentChanged(shop.checkout.payment(payment.order_no)))
        assert idle.wait(10)
        assert shop.state(payment) is OrderState.REFUNDED
        job.close()
        assert not any(thread.name == "eats-pay" for thread in threading.enumerate())


def test_a_full_disk_or_a_bug_ends_no_care_for_what_is_open(tmp_path, monkeypatch, caplog):
    with till(tmp_path) as shop:
        payment = shop.started(RICE)
        shop.provider.say("inquire", authorised(payment))
        shop.provider.say("confirm", paid(payment))
        troubles = [StorageFullError("가득 찼어요"), RuntimeError("a bug")]
        unsettled = shop.checkout.unsettled

        def failing():
            if troubles:
                raise troubles.pop(0)
            return unsettled()

        monkeypatch.setattr(shop.checkout, "unsettled", failing)
        pauses, idle = [], threading.Event()

        def wait(woken, seconds):
            pauses.append(seconds)
            if len(pauses) > 2:
                idle.set()
                woken.wait(5)

        job = PaymentJob(shop.checkout, shop.clock, wait)
        job.start()
        assert idle.wait(10)
        job.close()
        assert pauses[:2] == [60, 60]
        assert shop.state(payment) is OrderState.PAID
        assert [r.levelname for r in caplog.records if "in a minute" in r.message] == [
            "WARNING",
            "ERROR",
        ]
