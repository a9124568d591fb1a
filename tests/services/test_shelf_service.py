"""비슷한 상품, 비슷한 방송: what stands on a shelf and in which order."""

from __future__ import annotations

from dataclasses import replace

from eats_desktop.domain.catalog import ReadProduct
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.search.matching import Match, Nearness
from eats_desktop.services.shelf_service import ShelfService
from tests.domain.test_offer import offer
from tests.helpers.broadcasts import Schedule, at, broadcast
from tests.helpers.storage_builders import FOOD

OURS = ProductKey("kok", "1")
NOON = at(12)


def tv(number):
    return ProductKey("hmall", str(number))


class Similar:
    """Answers with the products it was given, best first."""

    def __init__(self, *keys, names=None):
        self._names = names or {}
        self._keys = keys

    def of_product(self, key, to, limit):
        return tuple(
            Match(
                ReadProduct(k, self._names.get(k, f"고등어 {k}"), FOOD), 0.9, Nearness.SAME, (to,)
            )
            for k in self._keys[:limit]
        )


class Offers:
    def __init__(self, *keys):
        self._known = {key: replace(offer(None, 9900), key=key) for key in keys}

    def offers(self, keys):
        return {key: self._known[key] for key in keys if key in self._known}


def shelf(similar, *broadcasts, offers=()):
    return ShelfService(lambda: similar, Offers(*offers), Schedule(*broadcasts), ManualClock(NOON))


def shown(service):
    return [one.broadcast.starts_at for one in service.broadcasts(OURS)]


def test_the_mall_shelf_keeps_the_order_and_shows_five():
    keys = [ProductKey("kok", str(n)) for n in range(10, 17)]
    found = shelf(Similar(*keys), offers=keys).mall(tv(1))
    assert [one.offer.key for one in found] == keys[:5]
    assert found[0].why == ("mall",)


def test_what_is_gone_from_the_mall_leaves_no_hole():
    keys = [ProductKey("kok", str(n)) for n in range(10, 17)]
    found = shelf(Similar(*keys), offers=keys[1:]).mall(tv(1))
    assert [one.offer.key for one in found] == keys[1:6]


def test_what_is_on_air_stands_before_what_comes_soonest():
    late = broadcast(at(20), product=tv(1))
    live = broadcast(at(11, 30), product=tv(2))
    soon = broadcast(at(13), product=tv(3))
    assert shown(shelf(Similar(tv(1), tv(2), tv(3)), late, live, soon)) == [
        at(11, 30),
        at(13),
        at(20),
    ]


def test_only_what_can_still_be_watched_stands_there():
    over = broadcast(at(10), product=tv(1))
    cancelled = replace(broadcast(at(14), product=tv(2)), cancelled_at=NOON)
    assert shown(shelf(Similar(tv(1), tv(2)), over, cancelled)) == []


def test_the_next_airing_of_each_product_stands_once():
    first, again = broadcast(at(13), product=tv(1)), broadcast(at(18), product=tv(1))
    assert shown(shelf(Similar(tv(1)), again, first)) == [at(13)]


def test_one_product_of_two_sellers_stands_at_its_sooner_airing():
    other = ProductKey("nsmall", "9")
    similar = Similar(tv(1), other, names={tv(1): "고등어 1kg", other: "고등어 1kg"})
    late, soon = broadcast(at(18), product=tv(1)), broadcast(at(13), product=other)
    assert shown(shelf(similar, late, soon)) == [at(13)]


def test_one_broadcast_stands_once_though_it_sells_two_counterparts():
    both = broadcast(at(13), product=tv(1))
    beside = replace(both.products[0], product_id="2")
    both = replace(both, products=(both.products[0], beside))
    (one,) = shelf(Similar(tv(1), tv(2)), both).broadcasts(OURS)
    assert one.product.key == tv(1)


def test_a_product_is_no_counterpart_of_itself():
    assert shelf(Similar(OURS), offers=[OURS]).mall(OURS) == ()


def test_the_likest_five_stand_there_not_the_soonest():
    keys = [tv(n) for n in range(7)]
    slots = [broadcast(at(20 - n), product=key) for n, key in enumerate(keys)]
    assert shown(shelf(Similar(*keys), *slots)) == [at(16), at(17), at(18), at(19), at(20)]
