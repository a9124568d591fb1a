"""What is offered for an ingredient, with names written for these tests (RCP-19, RCP-20)."""

from __future__ import annotations

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.services.buying_service import BuyingService
from tests.helpers.broadcasts import at
from tests.helpers.buying import NOW, Market, need, offered


@pytest.fixture
def sell(reader, lexicon):
    def sell(food, *names):
        products = [offered(name, reader.read(name)) for name in names]
        return BuyingService(Market(lexicon, *products), lambda: lexicon, ManualClock(NOW))

    return sell


def names(service, food, **amounts):
    found = service.for_need(need(food, 200, **amounts))
    return [one.offer.name for one in found if not one.stands_in]


@pytest.mark.parametrize(
    ("food", "other"),
    [
        ("대파", "[들나루] 무안 햇 양파 3kg"),
        ("대파", "[들나루] 돌산 파김치 1kg"),
        ("무", "[무한들] 국물용 다시팩 15g x 20봉"),
        ("무", "참나무 훈제 삼겹살 500g"),
        ("무", "[들나루] 무말랭이무침 300g"),
        ("게", "가볍게 즐기는 김부각 10봉"),
        ("배", "[과수원길] 배말랭이 50g x 10봉"),
        ("배", "[과수원길] 배즙 100ml x 30포"),
        ("설탕", "[과수원길] 무설탕 사과주스 190ml x 20팩"),
        ("마늘", "[들나루] 의성 흑마늘 진액 70ml x 30포"),
        ("마늘", "[햄마을] 마늘 햄 200g x 5개"),
        ("계란", "[알터] 맥반석 구운계란 30구"),
        ("소금", "[소금꽃방] 명란젓 500g"),
        ("소금", "[바닷길] 소금&식초로 맛낸 고등어구이 80g x 2팩"),
        ("우유", "[빵길] 우유/계란으로 만든 카스테라 90g"),
        ("양파", "[들나루] 무안 양파즙 100ml x 50포"),
        ("고추", "[들나루] 영양 고춧가루 1kg"),
        ("고추", "[장독길] 태양초 고추장 1kg"),
        ("쌀", "[떡마루] 쌀떡볶이 500g x 3봉"),
        ("돼지고기", "[푸줏간길] 돼지고기 김치찜 400g x 4팩"),
        ("닭가슴살", "[닭길] 닭가슴살 소시지 10팩"),
    ],
)
def test_what_only_has_the_word_in_its_name_is_not_offered(sell, food, other):
    assert names(sell(food, other), food) == []


@pytest.mark.parametrize(
    ("food", "name"),
    [
        ("대파", "[들나루] 진도 대파 1kg"),
        ("무", "[들나루] 제주 월동무 5kg"),
        ("감자", "[들나루] 햇감자5kg"),
        ("감자", "수미감자 10kg"),
        ("계란", "[알터] 무항생제 특란 30구"),
        ("청양고추", "[들나루] 땡초 500g"),
        ("식용유", "[기름집] 콩기름 1.8L"),
        ("올리고당", "[기름집] 프락토 올리고당 700g"),
        ("고춧가루", "[들나루] 영양 고춧가루 1kg"),
        ("돼지고기", "[푸줏간길] 국내산 삼겹살 구이용 500g x 4팩"),
        ("고등어", "[바닷길] 노르웨이 순살 고등어 120g x 8팩"),
        ("소금", "[염전집] 신안 천일염 3kg"),
        ("설탕", "[염전집] 유기농 설탕 1kg"),
        ("김치", "[김치길] 포기김치 5kg"),
        ("두부", "[콩길] 국산콩 부침두부 300g x 2모"),
        ("밥", "[밥길] 즉석밥 210g x 12개"),
    ],
)
def test_the_food_a_kind_of_it_and_another_name_of_it_are_offered(sell, food, name):
    assert names(sell(food, name), food) == [name]


def test_a_part_of_the_name_that_is_a_brand_does_not_come_first(sell):
    salt, other = "[염전집] 구운소금 500g", "[소금밭상회] 손질 고등어 1kg"
    assert names(sell("소금", other, salt), "소금") == [salt]


def test_one_product_with_many_numbers_leaves_room_for_the_others(reader, lexicon):
    many = [
        offered(
            "[바닷길] 고등어 1kg", reader.read("고등어 1kg"), starts=at(13 + n), product_id=str(n)
        )
        for n in range(9)
    ]
    other = offered("자반 고등어 500g", reader.read("자반 고등어 500g"))
    service = BuyingService(Market(lexicon, *many, other), lambda: lexicon, ManualClock(NOW))
    found = service.for_need(need("고등어", 500))
    assert [one.offer.name for one in found] == ["[바닷길] 고등어 1kg", "자반 고등어 500g"]


def test_names_that_differ_in_blanks_and_signs_are_one_product(sell):
    service = sell("고등어", "[바닷길] 고등어 1kg", "바닷길 고등어 1KG", "바닷길고등어(1kg)")
    assert len(names(service, "고등어")) == 1
