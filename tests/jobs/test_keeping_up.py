"""After a newer program the names are read and the search is indexed without a synchronisation."""

from __future__ import annotations

import threading

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from tests.app.conftest import NOW

OLD = FoodReading(True, 0.9, "an older model")


@pytest.fixture
def box(tmp_path):
    found = Container.open(tmp_path, None, ManualClock(NOW))
    listed = [
        ProductListing("kok", str(n), name, name, ProductRole.MAIN, PriceKind.UNKNOWN)
        for n, name in enumerate(("국산 고등어 1kg", "무쇠 프라이팬"))
    ]
    with found.databases.writer.transaction() as transaction:
        transaction.save_mall(listed, {ProductKey("kok", p.product_id): OLD for p in listed}, NOW)
    yield found
    found.close()


def names(box, text):
    return [product.name for product in box.food.search.search(text, "products").products]


def test_old_readings_are_renewed_and_what_is_food_can_be_found(box):
    assert names(box, "고등어") == []
    box.sync_job.keep_up(threading.Event())
    assert names(box, "고등어") == ["국산 고등어 1kg"]
    assert names(box, "프라이팬") == []
    assert not box.food.is_behind()


def test_a_program_that_is_closing_leaves_the_rest_for_the_next_start(box):
    closing = threading.Event()
    closing.set()
    box.sync_job.keep_up(closing)
    assert names(box, "고등어") == []
