"""What each source last listed is remembered per window, and the way it was listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.storage.listing_json import dump_products, load_products
from tests.helpers.listings import DAY, at, product, slot
from tests.helpers.storage_builders import rows, window

WON = st.one_of(st.none(), st.integers(1, 10**9))
TEXT = st.text(max_size=20)
MAYBE = st.one_of(st.none(), TEXT)
LISTINGS = st.builds(
    ProductListing,
    source=TEXT,
    product_id=TEXT,
    raw_name=TEXT,
    name=TEXT,
    role=st.sampled_from(ProductRole),
    price_kind=st.sampled_from(PriceKind),
    list_price_krw=WON,
    sale_price_krw=WON,
    brand=MAYBE,
    thumbnail_url=MAYBE,
    product_url=MAYBE,
    category=MAYBE,
)


def listed(databases, *slots, source="hmall", task="hmall:20261124", windows=None, seen=DAY):
    with databases.writer.transaction() as tx:
        tx.replace_listing(source, task, windows or [window()], slots, seen)


def heard(databases, where=None):
    with databases.writer.transaction() as tx:
        return tx.source_slots(where or window())


@given(products=st.lists(LISTINGS, max_size=4))
def test_products_come_back_from_text_as_they_were(products):
    assert load_products(dump_products(products)) == tuple(products)


def test_a_slot_comes_back_as_it_was_listed(databases):
    side = product("2", "들기름 소면", role=ProductRole.SIDE, price_kind=PriceKind.CONSULT)
    one = slot(at(8), at(9), product(brand="바다골"), side, title="아침 장보기")
    open_end = slot(at(9), None, title="안내", end_kind=EndKind.ASSUMED)
    listed(databases, one, open_end, seen=at(6))
    found = heard(databases)
    assert [each.slot for each in found] == [one, open_end]
    assert {(each.source, each.seen_at) for each in found} == {("hmall", at(6))}


def test_two_line_ups_may_start_at_once(databases):
    first, second = slot(at(8), at(9)), replace(slot(at(8), at(9)), lineup=2)
    listed(databases, first, second)
    assert [each.slot.lineup for each in heard(databases)] == [1, 2]


def test_a_new_listing_replaces_the_old_one_of_its_window(databases):
    listed(databases, slot(at(8), at(9)), slot(at(9), at(10)))
    listed(databases, slot(at(9, 30), at(10)))
    assert [each.slot.starts_at for each in heard(databases)] == [at(9, 30)]


def test_an_empty_listing_of_a_window_empties_it(databases):
    listed(databases, slot(at(8), at(9)))
    listed(databases)
    assert heard(databases) == ()


@pytest.mark.parametrize(
    ("other", "where"),
    [
        ({"source": "btv_guide"}, window()),
        ({"windows": [window(begins=DAY + timedelta(days=1))]}, window()),
        ({"windows": [window("hnsmall")]}, window()),
    ],
    ids=["another source", "another day", "another channel"],
)
def test_a_listing_forgets_nothing_else(databases, other, where):
    listed(databases, slot(at(8), at(9)))
    listed(databases, task="other", **other)
    assert len(heard(databases, where)) == 1


def test_a_window_reaches_from_its_start_to_just_before_its_end(databases):
    listed(databases, slot(at(0), at(1)), slot(at(12), at(13)))
    half = window(ends=at(12))
    assert [each.slot.starts_at for each in heard(databases, half)] == [at(0)]
    listed(databases, windows=[half])
    assert [each.slot.starts_at for each in heard(databases)] == [at(12)]


def test_all_sources_of_a_window_are_heard_each_in_order_of_time(databases):
    listed(databases, slot(at(9), at(10)), slot(at(8), at(9)))
    listed(databases, slot(at(8), at(9), title="장보기"), source="btv_guide", task="btv:12")
    assert [(each.source, each.slot.starts_at) for each in heard(databases)] == [
        ("btv_guide", at(8)),
        ("hmall", at(8)),
        ("hmall", at(9)),
    ]


def test_an_unchanged_page_speaks_again_for_its_windows(databases):
    windows = (window(ends=at(12)), window("hmall_plus"))
    listed(databases, windows=windows, seen=at(6))
    with databases.writer.transaction() as tx:
        assert tx.touch_listing("hmall", "hmall:20261124", at(9)) == windows
    assert set(rows(databases.catalog, "SELECT fetched_at FROM source_page")) == {
        (int(at(9).timestamp()),)
    }


def test_a_page_that_was_never_listed_speaks_for_nothing(databases):
    listed(databases)
    with databases.writer.transaction() as tx:
        assert tx.touch_listing("hmall", "hmall:20261125", at(9)) == ()
        assert tx.touch_listing("btv_guide", "hmall:20261124", at(9)) == ()


def test_a_page_speaks_only_for_its_latest_windows(databases):
    listed(databases, windows=[window(), window("hmall_plus")])
    listed(databases, windows=[window(ends=at(12))])
    with databases.writer.transaction() as tx:
        found = tx.touch_listing("hmall", "hmall:20261124", at(9))
    assert found == (window(ends=at(12)),)


def test_the_newest_number_of_a_channel_counts(databases):
    for number in (12, 15):
        with databases.writer.transaction() as tx:
            tx.save_channel_numbers({"hmall": number}, "uplus_guide", at(number))
    numbers = {c.channel_id: c.channel_no for c in databases.schedule.channels()}
    assert numbers == {"hnsmall": 4, "nsmall": 13, "hmall": 15}
