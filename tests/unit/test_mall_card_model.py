"""A long list of which only what is looked at is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import StorageEnvironmentError
from eats_desktop.domain.mall import MallCard
from eats_desktop.domain.offer import Offer
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.jobs.task_runner import Outcome
from eats_desktop.viewmodels.mall_card_model import MOST_PAGES, PAGE, MallCardModel

LONG = 50_000


def card(number, price=1000):
    at = datetime(2026, 11, 24, tzinfo=KST)
    named = (ProductKey("kok", str(number)), "mall", f"상품 {number}", None)
    return MallCard(Offer(*named, PriceKind.PRICED, None, price, None, None, None, at))


@dataclass
class Shelf:
    """Answers at once, on the same thread, and notes what it was asked for."""

    price: int = 1000
    fails: bool = False

    def __post_init__(self):
        self.asked = []
        self.gone = set()

    def cards(self, items):
        if self.fails:
            raise StorageEnvironmentError("읽지 못했어요")
        self.asked.append(tuple(items))
        return {item: card(item, self.price) for item in items if item not in self.gone}

    def read(self, work, done):
        try:
            done(Outcome(value=work()))
        except StorageEnvironmentError as error:
            done(Outcome(error=error))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(qapp, shelf):
    made = MallCardModel(shelf.cards, shelf)
    items = range(LONG)
    made.show(items, shelf.cards(items[:PAGE]))
    shelf.asked.clear()
    return made


def name(model, row):
    roles = {value.data().decode(): role for role, value in model.roleNames().items()}
    return model.data(model.index(row, 0), roles["name"])


def look(model, row):
    """Look at a row as a view does, and let the turn of the event loop end."""
    name(model, row)
    model._turn.stop()
    model._read_wanted()
    return name(model, row)


def test_the_first_page_is_there_and_another_comes_when_it_is_looked_at(model, shelf):
    assert model.rowCount() == LONG
    assert name(model, 0) == "상품 0"
    assert name(model, 30_000) == ""
    assert look(model, 30_000) == "상품 30000"
    assert shelf.asked == [tuple(range(30_000 // PAGE * PAGE, (30_000 // PAGE + 1) * PAGE))]


def test_only_so_much_is_ever_in_memory(model):
    for row in range(0, LONG, 997):
        look(model, row)
    assert model.held <= MOST_PAGES * PAGE
    assert look(model, 0) == "상품 0"


def test_of_what_flew_past_only_the_last_pages_are_read(model, shelf):
    for row in range(0, LONG, PAGE):
        name(model, row)
    model._turn.stop()
    model._read_wanted()
    assert len(shelf.asked) == MOST_PAGES // 2
    assert shelf.asked[0][0] // PAGE == (LONG - 1) // PAGE
    assert look(model, 20 * PAGE) == f"상품 {20 * PAGE}"


def test_what_left_the_mall_says_so_in_its_place(model, shelf):
    shelf.gone = {100}
    assert look(model, 101) == "상품 101"
    assert name(model, 100) == "지금은 팔지 않아요"
    assert model.rowCount() == LONG


def test_a_page_that_could_not_be_read_is_asked_for_again(model, shelf):
    shelf.fails = True
    assert look(model, 500) == ""
    shelf.fails = False
    assert look(model, 500) == "상품 500"


def test_cards_are_brought_up_to_date_in_their_places(model, shelf):
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.read_again()
    assert changed == []
    shelf.price = 900
    model.read_again()
    assert changed == [(0, PAGE - 1)]


def test_another_list_takes_no_page_of_the_last(model, shelf):
    look(model, 200)
    model.show(range(7), shelf.cards(range(7)))
    assert model.rowCount(QModelIndex()) == 7
    assert model.key_at(6) == "kok:6"
    assert model.key_at(7) == ""
