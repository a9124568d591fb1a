"""Collected pages in the real formats, re-dated to today, fill the channels they speak of."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sync.plan import SyncScope
from tests.helpers.sample_sites import SAMPLES, SampleSites, sample
from tests.helpers.synced import NOW, program

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here"),
]
AT = NOW.replace(hour=16, minute=50)
TODAY = AT.date()
SCOPE = SyncScope(days=2)


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    data = tmp_path_factory.mktemp("samples") / "data"
    with SampleSites(TODAY) as sites, program(data, sites, AT) as running:
        running.outcomes = running.sync(SCOPE)
        yield running


def products(running, channel):
    return {p.product_id: p for b in running.broadcasts(TODAY, channel) for p in b.products}


def test_every_source_answers_well(synced):
    assert {name: o.status.value for name, o in synced.outcomes.items()} == dict.fromkeys(
        SOURCES, "ok"
    )


def test_all_17_channels_are_filled(synced):
    assert len({b.id.channel_id for b in synced.broadcasts(TODAY)}) == 17


def test_a_second_sync_inserts_nothing(synced):
    before = synced.shown()
    outcomes = synced.sync(SCOPE)
    assert sum(outcome.inserted + outcome.updated for outcome in outcomes.values()) == 0
    assert synced.shown() == before


def test_the_programme_on_air_has_its_own_clock(synced):
    sold = [b for b in synced.broadcasts(TODAY, "hnsmall") if b.products]
    (live,) = [b for b in sold if b.starts_at <= AT < b.ends_at]
    assert (live.starts_at, live.ends_at) == (
        AT.replace(minute=40),
        AT.replace(hour=17, minute=40),
    )


@pytest.mark.parametrize(("kind", "channel"), [("etv", "hmall"), ("dtv", "hmall_plus")])
def test_every_listed_product_is_there_on_the_day_asked_for(synced, kind, channel):
    items = json.loads(sample(f"hmall_tv-list_{kind}_20250806.json"))["respData"]["broadItemList"]
    found = products(synced, channel)
    for item in items:
        assert item["slitmCd"] in found
        rental = item.get("monthRentalPrc", "0") not in ("0", None)
        if item["bbprc"] and not rental:
            listed = found[item["slitmCd"]]
            assert listed.sale_price_krw == item["bbprc"] + item["copnAmt"]
            if item["copnAmt"]:
                assert listed.conditional.price_krw == item["bbprc"]
            else:
                assert listed.conditional is None
        else:
            assert found[item["slitmCd"]].price_krw is None
        for side in item.get("withItemList") or ():
            assert side["slitmCd"] in found
    days = {b.starts_at.date() for b in synced.broadcasts(TODAY, channel) if b.products}
    assert days <= {TODAY, TODAY - timedelta(days=1)}


def test_a_product_without_a_price_row_has_an_unknown_price(synced):
    rows = json.loads(sample("nsmall_brdctPriceInfo_tv_20250806.json"))["data"]["resultData"]
    priced = {row["goodsCd"]: row for row in rows}
    found = products(synced, "nsmall")
    assert set(found) - set(priced)
    for number, product in found.items():
        row = priced.get(number)
        if row is None:
            assert product.price_kind is PriceKind.UNKNOWN
        elif row["dcPrice"]:
            assert product.sale_price_krw == row["dcPrice"]
        else:
            assert product.price_kind is PriceKind.CONSULT


def test_the_malls_cards_are_read_by_their_own_ids(synced):
    found = synced.rows(
        "SELECT product_id, price_kind, sale_price_krw FROM product"
        " WHERE source = 'kok' ORDER BY product_id"
    )
    assert len(found) == 4
    assert [kind for _, kind, _ in found].count("soldout") == 1
    assert all(
        f'data-product-id="{number}"' in sample("kok_list_1611_p1.html") for number, *_ in found
    )
    assert all(price for _, kind, price in found if kind == "priced")
