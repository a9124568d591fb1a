"""Every layout of recipe files is known by itself and read in full."""

from __future__ import annotations

import json

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.sources.recipes.bel_fields import bel_items, has_fields
from tests.helpers.importing import Importing, crawled_csv, open_csv, open_row, replies
from tests.helpers.storage_builders import opened

BASIC = {
    "recipe_code": 31,
    "recipe": "무굴밥",
    "introduce": "겨울 밥",
    "class": "밥",
    "time": "40분",
    "serving": "4인분",
    "difficulty": "보통",
    "imageURL": "http://kitchen.example/31.jpg",
    "detailURL": "http://kitchen.example/31",
}
PARTS = [
    {"recipe": "무굴밥", "name": "무", "amount": "200g", "recipe_code": 31},
    {"recipe": "무굴밥", "name": "굴", "amount": float("nan"), "recipe_code": 31},
    {"recipe": "무굴밥", "name": "쌀", "amount": "2컵", "recipe_code": 31},
]
STEPS = [
    {"recipe_code": 31, "order_num": 2, "detail": "밥을 짓는다.", "imageURL": " ", "tip": " "},
    {"recipe_code": 31, "order_num": 1, "detail": "무를 썬다.", "imageURL": " ", "tip": "굵게"},
]
OFFICIAL = (
    {"RECIPE_ID": 31, "RECIPE_NM_KO": "무굴밥", "QNT": "4인분", "COOKING_TIME": "40분"},
    {"RECIPE_ID": 31, "IRDNT_SN": 1, "IRDNT_NM": "무", "IRDNT_CPCTY": "200g"},
    {"RECIPE_ID": 31, "COOKING_NO": 1, "COOKING_DC": "무를 썬다."},
)


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "data") as databases:
        yield databases.recipes


@pytest.fixture
def imported(store, parser, tmp_path):
    return Importing(store, parser, tmp_path)


def lines(recipe):
    return [(line.name, line.quantity and (line.quantity.low, line.quantity.unit), line.group)
            for line in recipe.ingredients]  # fmt: skip


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize(
    "text",
    [
        "[재료] 두부 1모| 대파 1/2대 [양념] 간장 2큰술",
        "[재료] 두부 1모\a대파 1/2대\a[양념] 간장 2큰술",
        "[재료] 두부\a1\a모\a| 대파\a1/2\a대\a| \a\a\a [양념] 간장\a2\a큰술\a| \a\a\a",
    ],
    ids=["bars", "bel between lines", "bel between fields"],
)
def test_open_data_is_read_in_every_writing(imported, store, text, encoding, packed):
    count = imported(open_csv(open_row(9000001, text)), encoding=encoding, packed=packed)
    assert (count.read, count.inserted, dict(count.bad)) == (1, 1, {})
    found = store.find(RecipeKey("10000recipe", "9000001"))
    assert (found.dish, found.minutes, found.servings, found.popularity) == ("두부조림", 30, 2, 321)
    assert [(line.name, line.group) for line in found.ingredients] == [
        ("두부", "재료"),
        ("대파", "재료"),
        ("간장", "양념"),
    ]


BEL_FIELDS = [
    ("청어\a4\a마리\a", [("청어", "4마리", None)]),
    (
        "[재료] 밀가루\a\a조금\a| 소금\a\a\a약간",
        [("밀가루", "조금", "재료"), ("소금", "약간", "재료")],
    ),
    ("어묵\a2\a개\a|김밥용김\a3\a장\a", [("어묵", "2개", None), ("김밥용김", "3장", None)]),
    ("두부[찌개용]\a1\a모\a|무\a1\a\a", [("두부[찌개용]", "1모", None), ("무", "1", None)]),
    (
        "감자\a1\a/4개\a| 달걀\a한\a개\a왕란",
        [("감자", "1/4개", None), ("달걀", "한 개 (왕란)", None)],
    ),
    ("파\a1\a대\a송송 [양념] 깨\a2\aT\a|", [("파", "1대 (송송)", None), ("깨", "2T", "양념")]),
    ("\a\a\a| \u200b\a\a\a [양념]  깨\u00a0가루\a\a\a|", [("깨 가루", "", "양념")]),
    ("새우 5개| 무\a1\a개\a", [("새우 5개", "", None), ("무", "1개", None)]),
    ("\a\a\a|\a\a\a", []),
]


@pytest.mark.parametrize(("text", "items"), BEL_FIELDS)
def test_fields_between_bel_keep_their_places(text, items):
    assert has_fields(text)
    assert list(bel_items(text)) == items


def test_fields_are_read_as_amounts_notes_and_vague_words(imported, store):
    text = "[재료] 달걀\a한\a개\a왕란| 밀가루\a\a조금\a| 대파\a1/2\a대\a송송| 새우 5개"
    imported(open_csv(open_row(9000001, text)))
    egg, flour, leek, shrimp = store.find(RecipeKey("10000recipe", "9000001")).ingredients
    assert (egg.quantity.low, egg.quantity.unit, egg.note) == (1, "개", "왕란")
    assert (flour.quantity, flour.vague) == (None, "조금")
    assert (str(leek.quantity.low), leek.quantity.unit, leek.note) == ("1/2", "대", "송송")
    assert (shrimp.name, shrimp.quantity.low, shrimp.group) == ("새우", 5, "재료")


def test_a_row_of_empty_fields_has_no_ingredients(imported):
    assert dict(imported(open_csv(open_row(1, "\a\a\a| \a\a\a"))).bad) == {"재료가 없어요": 1}


