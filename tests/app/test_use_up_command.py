"""recipes --have: plans as one document and as text, and what is refused."""

from __future__ import annotations

import pytest

HAVE = "삼겹살 600g, 김치 1/4포기"


def plans(command, have, *words):
    return command("recipes", "--have", have, *words, "--json").json["plans"]


def test_plans_have_the_public_fields(fetched):
    found = fetched("recipes", "--have", HAVE, "--json").json
    assert list(found) == ["stock", "plans"]
    assert found["stock"] == [
        {"text": "삼겹살 600g", "ingredient": "삼겹살", "amount": 600, "unit": "g"},
        {"text": "김치 1/4포기", "ingredient": "김치", "amount": 0.25, "unit": "포기"},
    ]
    assert len(found["plans"]) == 3
    for plan in found["plans"]:
        assert list(plan) == ["recipes", "used_share", "left"]
        assert 0 < plan["used_share"] <= 1
        for recipe in plan["recipes"]:
            assert list(recipe) == ["id", "title", "uses", "missing"]
        for amount in [*plan["left"], *(one for r in plan["recipes"] for one in r["uses"])]:
            assert list(amount) == ["ingredient", "amount", "unit"]


def test_what_is_used_and_what_is_left_are_what_was_there(fetched):
    for plan in plans(fetched, HAVE):
        told = [*plan["left"], *(one for r in plan["recipes"] for one in r["uses"])]
        of_pork = [one["amount"] for one in told if one["ingredient"] == "삼겹살"]
        assert sum(of_pork) == pytest.approx(600, abs=0.01)


def test_plans_share_no_recipe_and_the_order_of_the_stock_is_no_matter(fetched):
    found = plans(fetched, HAVE)
    keys = [recipe["id"] for plan in found for recipe in plan["recipes"]]
    assert len(keys) == len(set(keys))
    assert plans(fetched, "김치 1/4포기, 삼겹살 600g") == found


def test_as_many_plans_as_asked_of_as_many_recipes_as_asked(fetched):
    (plan,) = plans(fetched, HAVE, "--plans", "1", "--limit", "1")
    assert len(plan["recipes"]) == 1


def test_a_food_nobody_knows_is_told_with_what_it_may_mean(fetched):
    done = fetched("recipes", "--have", "감쟈 500g, 두부 1모", "--json")
    assert done.code == 0
    assert done.json["stock"][0] == {
        "text": "감쟈 500g", "ingredient": None, "amount": 500, "unit": "g"
    }  # fmt: skip
    assert "감쟈 500g (혹시 감자?)" in done.err


def test_a_plan_is_told_in_words(fetched):
    out = fetched("recipes", "--have", "두부 1모").out
    assert "조합 1/3: 남은 재료의 100%를 써요." in out
    assert "쓰는 것: 두부 1모" in out
    assert "남는 것: 없어요" in out


@pytest.mark.parametrize("have", ["감자 0g", "감자 -1개", "500g", "감자 3박스", ",", ""])
def test_an_amount_that_is_none_is_refused_with_a_code(fetched, have):
    done = fetched("recipes", "--have", have)
    assert (done.code, done.out) == (1, "")
    assert done.err.strip().endswith("[E-INP-01]")


def test_the_shipped_recipes_are_there_before_anything_was_fetched(fresh):
    assert plans(fresh, "두부 1모", "--plans", "1")
