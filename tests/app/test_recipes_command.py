from __future__ import annotations

import pytest

from eats_desktop.domain.stored_recipe import LIBRARY

FIELDS = ["id", "title", "dish", "score", "minutes", "servings", "coverage", "missing", "url"]


def asked(fetched, *words):
    return fetched("recipes", *words, "--json").json["recipes"]


@pytest.mark.parametrize("words", [("--name", "김치찌개"), ("--with", "두부,대파")])
def test_recipes_have_the_public_fields(fetched, words):
    found = asked(fetched, *words)
    assert found
    for recipe in found:
        assert list(recipe) == FIELDS
        source, _, recipe_id = recipe["id"].partition(":")
        assert (source, bool(recipe_id)) == (LIBRARY, True)
        assert 0 <= recipe["score"] <= 1
        assert recipe["minutes"] > 0
        assert recipe["servings"] > 0


def test_by_name_the_dish_stands_first_and_nothing_is_said_of_ingredients(fetched):
    found = asked(fetched, "--name", "김치찌개")
    assert found[0]["dish"] == "김치찌개"
    assert {recipe["coverage"] for recipe in found} == {None}
    assert all(recipe["missing"] == [] for recipe in found)


def test_with_foods_each_recipe_tells_what_is_covered_and_missing(fetched):
    found = asked(fetched, "--with", "두부,대파,간장")
    scores = [recipe["score"] for recipe in found]
    assert scores == sorted(scores, reverse=True)
    for recipe in found:
        assert 0 < recipe["coverage"] <= 1
        assert not {"두부", "대파", "간장"} & set(recipe["missing"])


def test_the_order_of_the_foods_changes_nothing(fetched):
    assert asked(fetched, "--with", "두부,대파,김치") == asked(
        fetched, "--with", " 김치,두부 , 대파"
    )


def test_no_more_recipes_than_the_limit_and_a_shorter_list_is_the_beginning(fetched):
    assert asked(fetched, "--with", "두부", "--limit", "3") == asked(fetched, "--with", "두부")[:3]


def test_for_people_each_line_ends_with_the_id(fetched):
    lines = fetched("recipes", "--with", "두부", "--limit", "2").out.splitlines()
    assert len(lines) == 2
    assert all(f"{LIBRARY}:" in line.split()[-1] for line in lines)


def test_a_correction_and_an_unknown_food_are_told(fetched):
    assert "“김치찌개” 검색" in fetched("recipes", "--name", "김차찌개").out
    assert "모르는 재료예요: 콰르르" in fetched("recipes", "--with", "두부,콰르르").out


def test_nothing_found_is_no_failure(fetched):
    done = fetched("recipes", "--with", "콰르르", "--json")
    assert (done.code, done.json) == (0, {"recipes": []})


@pytest.mark.parametrize("words", [(), ("--name", "김치", "--with", "두부"), ("--limit", "0")])
def test_wrong_usage_is_told(fetched, words):
    assert fetched("recipes", *words).code == 2


@pytest.mark.parametrize("words", [("--name", " "), ("--with", " , ")])
def test_nothing_typed_is_a_foreseen_failure(fetched, words):
    done = fetched("recipes", *words)
    assert done.code == 1
    assert "[E-" in done.err


@pytest.mark.parametrize("words", [("--name", "김치찌개"), ("--with", "두부,대파")])
def test_before_the_first_synchronisation_what_ships_is_found(fresh, words):
    assert asked(fresh, *words)


@pytest.mark.parametrize("words", [("--name", "두부조림"), ("--with", "두부"), ("--have", "두부")])
def test_bounds_leave_out_and_an_unknown_one_is_refused_with_its_code(fetched, words):
    done = fetched("recipes", *words, "--allergen", "대두, 견과", "--json")
    assert done.code == 1
    assert "REC-02" in done.err
    assert "모르는 알레르기 이름이에요: 견과" in done.err
    assert "호두" in done.err
    assert "뺄 수 없어요: 쾌르릅" in fetched("recipes", *words, "--without", "쾌르릅").err


def test_with_an_allergen_the_recipes_that_hold_it_are_left_out(fetched):
    assert asked(fetched, "--name", "두부조림", "--allergen", "대두", "--limit", "50") == []
    kept = asked(fetched, "--with", "두부", "--without", "대파", "--limit", "50")
    assert kept
    assert all("대파" not in one["missing"] for one in kept)
