"""The products a shopper looked at last: the newest first, each once, at most so many."""

from __future__ import annotations

from eats_desktop.domain.schedule import ProductKey
from tests.helpers.listings import DAY


def seen(databases, *numbers, keep=100):
    for number in numbers:
        databases.seen_products.put(ProductKey("kok", str(number)), DAY, keep)
    return [int(key.product_id) for key in databases.seen_products.newest(200)]


def test_the_newest_comes_first_and_one_seen_again_moves_up(databases):
    assert seen(databases, 1, 2, 3, 1) == [1, 3, 2]
    assert [key.product_id for key in databases.seen_products.newest(2)] == ["1", "3"]


def test_only_the_newest_hundred_are_kept(databases):
    assert seen(databases, *range(130)) == list(range(129, 29, -1))


def test_they_can_be_forgotten(databases):
    seen(databases, 1, 2)
    databases.seen_products.clear()
    assert seen(databases) == []
    assert seen(databases, 5) == [5]
