from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from tests.helpers.command_line import CommandLine
from tests.helpers.kitchen import NOW, ordered, put_in_cart
from tests.helpers.storage_builders import opened

BRAISE = "library:mackerel-radish-braise"


@pytest.fixture
def kitchen(tmp_path):
    return CommandLine(tmp_path / "data", None, NOW)


@pytest.fixture
def bought(kitchen):
    """Spring onions ordered three days ago, soy sauce in the cart; the number of the order."""
    with opened(kitchen.data_dir) as databases:
        number = ordered(databases, "국산 대파 1단", NOW - timedelta(days=3))
        put_in_cart(databases, "양조간장 900ml")
    return number


def states(recipe):
    return {one["name"]: one["status"] for one in recipe["ingredients"]}


def test_what_is_put_in_is_listed_until_it_is_taken_out(kitchen):
    added = kitchen("pantry", "add", "두부 1/2모", "--use-by", "2026-12-01", "--json")
    assert added.code == 0
    (item,) = added.json["items"]
    assert (item["name"], item["food"], item["origin"]) == ("두부", "두부", "hand")
    assert item["quantity"] == {"low": 0.5, "high": 0.5, "unit": "모", "text": "½모"}
    assert (item["use_by"], item["order_no"]) == ("2026-12-01", None)
    assert item["suggested_use_by"] > "2026-11-25"
    assert kitchen("pantry", "list", "--json").json == added.json
    assert "두부 ½모 (12월 1일까지)" in kitchen("pantry", "list").out
    assert kitchen("pantry", "remove", "두부").code == 0
    assert kitchen("pantry", "list", "--json").json == {"items": []}
    assert "비어 있어요" in kitchen("pantry", "list").out


def test_an_item_goes_by_its_number_too(kitchen):
    number = kitchen("pantry", "add", "양파 3개", "--json").json["items"][0]["id"]
    kitchen("pantry", "add", "양파 2개")
    assert "뺐어요: 양파" in kitchen("pantry", "remove", str(number)).out
    (left,) = kitchen("pantry", "list", "--json").json["items"]
    assert left["quantity"]["text"] == "2개"


def test_a_paid_order_is_put_in_once(kitchen, bought):
    (item,) = kitchen("pantry", "fill", bought, "--json").json["items"]
    assert (item["name"], item["food"], item["origin"]) == ("국산 대파 1단", "대파", "order")
    assert item["order_no"] == bought
    again = kitchen("pantry", "fill", bought)
    assert again.code == 1
    assert "[E-INP-03]" in again.err
    assert len(kitchen("pantry", "list", "--json").json["items"]) == 1


def test_a_recipe_says_what_is_there_and_what_is_missing(kitchen, bought):
    kitchen("pantry", "add", "마늘 10쪽")
    kitchen("pantry", "add", "삼치 1마리")
    done = kitchen("recipe", BRAISE, "--json")
    assert done.code == 0
    recipe = done.json
    assert (recipe["id"], recipe["servings"], recipe["written_servings"]) == (BRAISE, 3.0, 3)
    lines = {one["name"]: one for one in recipe["ingredients"]}
    assert (lines["대파"]["status"], lines["대파"]["because"]) == ("have", "order")
    assert (lines["대파"]["by"], lines["대파"]["since"]) == ("국산 대파 1단", "2026-11-22")
    assert lines["진간장"]["status"] == "cart"
    assert (lines["무"]["status"], lines["무"]["because"], lines["무"]["by"]) == (
        "missing",
        None,
        None,
    )
    assert (lines["물"]["status"], lines["물"]["because"]) == ("have", "water")
    garlic = next(one for one in recipe["ingredients"] if one["food"] == "다진마늘")
    assert (garlic["status"], garlic["stands_in"]) == ("have", False)
    assert (lines["고등어"]["status"], lines["고등어"]["stands_in"]) == ("have", True)
    assert {"고등어", "대두", "밀"} <= set(recipe["allergens"])
    assert recipe["steps"][0]["text"]
    text = kitchen("recipe", BRAISE).out
    assert "보유\t고등어 2마리 ← 삼치" in text
    assert "장바구니\t진간장 4큰술" in text
    assert "미보유\t무 400g" in text


def test_an_order_eight_days_old_no_longer_counts(kitchen):
    with opened(kitchen.data_dir) as databases:
        ordered(databases, "국산 대파 1단", NOW - timedelta(days=8))
    kitchen("pantry", "add", "양파 3개")
    assert states(kitchen("recipe", BRAISE, "--json").json)["대파"] == "missing"


def test_a_recipe_is_shown_for_other_servings(kitchen):
    recipe = kitchen("recipe", BRAISE, "--servings", "4", "--json").json
    assert (recipe["servings"], recipe["written_servings"]) == (4.0, 3)
    amounts = {one["name"]: one["quantity"] for one in recipe["ingredients"]}
    assert amounts["무"]["text"] == "약 533g"
    assert amounts["진간장"]["text"] == "5와 1/3큰술"
    assert "4인분" in kitchen("recipe", BRAISE, "--servings", "4").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["recipe", "library:no-such-dish"], 1, "REC-01"),
        (["recipe", "nonsense"], 1, "INP-01"),
        (["recipe", BRAISE, "--servings", "0"], 2, "1"),
        (["pantry", "remove", "두부"], 1, "INP-02"),
        (["pantry", "add", " "], 1, "INP-01"),
        (["pantry", "add", "두부", "--use-by", "soon"], 2, "날짜"),
        (["pantry", "fill", "20261125-0001"], 1, "INP-02"),
        (["shopping", "remove", "두부"], 1, "INP-02"),
    ],
)
def test_what_cannot_be_done_is_said(kitchen, words, code, said):
    done = kitchen(*words)
    assert (done.code, done.stdout) == (code, b"")
    assert said in done.err
    assert "Traceback" not in done.err


def test_the_shopping_list_is_what_is_missing_and_what_is_written(kitchen, bought):
    assert kitchen("shopping", "recipe", BRAISE, "--servings", "6").code == 0
    kitchen("shopping", "add", "무 100g", "화장지 1개")
    entries = {one["name"]: one for one in kitchen("shopping", "list", "--json").json["entries"]}
    assert "대파" not in entries
    assert "진간장" not in entries
    assert entries["무"]["text"] == "900g"
    assert [line["recipe"] for line in entries["무"]["lines"]] == [BRAISE, None]
    assert entries["화장지"]["food"] is None
    assert "[ ] 무 900g (고등어 무조림)" in kitchen("shopping", "list").out
    kitchen("shopping", "check", "무")
    assert "[x] 무 900g (고등어 무조림)" in kitchen("shopping", "list").out
    kitchen("shopping", "clear")
    assert "무 900g" not in kitchen("shopping", "list").out
    kitchen("shopping", "remove", "화장지")
    assert "화장지" not in kitchen("shopping", "list").out


def test_an_amount_in_words_is_held_against_a_line(kitchen):
    box = Container.open(kitchen.data_dir, None, ManualClock(NOW))
    try:
        pork = box.recipes.parser.line("삼겹살 200g")
        assert box.recipes.fit(pork, "140g") == Fraction(7, 10)
        assert box.recipes.fit(pork, "1kg") == 5
        assert box.recipes.fit(pork, "조금") is None
        assert box.recipes.fit(pork, "2포기") is None
    finally:
        box.close()
