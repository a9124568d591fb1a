"""What counts as the counterpart of a product, and how it is explained."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.catalog import ReadProduct
from eats_desktop.domain.food import FoodKind, FoodReading, NameReading
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.search.matching import Nearness, nearness, rank

PARENTS = {
    "은갈치": "갈치",
    "나주곰탕": "곰탕",
    "사골곰탕": "곰탕",
    "삼겹살": "돼지고기",
    "목살": "돼지고기",
}
FAMILIES = {"곰탕": "국밥", "갈비탕": "국밥", "나주곰탕": "국밥", "사골곰탕": "국밥"}
GROUPS = {"블루베리": "베리", "딸기": "베리", "냉면": "면", "소면": "면"}
INSTEAD = {("고등어", "삼치")}
PARENTS["검은콩두유"] = "두유"
NOT_RAW = {"두유", "검은콩두유", "냉면", "소면", "곰탕"}


class Tree:
    def ancestors(self, name):
        line = [name]
        while line[-1] in PARENTS:
            line.append(PARENTS[line[-1]])
        return tuple(line)

    def family(self, name):
        return FAMILIES.get(name, name)

    def group(self, name, other):
        return GROUPS.get(name) if GROUPS.get(name) == GROUPS.get(other) else None

    def stands_in(self, name, other):
        return (name, other) in INSTEAD or (other, name) in INSTEAD

    def kind(self, name):
        return FoodKind.PREPARED if name in FAMILIES else FoodKind.INGREDIENT

    def is_raw(self, name):
        return name not in NOT_RAW


def reading(*foods, kind=FoodKind.PREPARED, of=(), derived=False, amount=None):
    words = NameReading(None, foods, of, derived, kind)
    return FoodReading(True, 0.99, "test", kind, 0.5, words, amount)


def raw(*foods, **more):
    return reading(*foods, kind=FoodKind.INGREDIENT, of=foods, **more)


def made_of_beans(food):
    return reading(food, kind=FoodKind.INGREDIENT, of=("검은콩",), derived=True)


def product(name, said, price=None, number="1"):
    return ReadProduct(ProductKey("kok", number), name, said, price)


@pytest.mark.parametrize(
    ("ours", "theirs", "near"),
    [
        (reading("곰탕"), reading("곰탕"), Nearness.SAME),
        (reading("곰탕"), reading("나주곰탕"), Nearness.NARROWER),
        (reading("나주곰탕"), reading("곰탕"), Nearness.WIDER),
        (reading("나주곰탕"), reading("사골곰탕"), Nearness.SIBLING),
        (reading("곰탕"), reading("갈비탕"), Nearness.FAMILY),
        (reading("곰탕"), reading("김치찌개"), Nearness.NONE),
        (raw("갈치"), raw("은갈치"), Nearness.NARROWER),
        (raw("주꾸미"), reading("주꾸미볶음", of=("주꾸미",)), Nearness.SAME_INGREDIENT),
        (raw("양파"), reading("양파즙", of=("양파",), derived=True), Nearness.NONE),
        (reading("양파즙", of=("양파",), derived=True), raw("양파"), Nearness.NONE),
        (raw("갈치", "고등어"), raw("고등어"), Nearness.SAME),
        (raw("삼치"), raw("고등어"), Nearness.STANDS_IN),
        (raw("블루베리"), raw("딸기"), Nearness.GROUP),
        (reading("냉면"), raw("소면"), Nearness.GROUP),
        (raw("두유"), reading("두유"), Nearness.SAME),
        (made_of_beans("검은콩두유"), raw("두유"), Nearness.WIDER),
        (reading("고등어조림", of=("고등어",)), raw("삼치"), Nearness.NONE),
        (raw("양파", derived=True), raw("양파"), Nearness.NONE),
    ],
    ids=lambda value: value.name if isinstance(value, Nearness) else "",
)
def test_how_near_two_products_are(ours, theirs, near):
    assert nearness(Tree(), ours, theirs)[0] is near


def test_the_nearer_stands_first_among_names_alike():
    ours = product("나주곰탕 700g", reading("나주곰탕"))
    same = product("진한 나주곰탕", reading("나주곰탕"), number="1")
    family = product("나주 갈비탕", reading("갈비탕"), number="2")
    found = rank(Tree(), ours, [family, same], [0.6, 0.5])
    assert [match.product for match in found] == [same, family]


def test_a_brand_alone_matches_nothing():
    ours = product("[들샘] 포기김치 10kg", reading("포기김치"))
    other = product("[들샘] 소한마리곰탕", reading("곰탕"))
    assert rank(Tree(), ours, [other], [0.95]) == ()


def test_names_without_a_known_food_need_to_be_much_alike():
    ours = product("알쏭달쏭한 것", reading())
    near, far = (
        product("알쏭달쏭", reading(), number="1"),
        product("다른 것", reading(), number="2"),
    )
    assert [m.product for m in rank(Tree(), ours, [near, far], [0.8, 0.3])] == [near]


def test_two_known_foods_that_are_not_near_never_match_by_name():
    ours = product("진한 곰탕", reading("곰탕"))
    other = product("진한 김치찌개", reading("김치찌개"))
    assert rank(Tree(), ours, [other], [1.0]) == ()


def test_one_more_of_an_assortment_counts_less():
    ours = product("고등어", raw("고등어"))
    alone = product("고등어 10마리", raw("고등어"), number="1")
    among = product("갈치, 고등어", raw("갈치", "고등어"), number="2")
    found = rank(Tree(), ours, [among, alone], [0.5, 0.5])
    assert [match.product for match in found] == [alone, among]


def test_equal_scores_stand_in_the_order_of_their_keys():
    ours = product("고등어", raw("고등어"))
    twins = [product("고등어", raw("고등어"), number=str(n)) for n in (3, 1, 2)]
    found = rank(Tree(), ours, twins, [0.5, 0.5, 0.5])
    assert [match.product.key.product_id for match in found] == ["1", "2", "3"]


def grams(total, packs=None):
    return Amount(Decimal(total), Unit.GRAM, packs)


def test_prices_and_packs_are_compared_where_both_are_known():
    ours = product("고등어 2kg", raw("고등어", amount=grams(2000, 2)), price=20_000)
    cheap = product("고등어 500g", raw("고등어", amount=grams(500, 5)), price=3_450, number="2")
    (match,) = rank(Tree(), ours, [cheap], [0.5])
    assert match.why == ("같은 재료: 고등어", "100g당 31% 저렴", "소포장 100g")


def test_nothing_is_said_of_prices_that_cannot_be_compared():
    ours = product("고등어 2kg", raw("고등어", amount=grams(2000)), price=20_000)
    for said, price in ((raw("고등어"), 100), (raw("고등어", amount=grams(500)), None)):
        (match,) = rank(Tree(), ours, [product("고등어", said, price)], [0.5])
        assert match.why == ("같은 재료: 고등어",)


def test_cooked_food_beside_raw_says_so():
    ours = product("손질 주꾸미", raw("주꾸미"))
    dish = product("주꾸미볶음", reading("주꾸미볶음", of=("주꾸미",)))
    (match,) = rank(Tree(), ours, [dish], [0.8])
    assert match.why == ("같은 재료: 주꾸미", "조리한 상품")


def test_a_food_that_is_only_one_more_of_ours_counts_less():
    ours = product("은갈치와 고등어", raw("은갈치", "고등어"))
    first = product("갈치", raw("갈치"), number="1")
    second = product("고등어", raw("고등어"), number="2")
    found = rank(Tree(), ours, [second, first], [0.5, 0.5])
    assert [match.product for match in found] == [first, second]


def test_foods_loosely_near_are_nearer_with_the_same_main_ingredient():
    ours = product("갈비탕", reading("갈비탕", of=("소갈비",)))
    other = product("곰탕", reading("곰탕", of=("소고기",)), number="1")
    same = product("나주곰탕", reading("나주곰탕", of=("소갈비",)), number="2")
    found = rank(Tree(), ours, [other, same], [0.5, 0.5])
    assert [match.product for match in found] == [same, other]
