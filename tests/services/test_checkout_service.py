"""The checkout: one charge or none, the journal before each call, and never more than is known."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from eats_desktop.domain.errors import (
    ConflictError,
    InputError,
    PaymentOpenError,
    StorageFullError,
)
from eats_desktop.domain.events import (
    CartChanged,
    InboxChanged,
    OrdersChanged,
    PaymentChanged,
)
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import (
    KEY_WINDOW,
    Absent,
    Cancelled,
    Declined,
    Expired,
    PaymentState,
    Pending,
    Refunded,
    Unknown,
)
from tests.helpers.shopping import RICE, TOFU
from tests.helpers.till import LOST, PAGE, PIN, Till, authorised, in_cart, paid, till

S = PaymentState
REFUSED = Declined("REJECT_CARD_COMPANY", "카드사에서 거절했어요")


@pytest.fixture
def shop(tmp_path):
    with till(tmp_path) as found:
        yield found


def kinds(events):
    return [type(event) for event in events]


# Begin: local, durable, once.


def test_begin_makes_order_and_intent_and_sends_nothing(shop):
    shop.fill(RICE, TOFU, quantity=2)
    payment = shop.begin()
    assert (payment.state, payment.amount_krw) == (S.CREATED, 2 * (32900 + 3500))
    assert shop.state(payment) is OrderState.PAYMENT_REQUESTED
    assert in_cart(shop) == {RICE.name: 2, TOFU.name: 2}
    assert shop.provider.calls == []
    assert shop.checkout.open_payment() == payment


def test_a_double_click_is_one_order_and_one_payment(shop):
    """Seed 15."""
    shop.fill(RICE)
    slip = shop.orders.slip()
    first, second = (shop.begin(slip=slip) for _ in range(2))
    assert first == second
    assert len(shop.orders.newest()) == 1
    after = shop.go_on(first)
    assert shop.begin(slip=slip) == after
    assert shop.provider.count("start") == 1


def test_another_checkout_waits_for_the_open_one(shop):
    shop.fill(RICE)
    payment = shop.begin()
    with pytest.raises(PaymentOpenError) as refused:
        shop.begin()
    assert (refused.value.order_no, refused.value.code) == (payment.order_no, "PAY-03")
    assert len(shop.orders.newest()) == 1


def test_without_consent_way_or_room_nothing_begins(shop):
    shop.fill(RICE)
    with pytest.raises(InputError, match="동의"):
        shop.begin(consented=False)
    with pytest.raises(ConflictError, match="이 방법"):
        shop.begin(PaymentWay.DEMO)
    shop.has_room = False
    with pytest.raises(StorageFullError):
        shop.begin()
    assert (shop.orders.newest(), shop.provider.calls) == ((), [])


def test_a_price_that_moved_since_the_slip_begins_nothing(shop):
    shop.fill(RICE)
    slip = shop.orders.slip()
    shop.price(RICE, 33900)
    with pytest.raises(ConflictError, match="값이나 장바구니"):
        shop.begin(slip=slip)
    with pytest.raises(ConflictError, match="오른 값"):
        shop.begin()
    assert shop.begin(accepts_raised=True).amount_krw == 33900


# The way to PAID, and what follows from it at once.


def test_a_payment_goes_through_with_the_journal_first(shop):
    payment = shop.started(RICE)
    assert (payment.state, payment.page_url) == (S.WAITING, PAGE)
    shop.provider.say("inquire", Pending(), authorised(payment))
    shop.provider.say("confirm", paid(payment))
    assert shop.go_on(payment).state is S.WAITING
    shop.events.clear()
    after = shop.go_on(payment)
    assert (after.state, after.charged_krw, after.method) == (S.PAID, 32900, "카드")
    assert shop.history(payment) == ["created", "waiting", "confirming", "paid"]
    assert [seen for seen in shop.provider.seen if seen[1]] == [
        ("start", S.WAITING),
        ("confirm", S.CONFIRMING),
    ]
    assert len(set(shop.provider.keys)) == 1
    assert shop.state(payment) is OrderState.PAID
    assert in_cart(shop) == {}
    assert kinds(shop.events) == [
        PaymentChanged,
        PaymentChanged,
        OrdersChanged,
        CartChanged,
        InboxChanged,
    ]
    assert shop.told()[-1] == "결제가 끝났어요"
    assert shop.go_on(after) == after
    assert shop.told().count("결제가 끝났어요") == 1


def test_every_step_of_an_order_is_told_exactly_once_or_never(shop, tmp_path):
    """Seed 18: with a provider and at the counter, to the end, and when nobody wants to know."""
    payment = shop.bought(RICE)
    shop.checkout.refund(payment.order_no, "단순 변심", Actor.SHOPPER)
    shop.go_on(payment)
    shop.go_on(payment)
    shop.fill(TOFU)
    slip = shop.begin(PaymentWay.COUNTER)
    shop.pin.set(PIN)
    shop.checkout.confirm_at_counter(slip.order_no, PIN)
    orders = shop.orders.newest()
    told = Counter(item.dedupe_key for item in shop.databases.inbox.items(99))
    steps = [f"order:{o.order_no}:{event.number}" for o in orders for event in o.events]
    assert told == Counter(steps)
    with till(tmp_path / "still", orders=False) as still:
        still.bought(RICE)
        assert still.told() == []


def test_only_as_much_as_was_ordered_leaves_the_cart(shop):
    rice, tofu = shop.fill(RICE, TOFU, quantity=2)
    shop.cart.check(tofu.line_id, on=False)
    payment = shop.go_on(shop.begin())
    shop.cart.set_quantity(rice.line_id, 5)
    shop.provider.say("inquire", paid(payment))
    assert shop.go_on(payment).state is S.PAID
    assert in_cart(shop) == {RICE.name: 3, TOFU.name: 2}


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (REFUSED, S.DECLINED, "카드사에서 거절했어요"),
        (Cancelled(), S.CANCELLED, "결제를 취소했어요. 청구되지 않았어요."),
        (Expired(), S.EXPIRED, "결제가 완료되지 않았어요. 청구되지 않았어요."),
        (Refunded(32900), S.CANCELLED, "결제 회사에서 결제를 취소해 돈을 돌려줬어요."),
    ],
)
def test_what_did_not_go_through_leaves_the_cart_whole(shop, answer, state, reason):
    """Seed 16; the next checkout has a key of its own."""
    payment = shop.started(RICE)
    shop.provider.say("inquire", answer)
    after = shop.go_on(payment)
    assert (after.state, after.reason) == (state, reason)
    assert shop.state(payment) is OrderState.CANCELLED
    assert shop.orders.order(payment.order_no).events[-1].reason == reason
    assert in_cart(shop) == {RICE.name: 1}
    again = shop.begin()
    assert again.idempotency_key != payment.idempotency_key


# Answers that got lost.


@pytest.mark.parametrize("lost", [LOST, Unknown("500 "), Unknown("409", "ALREADY_PROCESSED")])
def test_a_lost_confirm_is_unknown_until_an_inquiry_tells(shop, lost):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), LOST, LOST, paid(payment))
    shop.provider.say("confirm", lost)
    unknown = shop.go_on(payment)
    assert (unknown.state, unknown.is_uncertain) == (S.UNKNOWN, True)
    assert shop.state(payment) is OrderState.PAYMENT_REQUESTED
    with pytest.raises(PaymentOpenError):
        shop.begin()
    assert [shop.go_on(payment).inquiries for _ in range(2)] == [2, 3]
    assert shop.go_on(payment).state is S.PAID
    assert shop.provider.count("confirm") == 1


def test_what_was_never_taken_is_confirmed_again_with_the_same_key(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), authorised(payment))
    shop.provider.say("confirm", LOST, paid(payment))
    assert shop.go_on(payment, 2).state is S.PAID
    assert len(set(shop.provider.keys)) == 1


def test_a_refusal_of_the_second_confirm_is_not_believed(shop):
    """The first may have been taken: an inquiry decides."""
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), authorised(payment), paid(payment))
    shop.provider.say("confirm", LOST, REFUSED)
    assert shop.go_on(payment, 2).state is S.UNKNOWN
    assert shop.go_on(payment).state is S.PAID


def test_past_the_window_of_its_key_a_payment_is_only_asked_about(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), authorised(payment), paid(payment))
    unknown = shop.go_on(payment)
    shop.clock.advance(KEY_WINDOW)
    after = shop.go_on(unknown)
    assert (after.state, shop.provider.count("confirm")) == (S.UNKNOWN, 1)
    assert after.is_for_staff(shop.clock.now())
    assert shop.checkout.for_staff() == (after,)
    assert shop.go_on(after).state is S.PAID


def test_a_lost_start_is_started_again_with_the_same_key(shop):
    shop.fill(RICE)
    payment = shop.begin()
    shop.provider.say("start", LOST)
    assert shop.go_on(payment).state is S.UNKNOWN
    again = shop.go_on(payment)
    assert (again.state, again.page_url) == (S.WAITING, PAGE)
    assert (shop.provider.count("start"), len(set(shop.provider.keys))) == (2, 1)


def test_a_start_is_never_repeated_past_the_window_of_its_key(shop):
    shop.fill(RICE)
    payment = shop.begin()
    shop.provider.say("start", LOST)
    shop.provider.say("inquire", Pending())
    shop.go_on(payment)
    shop.clock.advance(KEY_WINDOW)
    assert shop.go_on(payment).state is S.UNKNOWN
    assert shop.go_on(payment).state is S.EXPIRED
    assert shop.provider.count("start") == 1


def test_a_provider_that_forgets_is_not_believed_before_its_session_is_long_over(shop):
    payment = shop.started(RICE)
    assert shop.go_on(payment).state is S.WAITING
    shop.clock.advance(timedelta(minutes=46))
    assert shop.go_on(payment).state is S.EXPIRED


def test_a_provider_that_forgets_a_confirm_is_never_believed(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), Absent())
    shop.go_on(payment)
    shop.clock.advance(timedelta(days=2))
    assert shop.go_on(payment).state is S.UNKNOWN


def test_a_clock_set_ahead_expires_nothing_by_itself(shop):
    """Only the provider says that a session is over."""
    payment = shop.started(RICE)
    shop.clock.instant += timedelta(days=9)
    shop.provider.say("inquire", Pending(), paid(payment))
    assert shop.go_on(payment).state is S.WAITING
    assert shop.go_on(payment).state is S.PAID


# The program ends in between.


@pytest.mark.parametrize("call", ["start", "confirm"])
def test_a_program_killed_in_a_call_goes_on_by_asking(tmp_path, call):
    with till(tmp_path) as shop:
        shop.fill(RICE)
        payment = shop.begin()
        shop.provider.say(call, KeyboardInterrupt())
        shop.provider.say("inquire", authorised(payment), paid(payment))
        with pytest.raises(KeyboardInterrupt):
            shop.go_on(payment, 2)
        provider = shop.provider
    with till(tmp_path, provider=provider) as shop:
        assert shop.checkout.discard_unsent(at_start=True) == ()
        shop.provider.say("confirm", paid(payment))
        assert shop.go_on(payment).state is S.PAID
        assert len(set(shop.provider.keys)) == 1
        assert shop.state(payment) is OrderState.PAID


def test_what_was_never_sent_is_closed_at_the_next_start(tmp_path):
    with till(tmp_path) as shop:
        shop.fill(RICE)
        payment = shop.begin()
    with till(tmp_path) as shop:
        assert shop.checkout.discard_unsent() == ()
        (closed,) = shop.checkout.discard_unsent(at_start=True)
        assert (closed.state, closed.order_no) == (S.CANCELLED, payment.order_no)
        assert shop.state(payment) is OrderState.CANCELLED
        assert in_cart(shop) == {RICE.name: 1}
        assert shop.provider.calls == []
        shop.begin()


def test_two_programs_take_a_step_once(shop):
    payment = shop.started(RICE)
    other = Till(shop.databases, shop.provider)
    shop.provider.say("inquire", paid(payment))

    def meanwhile(intent):
        shop.provider.inquire = type(shop.provider).inquire.__get__(shop.provider)
        assert other.go_on(payment).state is S.PAID
        return paid(payment)

    shop.provider.inquire = meanwhile
    with pytest.raises(ConflictError, match="그사이"):
        shop.go_on(payment)
    assert shop.told().count("결제가 끝났어요") == 1
