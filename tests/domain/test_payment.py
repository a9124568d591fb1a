"""The states of a payment: one table, in the code as in the file, and what each state allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from eats_desktop.domain.errors import ConflictError
from eats_desktop.domain.order import OrderNo, PaymentWay
from eats_desktop.domain.payment import (
    NEXT_PAYMENT,
    OPEN,
    PACE_S,
    PAYMENT_WORDS,
    POLL_S,
    SLOW_S,
    UNCERTAIN,
    Payment,
    PaymentState,
    check_payment_step,
    pause_s,
)
from tests.helpers.listings import at

S = PaymentState
NOON = at(12)


def payment(state, **changes):
    begun = Payment(
        1,
        OrderNo(date(2026, 11, 25), 7),
        "slip",
        "0" * 32,
        PaymentWay.TOSS,
        29800,
        state,
        NOON,
        NOON,
    )
    return replace(begun, **changes)


def test_every_state_has_its_row_its_word_and_a_way_to_it():
    assert set(NEXT_PAYMENT) == set(PAYMENT_WORDS) == set(S)
    reached, new = set(), {S.CREATED}
    while new:
        reached |= new
        new = set().union(*(NEXT_PAYMENT[state] for state in new)) - reached
    assert reached == set(S)


def test_steps_outside_the_table_are_refused_with_both_names():
    for before in S:
        for after in S:
            if after in NEXT_PAYMENT[before]:
                check_payment_step(before, after)
            else:
                with pytest.raises(ConflictError, match=PAYMENT_WORDS[after]):
                    check_payment_step(before, after)


def test_money_is_taken_through_a_committed_confirm_or_a_providers_word_alone():
    """Nothing leads from what was never sent to a charge, nor back from an outcome."""
    assert NEXT_PAYMENT[S.CREATED] == {S.WAITING, S.CANCELLED}
    for closed in (S.PAID, S.DECLINED, S.CANCELLED, S.EXPIRED, S.MISMATCH, S.REFUNDED):
        assert not NEXT_PAYMENT[closed] & OPEN
    assert NEXT_PAYMENT[S.REFUNDED] == frozenset()


def test_uncertain_states_are_left_by_an_answer_only():
    for state in UNCERTAIN:
        assert payment(state).is_uncertain
    assert not payment(S.WAITING).is_uncertain
    assert payment(S.WAITING).is_open
    assert not payment(S.REFUNDING).is_open


@pytest.mark.parametrize("misses", range(9))
def test_back_off_follows_the_plan_and_then_each_minute(misses):
    waiting = payment(S.UNKNOWN, inquiries=misses)
    assert pause_s(waiting, NOON) == PACE_S[max(min(misses, 6) - 1, 0)]


def test_a_shopper_at_the_page_is_asked_about_at_an_even_pace():
    assert pause_s(payment(S.WAITING), NOON) == 0
    assert pause_s(payment(S.WAITING, ask_again_at=NOON), NOON) == POLL_S
    assert pause_s(payment(S.WAITING, inquiries=4), NOON) == PACE_S[3]


def test_what_stays_unknown_long_after_its_session_is_for_the_staff():
    ends = NOON + timedelta(minutes=10)
    unknown = payment(S.UNKNOWN, expires_at=ends)
    assert not unknown.is_for_staff(ends + timedelta(minutes=15))
    assert unknown.is_for_staff(ends + timedelta(minutes=15, seconds=1))
    assert pause_s(unknown, ends + timedelta(hours=1)) == SLOW_S
    assert payment(S.MISMATCH).is_for_staff(NOON)
    assert not payment(S.PAID).is_for_staff(ends + timedelta(days=9))


def test_a_refund_has_its_own_quarter_of_an_hour():
    asked = payment(S.REFUND_UNKNOWN, expires_at=NOON, refund_sent_at=NOON + timedelta(days=3))
    assert not asked.is_for_staff(NOON + timedelta(days=3, minutes=15))
    assert asked.is_for_staff(NOON + timedelta(days=3, minutes=16))


def test_the_name_at_the_provider_fits_its_pattern():
    name = payment(S.CREATED).wire_id
    assert 6 <= len(name) <= 64
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
