from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.schedule import Confidence, EndKind, PriceKind, Provenance
from eats_desktop.sync.merge import merge
from tests.helpers.listings import at, heard, product, slot

RANKS = {"hmall": 10, "btv_guide": 50, "uplus_guide": 60}


def settle(*slots):
    return merge(slots, RANKS, lambda name: "고등어" in name, lambda title: "고등어" in title)


def test_the_seller_owns_the_slots_and_the_guide_confirms_them():
    seller = heard(slot(at(10), at(11), product()))
    guide = heard(slot(at(10, 2), at(11, 2), title="고등어"), "btv_guide")
    (only,) = settle(guide, seller)
    assert (only.source, only.id.starts_at, only.ends_at) == ("hmall", at(10), at(11))
    assert only.confidence is Confidence.HIGH
    assert only.title == "고등어"


def test_a_seller_alone_is_medium_and_a_guide_alone_is_low():
    seller = heard(slot(at(10), at(11), product()))
    guide = heard(slot(at(15), at(16), title="청소기"), "btv_guide")
    assert [s.confidence for s in settle(seller, guide)] == [Confidence.MEDIUM, Confidence.LOW]


def test_a_guide_slot_that_claims_the_sellers_time_is_left_out():
    seller = heard(slot(at(2), at(4), product()))
    guide = heard(slot(at(3), at(5), title="심야 특집"), "btv_guide")
    assert [s.source for s in settle(seller, guide)] == ["hmall"]


def test_a_missing_end_is_taken_from_the_guide():
    seller = heard(slot(at(10), None, product(), end_kind=EndKind.NEXT_START))
    guide = heard(slot(at(10), at(11, 10), title="고등어"), "btv_guide")
    (only,) = settle(seller, guide)
    assert (only.ends_at, only.end_kind) == (at(11, 10), EndKind.GUIDE)


def test_a_given_end_is_never_replaced_by_a_guide():
    seller = heard(slot(at(10), at(11), product()))
    guide = heard(slot(at(10), at(11, 20)), "btv_guide")
    assert settle(seller, guide)[0].ends_at == at(11)


def test_without_any_end_the_next_start_ends_the_slot_and_the_last_one_is_assumed():
    first = heard(slot(at(10), None, product(), end_kind=EndKind.NEXT_START))
    last = heard(slot(at(10, 40), None, product("2"), end_kind=EndKind.NEXT_START))
    one, two = settle(first, last)
    assert (one.ends_at, one.end_kind) == (at(10, 40), EndKind.NEXT_START)
    assert (two.ends_at, two.end_kind) == (at(11, 40), EndKind.ASSUMED)


def test_of_two_near_slots_the_one_with_common_words_is_confirmed():
    dull = heard(slot(at(10), at(10, 5), product("1", "편백 도마 세트")))
    fish = heard(slot(at(10, 5), at(11), product("2", "바다골 고등어 8팩")))
    guide = heard(slot(at(10, 3), at(11), title="바다골 고등어"), "btv_guide")
    one, two = settle(dull, fish, guide)
    assert (one.confidence, two.confidence) == (Confidence.MEDIUM, Confidence.HIGH)


def test_food_is_read_from_products_and_else_from_the_title():
    fish = heard(slot(at(10), at(11), product(name="편백 도마"), product("2", "고등어 2팩")))
    guide = heard(slot(at(12), at(13), title="무선 청소기"), "btv_guide")
    silent = heard(slot(at(14), at(15)), "btv_guide")
    assert [s.is_food for s in settle(fish, guide, silent)] == [True, False, None]


starts = st.lists(st.integers(0, 287), unique=True, max_size=12)


@given(starts, starts, starts)
def test_no_listed_seller_slot_is_ever_lost_and_order_of_hearing_does_not_matter(a, b, c):
    def day(minutes, source):
        return [
            heard(
                slot(
                    at(0, 5 * m),
                    at(0, 5 * m) + timedelta(minutes=5),
                    *([product(str(m))] if source == "hmall" else []),
                    title=f"{source} {m}",
                ),
                source,
            )
            for m in minutes
        ]

    slots = [*day(a, "hmall"), *day(b, "btv_guide"), *day(c, "uplus_guide")]
    result = settle(*slots)
    assert {at(0, 5 * m) for m in a} <= {s.id.starts_at for s in result if s.products}
    assert settle(*reversed(slots)) == result
    assert [s.id.starts_at for s in result] == sorted(s.id.starts_at for s in result)