def test_a_file_with_a_few_broken_letters_is_read(imported, store):
    rows = open_csv(*(open_row(n, "두부 1모") for n in range(60)), open_row(99, "두부 2모"))
    torn = rows.encode("cp949")[:-30] + b"\xff" + rows.encode("cp949")[-30:]
    assert imported(torn).inserted == 61
    assert store.find(RecipeKey("10000recipe", "5")).dish == "두부조림"


@pytest.mark.parametrize("form", ["auto", "mangae"])
def test_the_layout_with_korean_columns_is_read(imported, store, form):
    assert imported(crawled_csv({}), form=form).inserted == 1
    found = store.find(RecipeKey("mangae", "7"))
    assert (found.title, found.dish) == ("달밤 두부조림", "두부조림")
    assert (found.category, found.occasion, found.method) == ("밑반찬", "일상", "조림")
    assert (found.servings, found.minutes, found.difficulty) == (2, 30, "초급")
    assert (found.popularity, found.image_url) == (12345, "https://kitchen.example/7.jpg")
    assert [step.text for step in found.steps] == ["두부를 굽는다.", "'졸인다'"]
    tofu, garlic, salt = found.ingredients
    assert (tofu.text, tofu.food, tofu.quantity.unit) == ("두부 1모", "두부", "모")
    assert (garlic.name, garlic.forms, garlic.amount_at) == ("마늘", ("다진",), 6)
    assert (salt.text, salt.quantity) == ("소금", None)


def test_facts_the_row_lacks_stay_unknown(imported, store):
    bare = dict.fromkeys(("종류별", "조회수", "조리시간", "난이도", "인분", "조리순서"), "")
    imported(crawled_csv({**bare, "레시피이름": ""}))
    found = store.find(RecipeKey("mangae", "7"))
    assert (found.dish, found.steps, found.popularity) == ("달밤 두부조림", (), 0)
    assert {found.category, found.minutes, found.difficulty, found.servings} == {None}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"재료": "[]"}, "재료가 없어요"),
        ({"재료": "[('', '1개')]"}, "재료가 없어요"),
        ({"재료": "[('두부', '1모'"}, "재료를 읽지 못했어요"),
        ({"재료": "[('두부',)]"}, "재료를 읽지 못했어요"),
        ({"재료": "__import__('os')"}, "재료를 읽지 못했어요"),
        ({"재료": "[" * 5000}, "재료를 읽지 못했어요"),
        ({"조리순서": "{'a': 1}"}, "조리 순서를 읽지 못했어요"),
        ({"index": "x"}, "레시피 번호가 없어요"),
        ({"글 제목": "", "레시피이름": " "}, "제목이 없어요"),
    ],
)
def test_a_row_of_that_layout_no_recipe_can_be_made_of_is_told(imported, change, reason):
    assert dict(imported(crawled_csv(change)).bad) == {reason: 1}


def test_a_saved_reply_of_the_public_service_is_read(imported, store):
    count = imported(replies({}, {"RCP_SEQ": ""}))
    assert (count.inserted, dict(count.bad)) == (1, {"레시피 번호가 없어요": 1})
    found = store.find(RecipeKey("cookrcp01", "90001"))
    assert [step.text for step in found.steps] == ["봄동을 씻는다.", "고루 무친다."]
    assert (found.minutes, found.servings, found.tips) == (None, None, ("소금을 덜 써요.",))
    assert [line.name for line in found.ingredients] == ["봄동", "고춧가루"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_three_public_tables_are_joined_in_any_order(imported, store, order):
    tables = [json.dumps(one, ensure_ascii=False) for one in ([BASIC], PARTS, STEPS)]
    assert imported(*(tables[n] for n in order)).inserted == 1
    found = store.find(RecipeKey("mafra", "31"))
    assert (found.title, found.category, found.difficulty) == ("무굴밥", "밥", "보통")
    assert (found.servings, found.minutes) == (4, 40)
    assert found.source_url == "http://kitchen.example/31"
    assert lines(found) == [("무", (200, "g"), None), ("굴", None, None), ("쌀", (2, "컵"), None)]
    assert [step.text for step in found.steps] == ["무를 썬다.", "밥을 짓는다."]
    assert found.tips == ("굵게",)


def test_the_tables_with_the_names_of_the_service_are_read(imported, store):
    assert imported(*(json.dumps({"Grid_1": {"row": [one]}}) for one in OFFICIAL)).inserted == 1
    assert store.find(RecipeKey("mafra", "31")).minutes == 40


def test_recipes_and_rows_that_find_no_partner_are_told(imported):
    other = {**BASIC, "recipe_code": 32, "recipe": "굴전"}
    stray = {**STEPS[0], "recipe_code": 33}
    count = imported(json.dumps([BASIC, other]), json.dumps(PARTS), json.dumps([*STEPS, stray]))
    assert (count.read, count.inserted) == (3, 1)
    assert imported.told == [
        ("2", "32", "재료가 없어요"),
        ("3", "33", "기본 정보에 없는 레시피의 재료나 과정이에요"),
    ]


def test_a_table_that_is_missing_or_given_twice_is_named(imported):
    with pytest.raises(InputError, match="재료 정보"):
        imported(json.dumps([BASIC]), json.dumps(STEPS))
    with pytest.raises(InputError, match="두 개"):
        imported(json.dumps([BASIC]), json.dumps([BASIC]))
