"""Payments from the command line: in play, at the counter, and what doctor and reconcile say."""

from __future__ import annotations

import signal

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from tests.app.test_cart_command import lines, mall

__all__ = ["mall"]
PIN = b"482915\n"
KEY = "test_sk_never_shown_anywhere"


@pytest.fixture(autouse=True)
def _demo_and_counter(monkeypatch):
    monkeypatch.setenv("EATS_CHECKOUT__DEMO", "true")
    monkeypatch.setenv("EATS_CHECKOUT__COUNTER", "true")
    for name in ("EATS_PAY", "EATS_TOSS_KEY", "EATS_CRASH_AT"):
        monkeypatch.delenv(name, raising=False)


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    found = Ring()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def ordered(command, product, way="demo"):
    assert command("cart", "add", product).code == 0
    return command("order", "create-from-cart", "--way", way, "--json").json


def state(command, order):
    return command("order", "show", order["order_no"], "--json").json["state"]


def check(command):
    return next(c for c in command("doctor", "--json").json["checks"] if c["name"] == "payment")


def test_an_order_is_paid_in_play_shown_and_given_back(mine, mall, monkeypatch):
    mine("cart", "add", mall[0])
    with monkeypatch.context() as full:
        full.setenv("EATS_DISK_FREE_MB", "0")
        assert "[E-DB-03]" in mine("order", "create-from-cart", "--way", "demo").err
    assert mine("order", "list", "--json").json == {"orders": []}
    mine("cart", "clear")
    order = ordered(mine, mall[0])
    assert (order["state"], order["payment"]["state"]) == ("payment_requested", "created")
    assert [line["product"] for line in lines(mine)] == [mall[0]]
    refused = mine("order", "create-from-cart", "--way", "demo")
    assert (refused.code, "[E-PAY-03]" in refused.err) == (1, True)
    done = mine("order", "pay", order["order_no"], "--json")
    assert (done.code, done.json["state"], done.json["payment"]["state"]) == (0, "paid", "paid")
    assert done.json["payment"]["charged_krw"] == order["total_krw"]
    assert lines(mine) == []
    assert "결제 완료" in mine("order", "pay", order["order_no"]).out
    back = mine("order", "refund", order["order_no"], "--json")
    assert (back.code, back.json["state"]) == (0, "refunded")
    assert mine("order", "refund", order["order_no"]).code == 1


def test_a_refused_payment_leaves_the_cart_and_says_why(mine, mall, monkeypatch):
    monkeypatch.setenv("EATS_PAY", "decline")
    order = ordered(mine, mall[0])
    done = mine("order", "pay", order["order_no"])
    assert (done.code, "카드사에서 거절했어요" in done.out) == (1, True)
    assert state(mine, order) == "cancelled"
    assert [line["product"] for line in lines(mine)] == [mall[0]]
    again = ordered(mine, mall[0])
    cancelled = mine("order", "cancel", again["order_no"], "--json").json
    assert (cancelled["state"], cancelled["payment"]["state"]) == ("cancelled", "cancelled")
    monkeypatch.setenv("EATS_PAY", "sometimes")
    order = ordered(mine, mall[0])
    assert "[E-INP-01]" in mine("order", "pay", order["order_no"]).err


def test_a_program_killed_while_paying_is_taken_up_by_reconcile(mine, mall, monkeypatch):
    """Seeds 15, 16; J08 from the command line."""
    monkeypatch.setenv("EATS_CHECKOUT__COUNTER", "false")
    order = ordered(mine, mall[0])
    monkeypatch.setenv("EATS_PAY", "crash_after_request")
    killed = mine.apart("order", "pay", order["order_no"])
    assert killed.code == -signal.SIGKILL
    assert state(mine, order) == "payment_requested"
    monkeypatch.setenv("EATS_PAY", "lost")
    unsure = mine("order", "pay", order["order_no"], "--wait", "0")
    assert (unsure.code, "다시 결제하지 마세요" in unsure.err) == (1, True)
    found = mine("reconcile", "--json")
    assert found.code == 1
    assert [p["state"] for p in found.json["unresolved"]] == ["unknown"]
    assert check(mine)["remedy"] == "eats-desktop reconcile"
    monkeypatch.setenv("EATS_PAY", "ok")
    found = mine("reconcile", "--json")
    assert (found.code, found.json["clean"]) == (0, True)
    assert [p["order_no"] for p in found.json["settled"]] == [order["order_no"]]
    assert (state(mine, order), lines(mine)) == ("paid", [])
    assert "풀리지 않은 결제가 없어요" in mine("reconcile").out


def test_the_counter_needs_the_staffs_pin(mine, mall):
    order = ordered(mine, mall[0], "counter")
    number = order["order_no"]
    refused = mine("order", "confirm", number, stdin=PIN)
    assert (refused.code, "staff-pin set" in refused.err) == (1, True)
    assert not check(mine)["ok"]
    assert mine("staff-pin", "set", stdin=b"12\n").code == 1
    assert mine("staff-pin", "set", stdin=PIN).code == 0
    assert check(mine)["ok"]
    assert "[E-USR-01]" in mine("order", "confirm", number, stdin=b"000000\n").err
    assert state(mine, order) == "received"
    assert mine("order", "confirm", number, "--json", stdin=PIN).json["state"] == "paid"
    assert mine("order", "confirm", number, stdin=PIN).code == 1
    assert mine("order", "refund", number, "--json").json["state"] == "refund_requested"
    assert "직원이 살펴야 해요" in mine("reconcile").out
    assert mine("order", "pay-back", number, "--json", stdin=PIN).json["state"] == "refunded"
    assert mine("staff-pin", "set", stdin=b"111111\n135790\n").code == 1
    assert mine("staff-pin", "remove", stdin=PIN).code == 0


def test_the_merchants_key_lies_in_the_keyring_and_is_never_shown(mine, mall, ring, monkeypatch):
    monkeypatch.setenv("EATS_CHECKOUT__TOSS__ENABLED", "true")
    monkeypatch.setenv("EATS_CHECKOUT__TOSS__RETURN_URL", "https://shop.example/paid")
    assert "결제 열쇠가 없어요" in check(mine)["detail"]
    assert "toss" not in check(mine)["detail"].split(";")[0]
    assert mine("toss-key", "set", stdin=KEY.encode() + b"\n").code == 0
    assert list(ring.kept.values()) == [KEY]
    found = check(mine)
    assert (found["ok"], "toss" in found["detail"]) == (False, True)
    shown = mine("--verbose", "doctor")
    assert KEY not in shown.out + shown.err
    for path in mine.data_dir.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()
    assert mine("toss-key", "remove").code == 0
    assert ring.kept == {}
    assert mine("toss-key", "remove").code == 0


def test_an_address_that_gives_the_key_away_is_refused(mine, monkeypatch):
    for address in ("http://pay.example", "https://user:key@pay.example", "ftp://pay.example"):
        monkeypatch.setenv("EATS_CHECKOUT__TOSS__BASE_URL", address)
        refused = mine("order", "list")
        assert (refused.code, "checkout.toss.base_url" in refused.err) == (1, True)
