"""Which ways are offered, who gets the merchant's key, and by which name a payment is found."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import Absent, PaymentIntent, Pending, Started
from eats_desktop.payments import toss
from eats_desktop.payments.keys import TossKey
from eats_desktop.payments.toss import TossAccess, TossGateway
from eats_desktop.payments.ways import PaymentWays, WaySettings
from tests.helpers.listings import at
from tests.helpers.provider_double import KEY, provider

PROVIDER = WaySettings(toss=True, toss_return_url="https://shop.example/paid")
RELAY = replace(PROVIDER, toss_url="https://pay.shop.example", toss_return_url="")
INTENT = PaymentIntent("eats-order-1", 12900, "콩마을 두부 300g", "a" * 32)


def ways(settings, key=KEY):
    keys = TossKey({"EATS_TOSS_KEY": key})
    return PaymentWays(lambda: settings, keys, None, {}, ManualClock(at(12)), lambda work: work())


@pytest.fixture(autouse=True)
def _no_keyring():
    with patch("eats_desktop.payments.keys._read", return_value=None):
        yield


def access(settings):
    """What an adapter is made with."""
    made = []
    with patch.object(toss, "TossGateway", lambda given, _clock: made.append(given)):
        ways(settings).gateway(PaymentWay.TOSS)
    return made[0]


def test_only_what_is_switched_on_and_set_up_is_offered():
    assert ways(WaySettings()).offered() == ()
    everything = replace(PROVIDER, counter=True, demo=True)
    assert ways(everything).offered() == (PaymentWay.COUNTER, PaymentWay.TOSS, PaymentWay.DEMO)
    assert ways(PROVIDER, key="").toss_problem() == "결제 열쇠가 없어요"
    assert "return_url" in ways(replace(PROVIDER, toss_return_url="")).toss_problem()
    assert ways(RELAY, key="").offered() == (PaymentWay.TOSS,)


def test_the_merchants_key_goes_to_the_provider_and_to_no_relay():
    assert access(PROVIDER).key == KEY
    assert access(RELAY).key is None
    assert access(RELAY).return_url == "https://pay.shop.example/eats/paid"
    assert access(replace(RELAY, toss_url="https://api.tosspayments.com.shop.example")).key is None


def test_other_settings_make_another_adapter():
    given = [PROVIDER]
    found = PaymentWays(
        lambda: given[0], TossKey({"EATS_TOSS_KEY": KEY}), None, {}, ManualClock(at(12)), None
    )
    first = found.gateway(PaymentWay.TOSS)
    assert found.gateway(PaymentWay.TOSS) is first
    given[0] = RELAY
    assert found.gateway(PaymentWay.TOSS) is not first
    found.close()


def test_a_payment_whose_key_is_not_known_there_is_found_by_our_name():
    with provider() as double:
        gateway = TossGateway(
            TossAccess(double.base_url, "https://shop.example/p", KEY), double.clock
        )
        started = gateway.start(INTENT)
        assert isinstance(started, Started)
        for key in (None, started.provider_key, "tpk_of_nobody"):
            assert isinstance(gateway.inquire(replace(INTENT, provider_key=key)), Pending)
        other = replace(INTENT, wire_id="eats-order-2", provider_key="tpk_of_nobody")
        assert gateway.inquire(other) == Absent()
        gateway.close()
