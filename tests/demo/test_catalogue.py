"""The shipped demonstration catalogue is complete, plausible and invented."""

from __future__ import annotations

import re

import pytest

from eats_desktop.demo.catalogue import ProductSort, Sale, load_catalogue
from eats_desktop.demo.plan import product_number

CATALOGUE = load_catalogue()
FOODS = CATALOGUE.of_sort(ProductSort.FOOD)
_LENGTHS = {"hnsmall": 8, "hmall": 10, "nsmall": 8}
_REAL_BRANDS = """
    삼성 LG전자 엘지 쿠쿠 쿠첸 코웨이 다이슨 오뚜기 풀무원 비비고 종가 청정원 농심 동원 사조 하림
    정관장 종근당 대상 해찬들 샘표 백설 햇반 매일유업 서울우유 남양 오리온 롯데 현대 신세계 이마트
    홈플러스 안문숙 박수홍 김수미 이연복 백종원 유정임 하선정 최유라 옥주부 빅마마 면사랑 효성 한샘
    나이키 푸마 프롬바이오 설화수 아모레 보람상조 하나투어
""".split()  # noqa: SIM905  a word list reads better


def test_the_catalogue_is_as_large_as_promised():
    assert len(CATALOGUE.products) >= 170
    assert len(FOODS) >= 110
    assert len(CATALOGUE.of_sort(ProductSort.OTHER)) >= 40
    assert len(CATALOGUE.of_sort(ProductSort.HEALTH)) >= 10
    assert len(CATALOGUE.mall) >= 60


def test_foods_cover_every_shelf_of_a_kitchen():
    assert {product.topic for product in FOODS} >= {
        "seafood", "meat", "kimchi", "fruit", "vegetables", "grains", "prepared", "noodles", "nuts",
        "oils", "sidedishes", "tofu_eggs_dairy",
    }  # fmt: skip


def test_numbers_and_names_of_products_are_unique():
    assert len({product.no for product in CATALOGUE.products}) == len(CATALOGUE.products)
    assert len({product.name for product in CATALOGUE.products}) == len(CATALOGUE.products)
    assert len({product.product_id for product in CATALOGUE.mall}) == len(CATALOGUE.mall)


@pytest.mark.parametrize("seller", sorted(_LENGTHS))
def test_a_sellers_ids_are_distinct_and_as_long_as_real_ones(seller):
    ids = [
        product_number(seller, product.no, pack)
        for product in CATALOGUE.products
        for pack in range(len(product.packs) + 1)
    ]
    assert len(set(ids)) == len(ids)
    assert {len(number) for number in ids} == {_LENGTHS[seller]}


def test_hmall_ids_do_not_fit_in_a_signed_32_bit_number():
    assert all(int(product_number("hmall", p.no)) > 2**31 for p in CATALOGUE.products)


def test_mall_ids_have_seven_digits():
    assert all(re.fullmatch(r"\d{7}", product.product_id) for product in CATALOGUE.mall)


def test_food_prices_are_those_of_a_home_shopping_programme():
    for product in FOODS:
        assert 15_000 <= product.price_krw <= 150_000, product.name
        assert product.price_krw <= product.list_krw <= 2 * product.price_krw, product.name


def test_another_pack_is_cheaper_and_named_differently():
    for product in CATALOGUE.products:
        for pack in product.packs:
            assert 0 < pack.price_krw < product.price_krw, pack.name
            assert pack.name != product.name


def test_products_sold_by_consultation_or_rent_have_no_food_among_them():
    priceless = [p for p in CATALOGUE.products if p.sale in (Sale.CONSULT, Sale.RENTAL)]
    assert len(priceless) >= 8
    assert all(product.sort is ProductSort.OTHER for product in priceless)
    assert {(product.price_krw, product.list_krw) for product in priceless} == {(0, 0)}
    assert all(p.monthly_krw > 0 for p in priceless if p.sale is Sale.RENTAL)


def test_some_products_are_sold_out():
    assert any(product.sale is Sale.SOLD_OUT for product in CATALOGUE.products)
    assert any(product.sold_out for product in CATALOGUE.mall)


def test_mall_prices_are_those_of_small_packs():
    assert all(4_000 <= product.price_krw <= 50_000 for product in CATALOGUE.mall)
    assert all(0 <= product.rate <= 50 for product in CATALOGUE.mall)


def test_the_mall_fills_the_thirteen_crawled_categories():
    assert {p.category for p in CATALOGUE.mall} == {"1611", *(str(n) for n in range(1613, 1625))}


def test_one_mall_category_needs_a_second_page():
    assert sum(1 for product in CATALOGUE.mall if product.category == "1611") > 20


def test_television_brands_are_met_again_in_the_mall():
    brands = {product.brand for product in FOODS}
    met = {brand for brand in brands if any(f"[{brand}]" in p.name for p in CATALOGUE.mall)}
    assert len(met) >= 20


@pytest.mark.parametrize("brand", _REAL_BRANDS)
def test_no_real_brand_is_named(brand):
    texts = [text for p in CATALOGUE.products for text in (p.name, p.brand, p.nick)]
    texts += [text for p in CATALOGUE.mall for text in (p.name, p.store)]
    assert not [text for text in texts if brand in text]