def test_a_guide_slot_between_two_equally_near_ones_confirms_the_earlier_one():
    sold = [
        heard(slot(at(10), at(10, 10), product("1"))),
        heard(slot(at(10, 10), None, product("2"))),
    ]
    guide = heard(slot(at(10, 5), at(10, 30), title="저녁 특집"), "btv_guide")
    for order in (sold, sold[::-1]):
        assert [s.title for s in settle(*order, guide)] == ["저녁 특집", None]


def test_every_part_says_who_gave_it():
    seller = heard(slot(at(10), None, product(), end_kind=EndKind.NEXT_START))
    guide = heard(slot(at(10), at(11, 10), title="고등어", end_kind=EndKind.GUIDE), "btv_guide")
    (both,) = settle(seller, guide)
    assert (both.source, both.given) == ("hmall", Provenance("btv_guide", "btv_guide", "hmall"))
    (alone,) = settle(seller)
    assert alone.given == Provenance(None, None, "hmall")


def test_a_night_in_one_piece_on_the_guide_ends_at_the_sellers_next_start():
    first = heard(slot(at(2), None, product("1"), end_kind=EndKind.NEXT_START))
    second = heard(slot(at(3), None, product("2"), end_kind=EndKind.NEXT_START))
    guide = heard(slot(at(2), at(5), title="심야 특집", end_kind=EndKind.GUIDE), "btv_guide")
    one, two = settle(first, second, guide)
    assert (one.ends_at, one.end_kind, one.given.end) == (at(3), EndKind.NEXT_START, None)
    assert two.confidence is Confidence.MEDIUM


def test_a_minute_before_the_next_start_is_that_start():
    first = heard(slot(at(10), at(10, 39), product("1")))
    second = heard(slot(at(10, 40), at(11, 19), product("2")))
    third = heard(slot(at(11, 22), at(12), product("3")))
    assert [s.ends_at for s in settle(first, second, third)] == [at(10, 40), at(11, 19), at(12)]


def test_five_minute_slots_are_confirmed_one_to_one():
    minutes = (0, 5, 10, 15)
    sold = [heard(slot(at(3, m + 1), at(3, m + 6), product(str(m)))) for m in minutes]
    told = [
        heard(slot(at(3, m), at(3, m + 5), title=f"방송 {m}", end_kind=EndKind.GUIDE), "btv_guide")
        for m in minutes
    ]
    result = settle(*sold, *told)
    assert [s.title for s in result] == [f"방송 {m}" for m in minutes]
    assert {s.confidence for s in result} == {Confidence.HIGH}


def test_parts_of_one_show_on_the_guide_end_where_the_sellers_one_slot_ends():
    seller = heard(slot(at(10), None, product(), end_kind=EndKind.NEXT_START))
    parts = [
        heard(slot(at(10, m), at(10, m + 30), title="고등어", end_kind=EndKind.GUIDE), "btv_guide")
        for m in (0, 30)
    ]
    (only,) = settle(seller, *parts)
    assert only.ends_at == at(11)


def test_parts_of_one_show_that_only_the_guide_lists_stay_apart():
    parts = [heard(slot(at(h), at(h + 1), title="건강 특집"), "btv_guide") for h in (10, 11)]
    assert [s.id.starts_at for s in settle(*parts)] == [at(10), at(11)]


def test_a_guide_confirms_the_time_of_both_lineups_but_names_only_one():
    fish = heard(slot(at(10), at(11), product("1", "바다골 고등어 8팩")))
    board = replace(slot(at(10), at(11), product("2", "편백 도마")), lineup=2)
    guide = heard(slot(at(10, 1), at(11), title="고등어"), "btv_guide")
    one, two = settle(fish, heard(board), guide)
    assert (one.id.lineup, two.id.lineup) == (1, 2)
    assert (one.title, two.title) == ("고등어", None)
    assert {one.confidence, two.confidence} == {Confidence.HIGH}


def test_a_price_the_owner_lacks_is_taken_from_another_who_lists_the_product():
    unpriced = product(price=None, price_kind=PriceKind.UNKNOWN)
    owner = heard(slot(at(10), at(11), unpriced))
    other = heard(slot(at(10), at(11), product(price=9_900)), "btv_guide")
    assert settle(owner, other)[0].products[0].sale_price_krw == 9_900


def test_a_slot_takes_the_title_of_one_guide_slot_only():
    seller = heard(slot(at(10), at(11), product()))
    silent = heard(slot(at(10), at(10, 5), end_kind=EndKind.GUIDE), "btv_guide")
    next_one = heard(slot(at(10, 5), at(11), title="공익 방송"), "btv_guide")
    (only,) = settle(seller, silent, next_one)
    assert only.title is None
