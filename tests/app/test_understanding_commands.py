"""What `analyze` and `similar` answer: fields, tables of known mistakes, bad input."""

from __future__ import annotations

import json

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine

MALL = {
    "1": "[들샘] 나주곰탕 700g 10팩",
    "2": "[달샘] 한우 사골곰탕 500g 6팩",
    "3": "[별샘] 국산 고춧가루 500g",
    "4": "[숲샘] 국산 콩 된장 1kg",
    "5": "[강샘] 훈제오리 슬라이스 200g 5팩",
    "6": "[정성곳간] 소한마리곰탕 700g",
    "7": "[정성곳간] 오리탕 600g",
    "8": "[들샘] 국산 포기김치 5kg",
    "9": "[해샘] 스페인 올리브유 500ml",
    "10": "[목장] 한우 선물세트 (올리브오일 증정)",
    "11": "[달샘] 뼈없는 갈비탕 600g 8팩",
    "12": "[과수원] 세척 홍로사과 3kg",
    "13": "[제분소] 순메밀면 1kg",
    "14": "[밭] 세척 무 3개",
    "15": "[바다] 도시락김 20봉",
    "16": "[밭] 햇양파 3kg",
    "17": "[즙] 양파즙 30포",
    "18": "[건강] 루테인 지아잔틴 60캡슐",
}


@pytest.fixture(scope="module")
def mall(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mall")
    box = Container.open(folder, None, ManualClock(NOW))
    listed = [
        ProductListing("kok", key, name, name, ProductRole.MAIN, PriceKind.PRICED, 20_000, 15_000)
        for key, name in MALL.items()
    ]
    readings = {ProductKey("kok", p.product_id): box.food.names.read(p.name) for p in listed}
    with box.databases.writer.transaction() as transaction:
        transaction.save_mall(listed, readings, NOW)
    while box.food.indexing.step():
        pass
    box.close()
    return CommandLine(folder, now=NOW)


def test_an_analysis_has_the_public_fields(mall):
    found = mall("analyze", "[들샘] 순살고등어 120g 12팩 + 120g 4팩", "--json").json
    assert found["is_food"] is True
    assert found["p_food"] > 0.9
    assert found["kind"] == "ingredient"
    assert found["p_ingredient"] > 0.5
    assert found["brand"] == "들샘"
    assert found["ingredients"] == ["고등어"]
    assert found["derived"] is False
    assert found["amount"] == {"total": 1920, "unit": "g", "packs": 16}


def test_what_is_no_food_says_only_that(mall):
    for name, category in (("무쇠 프라이팬 28cm 2종", "other"), ("홍삼정 스틱 30포", "supplement")):
        found = mall("analyze", name, "--json").json
        assert found["is_food"] is False
        assert found["category"] == category
        assert found["kind"] is found["amount"] is found["p_ingredient"] is None
        assert found["ingredients"] == []


def test_several_names_make_one_document(mall):
    found = mall("analyze", "감자 1kg", "양파즙 30포", "--json").json
    assert [one["name"] for one in found] == ["감자 1kg", "양파즙 30포"]
    assert found[1]["derived"] is True


def test_a_batch_of_names_answers_line_by_line(mall):
    names = ["국산 차돌박이 500g", "", "2kg/5kg 택1 감자", "\ufeff김치"]
    done = mall("analyze", "--batch", stdin="\n".join(names).encode())
    assert [line["name"] for line in done.lines] == names
    assert done.lines[2]["amount"] is None


def test_people_read_a_sentence(mall):
    out = mall("analyze", "갈치 2마리", "양파즙 30포", "이불").out.splitlines()
    assert out == [
        "갈치 2마리: 식재료, 갈치, 재료 갈치, 모두 2개",
        "양파즙 30포: 완제품, 양파즙, 재료 양파 (가공), 모두 30개",
        "이불: 식품 아님",
    ]


@pytest.mark.parametrize("words", [("analyze",), ("similar",), ("similar", "a", "--batch")])
def test_nothing_or_both_is_wrong_usage(mall, words):
    done = mall(*words)
    assert done.code == 2
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("name", "first", "never"),
    [
        ("[오롯담] 최정민의 나주곰탕 700g X 10팩", "1", {"3", "8"}),
        ("국산 고춧가루 1kg", "3", {"4"}),
        ("주원산 훈제오리슬라이스 150gX12팩", "5", {"12"}),
        ("정성곳간 포기김치 10kg", "8", {"6", "7"}),
        ("누마이 유기농 엑스트라버진 올리브오일", "9", {"10"}),
        ("무 3개", "14", {"15"}),
        ("김 20봉", "15", {"14"}),
        ("무안 양파 5kg", "16", {"17"}),
        ("양파즙 100포", "17", {"16"}),
    ],
)
def test_the_known_mistakes_of_matching(mall, name, first, never):
    matches = mall("similar", name, "--json").json["matches"]
    keys = [match["id"] for match in matches]
    assert keys[0] == first
    assert not never.intersection(keys)


def test_a_soup_of_a_whole_cow_finds_soups_of_beef(mall):
    matches = mall("similar", "박수홍 착한 뼈없는 소한마리탕", "--json").json["matches"]
    keys = {match["id"] for match in matches}
    assert keys & {"1", "2", "6", "11"}
    assert not keys & {"12", "13"}


def test_a_match_says_why_and_compares_the_price_by_measure(mall):
    (match, *_) = mall("similar", "나주곰탕 350g 10팩", "--json").json["matches"]
    assert match["market"] == "mall"
    assert 0 < match["score"] <= 1
    assert match["why"][0] == "같은 식품: 나주곰탕"
    assert match["unit_price_krw"] == {"per": "100g", "value": 214}


def test_no_counterpart_is_told_honestly(mall):
    assert mall("similar", "스리라차 소스 500ml", "--json").json["matches"] == []
    assert mall("similar", "스리라차 소스 500ml").out == "비슷한 상품이 없어요.\n"


def test_a_batch_of_counterparts_answers_line_by_line(mall):
    done = mall("similar", "--batch", "--to", "mall", stdin="무 3개\n\n고춧가루\n".encode())
    assert [line["name"] for line in done.lines] == ["무 3개", "", "고춧가루"]
    assert done.lines[1]["matches"] == []


def test_the_same_question_has_the_same_answer(mall):
    asked = ("similar", "한우 곰탕 700g", "--limit", "20", "--json")
    assert mall(*asked).stdout == mall(*asked).stdout == mall.apart(*asked).stdout


def test_broadcasts_to_come_are_counterparts_of_mall_products(fetched):
    found = fetched("similar", "고등어 1kg", "--to", "tv", "--json").json["matches"]
    shown = fetched("schedule", "--days", "9", "--json").json["broadcasts"]
    to_come = {
        product["id"]
        for broadcast in shown
        if broadcast["state"] in ("live", "upcoming")
        for product in broadcast["products"]
    }
    assert found
    assert {match["id"] for match in found} <= to_come
    assert json.dumps(found, ensure_ascii=False).count("고등어") >= len(found)


def test_supplements_are_found_only_with_the_switch(mall):
    hidden = mall("search", "루테인", "--json").json
    shown = mall("search", "루테인", "--supplements", "--json").json
    assert hidden["hits"] == []
    assert [hit["id"] for hit in shown["hits"]] == ["18"]
