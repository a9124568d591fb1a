"""Search finds every word as it is written, food only, in the order a shopper needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.domain.reconciliation import ChangeKind
from tests.helpers.listings import at, product, stored
from tests.helpers.storage_builders import FOOD, OTHER, airing, changed, inserted, key, put, save

NOW = at(12)


def found(databases, *words, limit=50):
    return [b.starts_at for b in databases.search.matching_broadcasts(words, limit, NOW)]


def named(name, product_id="1", **changes):
    return product(product_id, name, **changes)


def mall(databases, *products):
    with databases.writer.transaction() as tx:
        tx.save_mall(products, {key(each): FOOD for each in products}, at(6))


def mall_names(databases, *words, limit=50):
    return [p.name for p in databases.search.matching_products(words, limit)]


@pytest.mark.parametrize(
    ("words", "hit"),
    [
        (("고등어",), True),
        (("고등어", "8팩"), True),
        (("손질고등어",), True),
        (("바다골",), True),
        (("고등어", "삼치"), False),
        (("고등아",), False),
    ],
)
def test_every_word_must_occur_and_blanks_do_not_matter(databases, words, hit):
    put(databases, airing(at(13), named("바다골 손질 고등어 8팩")))
    assert bool(found(databases, *words)) is hit


@pytest.mark.parametrize("sign", ["%", "_", "/", "\\", "'", '"', "*", "?", "["])
def test_signs_are_looked_for_as_they_are(databases, sign):
    put(
        databases,
        airing(at(13), named(f"고등어 50{sign}팩")),
        airing(at(14), named("고등어 50개팩", "2")),
    )
    assert found(databases, f"50{sign}팩") == [at(13)]


def test_a_brand_is_searched_beside_the_name(databases):
    put(databases, airing(at(13), named("손질 고등어", brand="바다 골")))
    assert found(databases, "바다골", "고등어") == [at(13)]


def test_a_title_without_products_is_searched(databases):
    put(databases, airing(at(13), title="아침 장보기"), airing(at(14)))
    assert found(databases, "장보기") == [at(13)]


def test_words_of_two_products_are_not_put_together(databases):
    put(databases, airing(at(13), named("고등어"), named("소면", "2")))
    assert found(databases, "고등어", "소면") == []


def test_only_food_is_found(databases):
    put(
        databases,
        airing(at(13), named("고등어 그릴"), named("소면", "2")),
        airing(at(14), named("고등어 그릇", "3"), is_food=False),
        readings={"1": OTHER, "3": OTHER},
    )
    assert found(databases, "고등어") == []
    assert found(databases, "소면") == [at(13)]


def test_on_air_comes_first_then_the_soonest_and_the_past_last(databases):
    past = [airing(at(hour), named("고등어")) for hour in (8, 9)]
    live = airing(at(11, 30), named("고등어"))
    ahead = [airing(at(hour), named("고등어")) for hour in (14, 13)]
    put(databases, *past, live, *ahead)
    save(databases, inserted(airing(at(15), named("고등어")), cancelled_at=at(3)))
    assert found(databases, "고등어") == [at(11, 30), at(13), at(14), at(15), at(9), at(8)]


@pytest.mark.parametrize("limit", range(1, 7))
def test_a_limit_keeps_the_first_ones(databases, limit):
    slots = [airing(at(hour), named("고등어")) for hour in (8, 9, 13, 14)]
    put(databases, *slots, airing(at(11), named("고등어"), minutes=61))
    save(databases, inserted(airing(at(15), named("고등어")), cancelled_at=at(3)))
    assert found(databases, "고등어", limit=limit) == found(databases, "고등어")[:limit]


def test_what_starts_or_ends_this_moment_is_on_the_right_side(databases):
    put(databases, airing(at(11), named("고등어")), airing(at(12), named("고등어")))
    assert found(databases, "고등어", limit=1) == [at(12)]


def test_the_old_key_of_a_corrected_broadcast_is_not_found(databases):
    put(databases, airing(at(13), named("고등어")))
    before = stored(airing(at(13), named("고등어")))
    after = replace(before, moved_to=at(13, 3))
    save(databases, changed(ChangeKind.CORRECTED, before, after))
    assert found(databases, "고등어") == []


def test_a_found_broadcast_comes_with_all_its_products(databases):
    put(databases, airing(at(13), named("고등어"), named("소면", "2")))
    (hit,) = databases.search.matching_broadcasts(("소면",), 50, NOW)
    assert [p.name for p in hit.products] == ["고등어", "소면"]


def test_mall_products_are_found_shortest_name_first(databases):
    mall(
        databases,
        named("들녘 햅쌀 10kg 햇곡", "1", source="kok"),
        named("들녘 햅쌀", "2", source="kok", price=32900),
        named("찹쌀", "3", source="kok"),
    )
    assert mall_names(databases, "햅쌀") == ["들녘 햅쌀", "들녘 햅쌀 10kg 햇곡"]
    assert mall_names(databases, "햅쌀", limit=1) == ["들녘 햅쌀"]
    (first, *_) = databases.search.matching_products(("햅쌀",), 50)
    assert (first.price_krw, first.key.source) == (32900, "kok")


def test_products_of_broadcasts_are_not_mall_products(databases):
    put(databases, airing(at(13), named("햅쌀")))
    assert mall_names(databases, "햅쌀") == []


def test_letters_are_found_in_either_case(databases):
    mall(databases, replace(named("ABC 햅쌀", "1"), source="kok"))
    assert mall_names(databases, "abc") == ["ABC 햅쌀"]
