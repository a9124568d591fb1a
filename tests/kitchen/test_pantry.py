from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.domain.events import PantryChanged
from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.pantry import Origin
from tests.helpers.kitchen import NOW, ordered

KILO = Quantity(Fraction(1), Fraction(1), "kg")


def names(shop):
    return [item.name for item in shop.pantry.items()]


def test_a_written_line_is_put_in_with_amount_and_day(shop):
    shop.pantry.add("양파 2와1/2개", date(2026, 12, 1))
    (item,) = shop.pantry.items()
    assert (item.name, item.food, item.origin) == ("양파", "양파", Origin.HAND)
    assert item.quantity == Quantity(Fraction(5, 2), Fraction(5, 2), "개")
    assert (item.use_by, item.added_at) == (date(2026, 12, 1), NOW)
    assert shop.events == [PantryChanged()]


def test_what_the_lexicon_does_not_know_keeps_its_name(shop):
    shop.pantry.add("할머니표 비법 뭉치")
    (item,) = shop.pantry.items()
    assert (item.name, item.food, item.quantity) == ("할머니표 비법 뭉치", None, None)


def test_a_line_that_names_nothing_is_refused(shop):
    with pytest.raises(InputError):
        shop.pantry.add("  ")
    assert (shop.pantry.items(), shop.events) == ((), [])


def test_what_has_to_go_first_comes_first(shop):
    shop.pantry.add("무 1개")
    shop.pantry.add("두부 1모", date(2026, 12, 3))
    shop.pantry.add("콩나물 300g", date(2026, 11, 27))
    shop.pantry.add("배추 1포기")
    assert names(shop) == ["콩나물", "두부", "배추", "무"]


def test_amount_and_day_are_changed_and_forgotten(shop):
    (item,) = shop.pantry.add("양파 3개").after
    shop.pantry.change(item.item_id, quantity=KILO, use_by=date(2026, 12, 9))
    (changed,) = shop.pantry.items()
    assert (changed.quantity, changed.use_by) == (KILO, date(2026, 12, 9))
    shop.pantry.change(item.item_id, quantity=None, use_by=None)
    (changed,) = shop.pantry.items()
    assert (changed.quantity, changed.use_by, changed.name) == (None, None, "양파")


def test_every_change_can_be_undone(shop):
    added = shop.pantry.add("양파 3개")
    (item,) = added.after
    before = shop.pantry.items()
    changed = shop.pantry.change(item.item_id, quantity=KILO, use_by=None)
    shop.pantry.undo(changed)
    assert shop.pantry.items() == before
    removed = shop.pantry.remove([item.item_id])
    assert shop.pantry.items() == ()
    shop.pantry.undo(removed)
    assert shop.pantry.items() == before
    shop.pantry.undo(added)
    assert shop.pantry.items() == ()
    assert len(shop.events) == 6


def test_nothing_is_removed_when_one_of_them_is_not_there(shop):
    (item,) = shop.pantry.add("양파 3개").after
    with pytest.raises(NotFoundError, match="999"):
        shop.pantry.remove([item.item_id, 999])
    assert names(shop) == ["양파"]
    with pytest.raises(NotFoundError, match="999"):
        shop.pantry.change(999, quantity=None, use_by=None)


def test_a_usual_shelf_life_is_suggested_and_not_believed(shop, lexicon):
    (item,) = shop.pantry.add("두부 1모").after
    days = lexicon.shelf_days("두부")
    assert shop.pantry.suggested_use_by(item) == NOW.date() + timedelta(days=days)
    assert shop.pantry.items()[0].use_by is None
    (odd,) = shop.pantry.add("할머니표 비법 뭉치").after
    assert shop.pantry.suggested_use_by(odd) is None


def test_a_paid_order_is_put_in_once_with_one_undo(shop):
    number = ordered(shop.databases, "국산 대파 1단", quantity=2)
    assert shop.pantry.unfilled_orders() == (number,)
    filled = shop.pantry.fill(number)
    (item,) = shop.pantry.items()
    assert (item.name, item.food, item.origin) == ("국산 대파 1단", "대파", Origin.ORDER)
    assert (item.quantity, item.use_by) == (Quantity(Fraction(2), Fraction(2), "개"), None)
    assert item.order_no == number
    assert shop.pantry.unfilled_orders() == ()
    with pytest.raises(ConflictError):
        shop.pantry.fill(number)
    assert len(shop.pantry.items()) == 1
    shop.pantry.undo(filled)
    assert (shop.pantry.items(), shop.pantry.unfilled_orders()) == ((), (number,))
    shop.pantry.fill(number)
    assert len(shop.pantry.items()) == 1


def test_what_a_pack_holds_counts_for_every_pack_bought(shop):
    shop.pantry.fill(ordered(shop.databases, "한돈 삼겹살 500g x 3팩", quantity=2))
    (item,) = shop.pantry.items()
    assert (item.food, item.quantity) == (
        "삼겹살",
        Quantity(Fraction(3000), Fraction(3000), "g"),
    )


def test_what_was_made_from_a_food_is_put_in_as_what_it_is(shop):
    shop.pantry.fill(ordered(shop.databases, "무농약 양파즙 100ml 30포"))
    (item,) = shop.pantry.items()
    assert item.food == "양파즙"


def test_what_is_no_food_is_not_put_in(shop):
    number = ordered(shop.databases, "스테인리스 프라이팬 28cm")
    assert shop.pantry.fill(number).after == ()
    assert shop.pantry.items() == ()


@pytest.mark.parametrize(
    "state",
    [
        OrderState.RECEIVED,
        OrderState.PAYMENT_REQUESTED,
        OrderState.CANCELLED,
        OrderState.REFUND_REQUESTED,
        OrderState.REFUNDED,
    ],
)
def test_only_what_is_paid_and_kept_is_put_in(shop, state):
    number = ordered(shop.databases, "국산 대파 1단", to=state)
    assert shop.pantry.unfilled_orders() == ()
    with pytest.raises(NotFoundError, match=number):
        shop.pantry.fill(number)


def test_the_pantry_outlives_the_program(shop, databases):
    shop.pantry.add("양파 1/3개", date(2026, 12, 1))
    before = shop.pantry.items()
    databases.close()
    assert shop.pantry.items() == before
