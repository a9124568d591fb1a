"""Whether a product's page is due, and how often one that is opened again is asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.errors import SourceBlockedError
from eats_desktop.domain.product_detail import DetailAttempt, ProductDetail
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.services.detail_service import DetailService

NOW = datetime(2026, 11, 25, 20, tzinfo=KST)
KEY = ProductKey("kok", "1400001")


class Pages:
    """Knows one product; `asked` counts what reached its seller."""

    def __init__(self):
        self.known = self.tried = None
        self.food = True
        self.asked = []
        self.failure = None

    def detail(self, _key):
        return self.known

    def attempt(self, _key):
        return self.tried

    def is_food(self, _key):
        return self.food

    def ask(self, key):
        self.asked.append(key)
        if self.failure is not None:
            raise self.failure
        self.known = ProductDetail(key, NOW)


@pytest.fixture
def pages():
    return Pages()


@pytest.fixture
def clock():
    return ManualClock(NOW)


@pytest.fixture
def service(pages, clock):
    return DetailService(pages, lambda source: source == "kok", pages.ask, clock)


def test_what_is_missing_is_due_and_what_came_is_not_for_a_day(service, clock):
    assert service.of_product(KEY).is_due
    assert not service.ask(KEY).is_due
    clock.advance(timedelta(hours=24) - timedelta(seconds=1))
    assert not service.of_product(KEY).is_due
    clock.advance(timedelta(seconds=1))
    assert service.of_product(KEY).is_due


def test_what_is_no_food_or_not_read_is_never_due(service, pages):
    assert not service.of_product(ProductKey("nsmall", "1")).can_ask
    pages.food = False
    known = service.of_product(KEY)
    assert (known.can_ask, known.is_due) == (False, False)


def test_after_a_refusal_it_rests_though_nothing_was_stored(service, pages, clock):
    pages.failure = SourceBlockedError()
    with pytest.raises(SourceBlockedError):
        service.ask(KEY)
    assert service.of_product(KEY).can_ask
    assert not service.of_product(KEY).is_due
    assert service.of_product(ProductKey("kok", "2")).is_due
    clock.advance(timedelta(minutes=10))
    assert service.of_product(KEY).is_due


def test_a_failure_of_a_run_lets_it_rest_too(service, pages, clock):
    pages.tried = DetailAttempt(NOW, NOW + timedelta(hours=6), 1)
    clock.advance(timedelta(minutes=9))
    assert not service.of_product(KEY).is_due
    clock.advance(timedelta(minutes=1))
    assert service.of_product(KEY).is_due
