"""What the shipped table has learnt: for a query of ours, which of our texts is nearest."""

from __future__ import annotations

import pytest

from eats_desktop.search.embedding import open_embedder

SHELF = (
    "무항생제 달걀 30구",
    "양념 돼지갈비 구이",
    "제주 감귤 5kg",
    "국산 콩 두부",
    "손질 고등어 순살",
    "매콤 떡볶이 떡",
    "스파게티 면 토마토 소스",
    "얼큰한 해물 짬뽕",
    "명절 한우 선물세트",
    "진한 사골곰탕",
    "오이지 무침 반찬",
    "시원한 메밀 냉면",
    "부산 어묵 꼬치",
    "통밀 식빵",
    "콜드브루 커피 원액",
    "포기김치 10kg",
)


@pytest.fixture(scope="module")
def embedder():
    return open_embedder("")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("계란", "무항생제 달걀 30구"),
        ("귤", "제주 감귤 5kg"),
        ("파스타", "스파게티 면 토마토 소스"),
        ("오뎅", "부산 어묵 꼬치"),
        ("소고기 세트", "명절 한우 선물세트"),
        ("뼈 국물", "진한 사골곰탕"),
        ("배추김치", "포기김치 10kg"),
        ("매운 해산물 국수", "얼큰한 해물 짬뽕"),
        ("토스트용 빵", "통밀 식빵"),
        ("떡뽁이", "매콤 떡볶이 떡"),
        ("아메리카노", "콜드브루 커피 원액"),
    ],
)
def test_the_nearest_text_is_the_one_a_shopper_means(embedder, query, wanted):
    scores = embedder.embed(SHELF) @ embedder.embed([query])[0]
    ranked = sorted(zip(scores, SHELF, strict=True), reverse=True)
    assert ranked[0][1] == wanted, ranked[:3]


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("달걀", "계란", "닭고기"),
        ("삼겹살", "돼지고기", "연어"),
        ("대파", "쪽파", "파인애플"),
        ("갈치", "고등어", "고구마"),
        ("참치캔", "참치 통조림", "캔맥주"),
    ],
)
def test_what_can_stand_in_is_nearer_than_what_only_looks_alike(embedder, word, same, other):
    rows = embedder.embed([word, same, other])
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
