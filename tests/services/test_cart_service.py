"""The cart beside today's prices: what it says of each line, and what a selection costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.cart_item import Remark, sums
from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.domain.events import CartChanged
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey
from tests.helpers.listings import product
from tests.helpers.shopping import MACKEREL, NOON, RICE, TOFU, shopping
from tests.helpers.storage_builders import key

STEW = RecipeKey("library", "stew")


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path) as found:
        yield found


def item(shop, listed):
    return next(i for i in shop.cart.items() if i.line.product == key(listed))


def remarks(shop, listed):
    return item(shop, listed).remarks


def test_a_line_keeps_what_was_seen_when_it_was_put_in(shop):
    shop.offer(TOFU)
    line = shop.cart.add(key(TOFU), 2, STEW)
    assert (line.market, line.name, line.brand, line.quantity) == ("mall", TOFU.name, "콩마을", 2)
    assert (line.seen_list_krw, line.seen_sale_krw, line.seen_krw) == (4000, 3500, 3500)
    assert (line.added_at, line.recipe) == (NOON, STEW)


def test_each_change_is_published_once(shop):
    (line,) = shop.fill(RICE)
    shop.events.clear()
    shop.cart.set_quantity(line.line_id, 3)
    shop.cart.check(line.line_id, on=False)
    shop.cart.check_all([line.line_id], on=True)
    shop.cart.undo(shop.cart.remove([line.line_id]))
    assert shop.events == [CartChanged()] * 5
    assert shop.cart.lines() == (replace(line, quantity=3),)


def test_an_unknown_product_is_not_put_in(shop):
    with pytest.raises(NotFoundError):
        shop.cart.add(ProductKey("kok", "0"))


@pytest.mark.parametrize("kind", [PriceKind.SOLD_OUT, PriceKind.CONSULT, PriceKind.RENTAL])
def test_what_nobody_can_order_is_not_put_in(shop, kind):
    shop.offer(replace(RICE, price_kind=kind))
    with pytest.raises(ConflictError, match="들녘 햅쌀"):
        shop.cart.add(key(RICE))


def test_several_go_in_together_or_not_at_all(shop):
    shop.offer(RICE, replace(TOFU, price_kind=PriceKind.SOLD_OUT))
    with pytest.raises(ConflictError, match="두부"):
        shop.cart.add_all([(key(RICE), 1), (key(TOFU), 1)])
    assert shop.cart.count() == 0
    shop.offer(TOFU)
    added = shop.cart.add_all([(key(RICE), 1), (key(TOFU), 2)], STEW)
    assert [(line.quantity, line.recipe) for line in added] == [(1, STEW), (2, STEW)]


@pytest.mark.parametrize("quantity", [0, -3, 11])
def test_a_quantity_outside_one_to_ten_leaves_the_line(shop, quantity):
    (line,) = shop.fill(RICE)
    with pytest.raises(InputError):
        shop.cart.set_quantity(line.line_id, quantity)
    assert shop.cart.lines() == (line,)


def test_a_line_that_is_gone_is_said_to_be(shop):
    for change in (
        lambda: shop.cart.set_quantity(7, 2),
        lambda: shop.cart.check(7, on=True),
        lambda: shop.cart.remove([7]),
    ):
        with pytest.raises(NotFoundError, match="장바구니"):
            change()


def test_a_raised_price_stands_beside_the_one_seen_and_counts(shop):
    shop.fill(RICE, quantity=2)
    shop.price(RICE, 34900)
    found = item(shop, RICE)
    assert (found.line.seen_krw, found.price_krw, found.change_krw) == (32900, 34900, 2000)
    assert found.remarks == (Remark.RAISED,)
    assert sums([found]).total_krw == 69800


def test_a_lowered_price_is_marked_and_counts(shop):
    shop.fill(RICE)
    shop.price(RICE, 29900)
    assert remarks(shop, RICE) == (Remark.LOWERED,)
    assert sums(shop.cart.items()).total_krw == 29900


def test_an_unchanged_price_is_not_remarked(shop):
    shop.fill(RICE)
    shop.price(RICE, 32900)
    assert remarks(shop, RICE) == ()


def test_a_product_sold_out_has_no_price_and_cannot_be_ordered(shop):
    shop.fill(RICE)
    shop.price(RICE, 32900, price_kind=PriceKind.SOLD_OUT)
    found = item(shop, RICE)
    assert (found.remarks, found.block) == ((Remark.SOLD_OUT,), Remark.SOLD_OUT)
    assert (found.price_krw, found.sum_krw) == (None, None)


def test_a_sale_that_its_page_calls_over_is_ended(shop):
    shop.fill(RICE)
    shop.databases.details.save(ProductDetail(key(RICE), NOON, is_ended=True))
    assert remarks(shop, RICE) == (Remark.ENDED,)
    with pytest.raises(ConflictError, match="더 이상 팔지 않는"):
        shop.cart.add(key(RICE))
    shop.clock.advance(timedelta(hours=1))
    shop.offer(RICE)
    assert remarks(shop, RICE) == ()


def test_a_price_grows_old_after_six_hours_and_worthless_after_a_day(shop):
    shop.fill(RICE)
    for hours, minute, expected, block in (
        (6, 0, (), None),
        (6, 1, (Remark.STALE,), None),
        (24, 0, (Remark.STALE,), None),
        (24, 1, (Remark.TOO_OLD,), Remark.TOO_OLD),
    ):
        shop.clock.instant = NOON + timedelta(hours=hours, minutes=minute)
        assert (remarks(shop, RICE), item(shop, RICE).block) == (expected, block)


def test_a_price_that_its_own_page_confirmed_is_fresh_again(shop):
    shop.fill(RICE)
    shop.clock.advance(timedelta(hours=30))
    now = shop.clock.now()
    silent = ProductDetail(key(RICE), now)
    shop.databases.details.save(silent)
    assert remarks(shop, RICE) == (Remark.TOO_OLD,)
    told = replace(silent, price_kind=PriceKind.PRICED, sale_price_krw=33900)
    shop.databases.details.save(told)
    assert remarks(shop, RICE) == (Remark.RAISED,)
    assert item(shop, RICE).checked_at == now


def test_a_catalogue_that_was_made_anew_makes_a_line_unknown_not_free(shop):
    shop.fill(RICE)
    with shop.databases.catalog.write() as connection:
        connection.exec_driver_sql("DELETE FROM product")
    assert remarks(shop, RICE) == (Remark.UNKNOWN,)
    found = sums(shop.cart.items())
    assert (found.lines, found.unknown, found.total_krw) == (1, 1, None)


def test_what_is_on_television_names_its_broadcast_until_it_is_over(shop):
    shop.broadcast(MACKEREL, NOON + timedelta(minutes=30))
    shop.cart.add(key(MACKEREL))
    found = item(shop, MACKEREL)
    assert found.airing.starts_at == NOON + timedelta(minutes=30)
    assert (found.is_sold_here, found.remarks) == (False, ())
    shop.clock.advance(timedelta(hours=2))
    assert remarks(shop, MACKEREL) == (Remark.OFF_AIR,)


def test_groups_are_of_one_seller_and_of_one_market(shop):
    shop.broadcast(MACKEREL)
    shop.cart.add(key(MACKEREL))
    jam = product("79", "들녘 딸기잼", 8900, source="kok", brand="들녘곳간")
    shop.fill(RICE, TOFU, jam)
    found = [(g.market, g.seller, [i.line.name for i in g.items]) for g in shop.cart.groups()]
    assert found == [
        ("mall", "들녘곳간", [jam.name, RICE.name]),
        ("mall", "콩마을", [TOFU.name]),
        ("tv", "한가람쇼핑", [MACKEREL.name]),
    ]


def test_only_what_is_checked_is_summed(shop):
    rice, _tofu = shop.fill(RICE, TOFU, quantity=2)
    both = sums(shop.cart.items())
    assert (both.lines, both.pieces) == (2, 4)
    assert (both.list_krw, both.discount_krw, both.total_krw) == (73800, 1000, 72800)
    shop.cart.check(rice.line_id, on=False)
    one = sums(shop.cart.items())
    assert (one.lines, one.list_krw, one.total_krw) == (1, 8000, 7000)


def test_nothing_checked_costs_nothing(shop):
    assert sums(()).total_krw == 0


def test_a_line_without_a_price_is_in_no_sum_and_is_counted(shop):
    shop.fill(RICE, TOFU)
    shop.price(TOFU, None, list_price_krw=None, price_kind=PriceKind.SOLD_OUT)
    found = sums(shop.cart.items())
    assert (found.lines, found.unknown, found.total_krw) == (2, 1, 32900)


@pytest.fixture(scope="module")
def stall(tmp_path_factory):
    with shopping(tmp_path_factory.mktemp("stall")) as found:
        found.fill(RICE)
        yield found


@given(st.integers(1, 5_000_000), st.integers(1, 10))
def test_a_sum_is_the_price_times_the_pieces(stall, price, quantity):
    found = stall.cart.items()[0]
    offer = replace(found.offer, sale_price_krw=price, list_price_krw=None)
    changed = replace(found, offer=offer, line=replace(found.line, quantity=quantity))
    total = sums([changed])
    assert total.total_krw == price * quantity
    assert isinstance(total.total_krw, int)
    assert total.discount_krw == 0
