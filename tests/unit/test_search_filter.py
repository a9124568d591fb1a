"""What conditions leave of the hits: time by the state of now, kind, channel."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.viewmodels.search_filter import (
    ChoiceRow,
    Conditions,
    channel_answers,
    chips,
)
from tests.helpers.broadcasts import broadcast
from tests.helpers.listings import at

NOW = at(12)
AIRINGS = {
    "yesterday": broadcast(at(12) - timedelta(days=1)),
    "ended": broadcast(at(9)),
    "live": broadcast(at(11, 30)),
    "soon": broadcast(at(13)),
    "cancelled": broadcast(at(14), cancelled_at=at(10)),
    "tomorrow": broadcast(at(12) + timedelta(days=1)),
}


@pytest.mark.parametrize(
    ("time", "left"),
    [
        ("", list(AIRINGS)),
        ("now", ["live"]),
        ("today", ["ended", "live", "soon", "cancelled"]),
        ("ahead", ["live", "soon", "tomorrow"]),
        ("past", ["yesterday", "ended"]),
    ],
)
def test_a_time_leaves_what_is_then(time, left):
    chosen = Conditions(time=time)
    assert [name for name, b in AIRINGS.items() if chosen.holds_broadcast(b, NOW)] == left


def test_a_channel_leaves_its_own_and_an_unknown_kind_is_neither():
    aired = AIRINGS["live"]
    assert Conditions(channels=frozenset({"hmall"})).holds_broadcast(aired, NOW)
    assert not Conditions(channels=frozenset({"gsshop"})).holds_broadcast(aired, NOW)
    assert not Conditions(kind="ingredient").holds_broadcast(aired, NOW)


def test_channels_stand_once_each_by_number_and_chips_say_what_is_chosen():
    channels = [b.channel for b in AIRINGS.values()]
    chosen = Conditions(frozenset({"hmall"}), time="ahead", price="20000")
    rows = channel_answers(channels, chosen)
    assert rows == [ChoiceRow("hmall", "한가람쇼핑", isOn=True)]
    assert [row.text for row in chips(chosen, rows)] == ["한가람쇼핑", "앞으로", "2만원 이하"]
    assert next(row.text for row in chips(chosen, [])) == "채널 1곳"


@pytest.mark.parametrize("question", ["channels", "time", "kind", "price"])
def test_one_condition_is_taken_back_alone(question):
    chosen = Conditions(frozenset({"hmall"}), "ahead", "prepared", "20000")
    left = chosen.without(question)
    assert not getattr(left, question)
    assert sum(bool(getattr(left, q)) for q in ("channels", "time", "kind", "price")) == 3
