from __future__ import annotations

import pytest

from tests.app.conftest import NOW


def mackerel(command):
    """The food that the demonstration airs most often."""
    found = command("alarm", "preview", "고등어", "--json")
    assert found.code == 0, found.err
    return found.json


def test_a_preview_stores_nothing_and_lists_what_would_ring(mine):
    found = mackerel(mine)
    assert (found["kind"], found["text"], found["food"]) == ("ingredient", "고등어", "고등어")
    assert found["past"] or found["ahead"]
    for match in found["ahead"]:
        assert match["state"] == "upcoming"
        assert match["starts_at"] > NOW.isoformat()
    assert mine("alarm", "list", "--json").json == {"rules": []}


def test_an_alarm_stands_until_it_is_removed(mine):
    ahead = mackerel(mine)["ahead"]
    added = mine("alarm", "add", "고등어", "--max-price", "999999", "--json")
    assert added.code == 0
    assert added.json["highest_price_krw"] == 999999
    assert added.json["is_on"] is True
    assert added.json["created_at"] == NOW.isoformat()
    assert added.json["upcoming"] is not None or not ahead
    assert mine("alarm", "list", "--json").json == {"rules": [added.json]}
    assert mine("alarm", "remove", str(added.json["id"])).code == 0
    assert mine("alarm", "list", "--json").json == {"rules": []}


def test_a_keyword_is_any_piece_of_a_name_on_the_channels_named(mine):
    found = mine("schedule", "--days", "2", "--json").json["broadcasts"]
    item = next(b for b in found if b["state"] == "upcoming" and b["products"])
    word = item["products"][0]["name"].split()[-1]
    number = str(item["channel_no"])
    ahead = mine("alarm", "preview", word, "--keyword", "--channel", number, "--json").json
    assert item["id"] in [match["broadcast"] for match in ahead["ahead"]]
    assert {match["channel_no"] for match in ahead["ahead"]} == {item["channel_no"]}
    assert (ahead["kind"], ahead["channel_nos"]) == ("keyword", [item["channel_no"]])


def test_a_price_that_nothing_costs_finds_nothing(mine):
    found = mine("alarm", "preview", "고등어", "--max-price", "1", "--json").json
    assert (found["past"], found["ahead"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add", ""), 1, "[E-INP-01]"),
        (("add", "뜻모를낱말"), 1, "낱말 알림으로 만들 수 있어요"),
        (("remove", "7"), 1, "[E-INP-02]"),
        (("add", "고등어", "--channel", "9999"), 2, "없는 채널 번호예요: 9999"),
        (("add", "고등어", "--max-price", "0"), 2, "1 이상이어야 해요"),
    ],
)
def test_what_cannot_be_waited_for_is_said(mine, words, code, told):
    done = mine("alarm", *words)
    assert (done.code, done.stdout) == (code, b"")
    assert told in done.err
    assert "Traceback" not in done.err


def test_the_same_alarm_twice_is_refused(mine):
    mine("alarm", "add", "고등어")
    done = mine("alarm", "add", "고등어")
    assert done.code == 1
    assert "[E-INP-03]" in done.err


def test_people_are_told_what_happened(mine):
    assert "알림 조건이 없어요" in mine("alarm", "list").out
    assert "지난 2주에" in mine("alarm", "preview", "고등어").out
    assert "알려 드릴게요: 재료 ‘고등어’ 20,000원 이하" in (
        mine("alarm", "add", "고등어", "--max-price", "20000").out
    )
    assert "[1] 재료 ‘고등어’" in mine("alarm", "list").out
    assert "지웠어요: 고등어" in mine("alarm", "remove", "1").out
