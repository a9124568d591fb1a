"""The bounded form of the proof: random lives against a loopback provider, and real kills.

`eats-desktop bench payments` plays a thousand and more.
"""

from __future__ import annotations

from unittest.mock import patch

import pytest

from eats_desktop.app.bench import payments
from eats_desktop.app.bench.paying.proof import prove
from eats_desktop.demo.provider import FaultKind, Operation
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.payment import Declined, PaymentState, Unknown
from eats_desktop.payments.toss import TossGateway
from eats_desktop.storage import payments as journal
from tests.helpers.paying import paying

RUNS, KILLS, SEED = 24, 3, 20261125


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("proof")


@pytest.fixture(scope="module")
def tally(folder):
    return prove(folder, SEED, RUNS, KILLS)


def test_whatever_ends_the_program_each_order_is_charged_once_or_not_at_all(tally):
    assert tally.violations == []
    assert tally.unkeyed == 0


def test_the_proof_is_about_something(tally):
    assert tally.missing(KILLS) == []


def test_the_bench_tells_what_was_played_and_fails_when_an_order_is_wrong(folder, tally, capsys):
    with patch.object(payments, "prove", lambda *_: tally):
        books, *commits = payments.figures(folder, RUNS, KILLS)
        assert books.value == 0
        assert all(commit.value > 0 < commit.baseline for commit in commits)
        assert f"kills {tally.kills}" in capsys.readouterr().err
        with pytest.raises(ModelError):
            payments.figures(folder, RUNS, KILLS + 1000)


def test_the_proof_sees_a_lost_answer_that_is_taken_for_a_refusal(homes):
    """The shopper is told that nothing was charged, and pays again with a new key."""
    confirm = TossGateway.confirm

    def hasty(gateway, intent):
        answer = confirm(gateway, intent)
        return Declined("TIMEOUT", "시간이 지났어요") if isinstance(answer, Unknown) else answer

    with paying(homes) as found, patch.object(TossGateway, "confirm", hasty):
        found.double.faults.then(Operation.CONFIRM, FaultKind.DROP_DONE)
        for expected in (PaymentState.DECLINED, PaymentState.PAID):
            payment = found.agreed()
            assert found.checkout.advance(payment.payment_id).state is expected
        assert any("believes 0, the provider kept" in problem for problem in found.verdict())


def test_the_proof_sees_a_cart_that_stays_full(homes):
    with paying(homes) as found, patch.object(journal, "_take_ordered_out", lambda *_: False):
        payment = found.agreed()
        assert found.checkout.advance(payment.payment_id).state is PaymentState.PAID
        assert any("the cart holds" in problem for problem in found.verdict())


def test_the_proof_finds_nothing_wrong_with_a_payment_that_went_well(homes):
    with paying(homes) as found:
        found.checkout.advance(found.agreed().payment_id)
        assert found.verdict() == ()
