"""Which documents are found, in which order, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.search import SearchFilter, Section, Tier
from tests.helpers.searching import document, grams, searching

FOODS = """
category = "채소"
["파"]
kind = "ingredient"
"대파" = { also = "파 굵은파", sorts = "움파" }
["감귤"]
kind = "ingredient"
"감귤" = { also = "귤" }
"한라봉" = { is = "감귤" }
["과자"]
kind = "prepared"
"파이" = {}
["김치"]
kind = "prepared"
"김치" = { sorts = "배추김치" }
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    folder = tmp_path_factory.mktemp("food")
    (folder / "food.toml").write_text(FOODS, encoding="utf-8")
    return FoodLexicon.load(folder)


@pytest.fixture
def shop(tmp_path, lexicon):
    with searching(tmp_path, lexicon=lexicon) as found:
        yield found


def test_whole_words_stand_before_beginnings_before_insides(shop):
    shop.put(*map(document, ("생고등어살", "고등어구이", "노릇한 고등어")))
    answers = shop.answers("고등어")
    assert [(a.document.title, a.tier) for a in answers] == [
        ("노릇한 고등어", Tier.EXACT),
        ("고등어구이", Tier.PREFIX),
        ("생고등어살", Tier.INSIDE),
    ]


def test_the_same_food_in_other_words_comes_after_the_words_themselves(shop):
    shop.put(
        document("제주 한라봉", concepts=("한라봉", "감귤")),
        document("햇감귤 한 상자", concepts=("감귤",)),
        document("노지 귤"),
    )
    assert shop.titles("귤") == ["노지 귤", "햇감귤 한 상자", "제주 한라봉"]
    assert shop.answers("귤")[-1].why == ("같은 식품 “감귤”",)


def test_one_syllable_does_not_drown_in_longer_words(shop):
    pies = [document(f"파이 {n}호", concepts=("파이",)) for n in range(30)]
    shop.put(*pies, document("손질 대파", concepts=("대파",)), document("파 한 단"))
    assert shop.titles("파")[:2] == ["파 한 단", "손질 대파"]


def test_blanks_make_no_difference(shop):
    shop.put(document("돼지 고기"), document("수육용 돼지고기"))
    for query in ("돼지고기", "돼지 고기"):
        assert set(shop.titles(query)) == {"돼지 고기", "수육용 돼지고기"}


def test_syllables_of_two_words_are_no_word(shop):
    shop.put(document("된장국 수제비"))
    assert shop.titles("국수") == []


@pytest.mark.parametrize(
    ("query", "title", "tier"),
    [
        ("ㄱㅊㅉㄱ", "김치찌개", Tier.EXACT),
        ("ㄱㅊ", "김치찌개", Tier.PREFIX),
        ("ㅊㅉㄱ", "김치찌개", Tier.INSIDE),
        ("ㄳㅁㅇ", "감사 모임 과일", Tier.EXACT),
        ("ㄳㅇ", "감사 모임 과일", None),
        ("김ㅊ", "김치찌개", Tier.PREFIX),
        ("매운 ㄱㅊ", "매운 김치찌개", Tier.PREFIX),
    ],
)
def test_first_sounds_and_unfinished_syllables(shop, query, title, tier):
    shop.put(document(title))
    assert [answer.tier for answer in shop.answers(query)] == ([] if tier is None else [tier])


@pytest.mark.parametrize(
    ("query", "corrected"),
    [("rlaclWlro", "김치찌개"), ("김치찌게", "김치찌개"), ("ㅔㅑㅋㅋㅁ", "pizza")],
)
def test_another_reading_is_told(shop, query, corrected):
    shop.put(document("김치찌개"), document("pizza 도우"))
    found = shop.find(query)
    assert found.corrected == corrected
    (answer,) = found.answers[Section.PRODUCTS]
    assert answer.why[0].startswith(f"“{corrected}”")


def test_what_was_typed_is_never_replaced_where_it_has_hits(shop):
    shop.put(document("육계장 한 그릇"), *(document(f"육개장 {n}인분") for n in range(5)))
    found = shop.find("육계장")
    assert found.corrected is None
    titles = [answer.document.title for answer in found.answers[Section.PRODUCTS]]
    assert titles[0] == "육계장 한 그릇"
    assert len(titles) == 6


