"""The cart in its file: one line a product, refused whole, undone whole, safe with two windows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from eats_desktop.domain.cart import MOST_LINES, CartAddition
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey
from tests.helpers.listings import at
from tests.helpers.storage_builders import opened, rows

STEW, SOUP = RecipeKey("library", "stew"), RecipeKey("library", "soup")


def addition(number=1, quantity=1, recipe=None, price=5000):
    return CartAddition(
        ProductKey("kok", str(number)),
        "mall",
        f"두부 {number}",
        None,
        quantity,
        None,
        price,
        recipe,
    )


def add(databases, *additions, hour=9):
    return databases.cart.add(additions, at(hour))


def quantities(databases):
    return {int(line.product.product_id): line.quantity for line in databases.cart.lines()}


def test_a_line_reads_back_as_it_was_put_in_after_a_restart(tmp_path):
    with opened(tmp_path) as databases:
        (added,) = add(databases, addition(quantity=3, recipe=STEW))
    with opened(tmp_path) as databases:
        assert databases.cart.lines() == (added,)
        assert (added.quantity, added.recipe, added.seen_krw) == (3, STEW, 5000)
        assert (added.is_checked, added.added_at) == (True, at(9))


def test_the_newest_line_comes_first(databases):
    add(databases, addition(1), hour=9)
    add(databases, addition(2), addition(3), hour=10)
    assert [line.product.product_id for line in databases.cart.lines()] == ["3", "2", "1"]


def test_the_same_product_is_raised_and_keeps_its_price_and_recipe(databases):
    (first,) = add(databases, addition(recipe=STEW))
    databases.cart.check(first.line_id, on=False)
    (again,) = add(databases, addition(quantity=2, recipe=SOUP, price=9000), hour=10)
    assert (again.line_id, again.quantity) == (first.line_id, 3)
    assert (again.seen_krw, again.recipe, again.added_at) == (5000, STEW, at(9))
    assert again.is_checked


def test_a_line_without_a_recipe_takes_the_one_it_is_needed_for(databases):
    add(databases, addition())
    (again,) = add(databases, addition(recipe=SOUP))
    assert again.recipe == SOUP


@pytest.mark.parametrize("more", [0, -1, 11])
def test_a_quantity_outside_one_to_ten_is_refused(databases, more):
    with pytest.raises(InputError, match="두부 1"):
        add(databases, addition(quantity=more))


def test_more_than_ten_of_one_refuses_all_that_came_with_it(databases):
    add(databases, addition(1, quantity=9))
    with pytest.raises(InputError, match=r"10개까지.*지금 9개"):
        add(databases, addition(2), addition(1, quantity=2))
    assert quantities(databases) == {1: 9}


def test_the_cart_has_an_end(databases):
    add(databases, *(addition(n) for n in range(MOST_LINES)))
    with pytest.raises(InputError, match="200가지"):
        add(databases, addition(MOST_LINES))
    assert databases.cart.count() == MOST_LINES


def test_several_lines_go_and_come_back_as_they_were(databases):
    lines = add(databases, addition(1, quantity=4), addition(2, recipe=STEW), addition(3))
    databases.cart.check(lines[1].line_id, on=False)
    before = databases.cart.lines()
    removed = databases.cart.remove([lines[0].line_id, lines[1].line_id])
    assert quantities(databases) == {3: 1}
    databases.cart.restore(removed)
    databases.cart.restore(removed)
    assert databases.cart.lines() == before


def test_undo_meets_the_same_product_put_in_anew(databases):
    (line,) = add(databases, addition(quantity=7))
    removed = databases.cart.remove([line.line_id])
    (anew,) = add(databases, addition(quantity=6))
    assert anew.line_id != line.line_id
    databases.cart.restore(removed)
    assert quantities(databases) == {1: 10}


def test_a_number_is_never_dealt_twice(databases):
    (line,) = add(databases, addition(1))
    databases.cart.remove([line.line_id])
    (other,) = add(databases, addition(2))
    assert other.line_id > line.line_id


def test_what_is_not_there_is_not_changed(databases):
    assert databases.cart.set_quantity(77, 2) is None
    assert databases.cart.check(77, on=True) is None
    assert databases.cart.remove([77]).lines == ()


def test_two_windows_that_add_at_once_lose_no_piece(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as other:
        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(add, d, addition()) for d in (one, other) * 5]:
                done.result()
        assert quantities(one) == quantities(other) == {1: 10}


def test_a_price_of_nothing_is_no_price(databases):
    with pytest.raises(Exception, match="CHECK"):
        add(databases, addition(price=0))
    assert rows(databases.user, "SELECT count(*) FROM cart_line") == [(0,)]
