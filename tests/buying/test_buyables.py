"""What can be bought of a food now, in a real catalogue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.search.foods import Foods
from eats_desktop.services.buying_service import BuyingService
from eats_desktop.services.catalogue_indexing import CatalogueIndexing
from eats_desktop.services.search_index import SearchIndex
from tests.helpers.buying import NOW, need
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import airing, inserted, key, opened, query_plan, save


class Shop:
    def __init__(self, databases, reader):
        self.databases = databases
        self._reader = reader
        lexicon = reader.words.lexicon
        index = SearchIndex(databases.search_index, lambda: None)
        self._indexing = CatalogueIndexing(
            databases.search_upkeep, index, Foods(lambda: lexicon), reader.read_title
        )
        self.service = BuyingService(databases.buyables, lambda: lexicon, ManualClock(NOW))

    def air(self, starts_at, name, product_id="1", **changes):
        slot = airing(starts_at, product(product_id, name, **changes.pop("product", {})))
        readings = {product_id: self._reader.read(name)}
        save(self.databases, inserted(slot, **changes), readings=readings)
        self._index()

    def stock(self, name, product_id="9", **changes):
        listed = product(product_id, name, source="kok", **changes)
        reading = {key(listed): self._reader.read(name)}
        with self.databases.writer.transaction() as tx:
            tx.save_mall([listed], reading, NOW)
        self._index()

    def _index(self):
        while self._indexing.step():
            pass

    def found(self, food="고등어"):
        return self.service.for_need(need(food, 500))


@pytest.fixture
def shop(tmp_path, reader):
    with opened(tmp_path / "data") as databases:
        yield Shop(databases, reader)


def test_both_markets_are_offered_together(shop):
    shop.air(at(20), "손질 고등어 120g x 8팩")
    shop.stock("노르웨이 고등어 500g")
    assert {one.offer.market for one in shop.found()} == {"tv", "mall"}


def test_the_next_airing_sells_a_product_at_its_price_there(shop):
    name = "손질 고등어 120g x 8팩"
    shop.air(at(9), name, product={"price": 10000})
    shop.air(at(22), name, product={"price": 20000})
    shop.air(at(15), name, product={"price": 30000})
    (found,) = shop.found()
    assert found.broadcast.starts_at == at(15)
    assert found.offer.price_krw == 30000


def test_what_is_on_air_counts(shop):
    shop.air(at(11, 30), "손질 고등어 120g x 8팩")
    (found,) = shop.found()
    assert found.broadcast.starts_at == at(11, 30)


@pytest.mark.parametrize(
    ("starts_at", "changes"),
    [
        (at(9), {}),
        (at(11), {}),
        (at(20), {"cancelled_at": at(10)}),
        (at(20), {"moved_to": at(21)}),
        (at(20), {"product": {"price_kind": PriceKind.SOLD_OUT}}),
    ],
)
def test_what_is_over_cancelled_moved_away_or_sold_out_is_not_offered(shop, starts_at, changes):
    shop.air(starts_at, "손질 고등어 120g x 8팩", **changes)
    assert shop.found() == ()


def test_a_cancelled_airing_does_not_hide_a_later_one(shop):
    shop.air(at(13), "손질 고등어 120g x 8팩", cancelled_at=at(10))
    shop.air(at(20), "손질 고등어 120g x 8팩")
    (found,) = shop.found()
    assert found.broadcast.starts_at == at(20)


def test_one_product_with_very_many_airings_leaves_room_for_the_others(shop):
    for hour in range(30):
        shop.air(at(13) + timedelta(hours=hour), "손질 고등어 120g x 8팩")
    shop.air(at(13) + timedelta(hours=40), "노르웨이 순살 고등어 1kg", "2")
    shop.stock("자반 고등어 500g")
    assert len(shop.found()) == 3


def test_what_the_mall_has_sold_out_is_not_offered(shop):
    shop.stock("노르웨이 고등어 500g", price_kind=PriceKind.SOLD_OUT)
    assert shop.found() == ()


def test_what_its_page_says_has_ended_is_not_offered(shop):
    shop.stock("노르웨이 고등어 500g", "77")
    assert len(shop.found()) == 1
    gone = ProductDetail(ProductKey("kok", "77"), NOW, is_ended=True)
    shop.databases.details.save(gone)
    assert shop.found() == ()


def test_other_foods_are_not_even_read(shop):
    shop.stock("무안 양파 3kg", "5")
    shop.stock("고등어 밀키트 그릇", "6")
    assert shop.databases.buyables.offered({"고등어"}, NOW) == ()


def test_no_table_is_gone_through_for_it(shop):
    plan = query_plan(
        shop.databases.catalog, lambda: shop.databases.buyables.offered({"고등어", "삼치"}, NOW)
    )
    assert "SEARCH c USING PRIMARY KEY (food=? AND is_made_of=?)" in plan
    named = ("named", "(subquery", "channel_number")
    assert not [step for step in plan if step.startswith("SCAN") and not step[5:].startswith(named)]