def test_brands_and_ingredients_are_searched_behind_titles(shop):
    shop.put(
        document("왕만두", words=("들녘집",)),
        document("들녘집 잔치"),
        document("두부전", "recipe", words=("두부", "당근")),
    )
    assert shop.titles("들녘집") == ["들녘집 잔치", "왕만두"]
    assert shop.titles("들녘집 왕만두") == ["왕만두"]
    (recipe,) = shop.answers("당근", section=Section.RECIPES)
    assert recipe.why == ("재료에 “당근”",)


@pytest.mark.parametrize("sign", ["%", "_", "*", '"', "'", "(", "\\", "?", "^", "-"])
def test_signs_are_plain_characters(shop, sign):
    shop.put(document(f"사과 50{sign} 담음"), document("사과 50개 담음"))
    assert shop.titles(sign) == [f"사과 50{sign} 담음"]


@pytest.mark.parametrize(
    "query",
    [
        "a OR b",
        "joined:김치",
        "{joined} : x",
        "NEAR(김치 찌개)",
        '"',
        "김치*",
        "rowid",
        "-김치",
        "^김치",
        "\0",
    ],
)
def test_no_query_reaches_the_index_as_a_command(shop, query):
    shop.put(document("김치찌개"))
    shop.find(query)


def test_an_amount_narrows_to_what_holds_it(shop):
    shop.put(
        document("햅쌀", item="1", amount=grams(10000)),
        document("햅쌀", item="2", amount=grams(20000)),
        document("햅쌀 10kg 자루", item="3"),
    )
    assert [a.document.key.item for a in shop.answers("햅쌀 10kg")] == ["1"]
    assert [a.document.key.item for a in shop.answers("자루 10kg")] == ["3"]


def test_filters_narrow(shop):
    rice = document("햅쌀", category="곡물", amount=grams(10000), concepts=("쌀",))
    soup = document("햅쌀 미음", category="죽", ingredients=("쌀",))
    shop.put(rice, soup, document("햅쌀 과자", category="과자"))
    cases = {
        SearchFilter(category="죽"): ["햅쌀 미음"],
        SearchFilter(ingredient="쌀"): ["햅쌀", "햅쌀 미음"],
        SearchFilter(least=grams(5000)): ["햅쌀"],
        SearchFilter(most=grams(5000)): [],
    }
    for narrowed, titles in cases.items():
        assert shop.titles("햅쌀", narrowed=narrowed) == titles


def test_a_document_indexed_again_takes_its_own_place(shop):
    first = document("햅쌀", item="1")
    shop.put(first)
    shop.put(replace(first, title="무화과"))
    assert shop.titles("햅쌀") == []
    assert shop.titles("무화과") == ["무화과"]
    assert shop.vocabulary().count("햅쌀") == 0


def test_a_deleted_document_is_gone_with_its_words(shop):
    gone = document("무화과 잼", words=("들녘집",), concepts=("잼",))
    shop.put(gone, document("딸기 잼", concepts=("잼",)))
    shop.index.delete_documents([gone.key, gone.key])
    assert shop.titles("무화과") == shop.titles("들녘집") == []
    assert shop.titles("잼") == ["딸기 잼"]
    assert "무화과" not in shop.vocabulary()
    assert shop.vocabulary().count("잼") == 0  # one syllable is no term


def test_the_order_is_always_the_same(shop):
    shop.put(*(document(f"김치 {n:03}", item=str(n)) for n in range(150)))
    once = shop.titles("김치")
    assert len(once) == len(set(once)) == 150
    assert shop.titles("김치") == once


def test_without_lexicon_and_vectors_words_are_still_found(tmp_path):
    with searching(tmp_path, document("배추김치")) as plain:
        assert plain.titles("김치") == ["배추김치"]
        assert plain.titles("배추긴치") == ["배추김치"]


def test_scores_fall_along_the_ranking(shop):
    shop.put(*map(document, ("김치", "김치전", "배추김치", "묵은 김치", "총각김치 무침")))
    scores = [answer.score for answer in shop.answers("김치")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
