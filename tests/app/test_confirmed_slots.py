from __future__ import annotations

from dataclasses import replace

from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import Confidence, PriceKind, ProductRole
from tests.helpers.listings import at, product, stored
from tests.helpers.storage_builders import airing, changed, opened, put, rows, save

FACES = "SELECT thumbnail_url, price_kind, sale_price_krw FROM product"
NAMES = "SELECT name, thumbnail_url FROM product"
PRICES = "SELECT sale_price_krw, last_seen_at FROM price_observation ORDER BY id"


def test_a_guide_that_confirms_a_slot_says_nothing_of_its_products(tmp_path):
    early = airing(at(8), product(thumbnail_url="https://a.example/1.jpg", price=39900))
    late = airing(at(12), product(thumbnail_url="https://a.example/2.jpg", price=35900))
    with opened(tmp_path) as databases:
        put(databases, early, late, at=at(1))
        before = rows(databases.catalog, NAMES), rows(databases.catalog, PRICES)
        confirmed = replace(early, confidence=Confidence.HIGH)
        save(databases, changed(ChangeKind.UPDATED, stored(early), stored(confirmed)), at=at(2))
        assert (rows(databases.catalog, NAMES), rows(databases.catalog, PRICES)) == before
        assert rows(
            databases.catalog,
            "SELECT confidence FROM broadcast WHERE starts_at = ?",
            int(at(8).timestamp()),
        ) == [("high",)]


def test_a_product_listed_beside_another_keeps_the_picture_and_price_of_its_own_show(tmp_path):
    main = product(thumbnail_url="https://a.example/large.jpg", price=39900)
    beside = replace(
        main,
        role=ProductRole.SIDE,
        thumbnail_url="https://a.example/small.jpg",
        price_kind=PriceKind.UNKNOWN,
        sale_price_krw=None,
    )
    faces = []
    for order in ((main, beside), (beside, main)):
        with opened(tmp_path / str(len(faces))) as databases:
            for hour, listed in enumerate(order):
                put(databases, airing(at(8 + hour), listed), at=at(hour))
            faces += rows(databases.catalog, FACES)
    assert faces == [("https://a.example/large.jpg", "priced", 39900)] * 2
