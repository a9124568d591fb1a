"""Collected JSON answers of four sellers, through HTTP and storing, hold what stands in them."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sync.plan import SyncScope
from tests.helpers.sample_sites import SAMPLES, SampleSites, sample
from tests.helpers.synced import NOW, program

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here"),
]
SELLERS = ("lotteimall", "cjonstyle", "kshop", "gongyoung")
TODAY = NOW.date()
_ENDS = ("bdStrDtm", "bdEndDtm")


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    data = tmp_path_factory.mktemp("answers") / "data"
    with SampleSites(TODAY) as sites, program(data, sites, NOW) as running:
        running.outcomes = running.sync(SyncScope(days=1, names=frozenset(SELLERS)))
        yield running


def aired(synced, channel):
    return sorted(synced.broadcasts(TODAY, channel), key=lambda b: b.starts_at)


def clocks(broadcasts):
    return [(f"{b.starts_at:%H:%M}", f"{b.ends_at:%H:%M}") for b in broadcasts]


def prices(broadcast):
    return {p.product_id: (p.list_price_krw, p.sale_price_krw) for p in broadcast.products}


def won(text):
    digits = re.sub(r"\D", "", str(text or ""))
    return int(digits) if digits else None


def told(name):
    return json.loads(sample(name))


def test_every_answer_is_read_and_only_its_holes_are_told(synced):
    assert {o.status.value for o in synced.outcomes.values()} == {"ok"}
    assert {o.message[:2] for o in synced.outcomes.values()} == {"", "H5"}


@pytest.mark.parametrize(
    ("channel", "name"), [("lotteimall", "scheduleLive"), ("lotte_onetv", "scheduleOne")]
)
def test_lotteimall_holds_its_own_day_with_titles_and_related_products(synced, channel, name):
    rows = told(f"lotteimall_{name}_20260725.json")["body"]["prod"]
    own = [row for row in rows if row["sdate"].startswith("2026-07-25")]
    found = aired(synced, channel)
    assert len(own) > 1
    assert clocks(found) == [(row["stime"], row["etime"]) for row in own]
    for broadcast, row in zip(found, own, strict=True):
        number = re.search(r"goods_no=(\d+)", row["linkInfo"])[1]
        wanted = {number: (won(row["price_orig"]), won(row["price_disc"]))}
        for side in row.get("related", []):
            wanted[side["goodsNo"]] = (None, won(side["price_disc"]))
        assert prices(broadcast) == wanted
        if "pgmMap" in row:
            assert broadcast.title == row["pgmMap"]["titNm"]


def test_cjonstyle_tells_instants(synced):
    programmes = told("cjonstyle_tvSchedule_live.json")["result"]["programList"]
    wanted = [
        tuple(f"{datetime.fromtimestamp(row[at] / 1000, KST):%H:%M}" for at in _ENDS)
        for row in programmes
    ]
    found = aired(synced, "cjonstyle")
    assert clocks(found) == wanted
    for broadcast, row in zip(found, programmes, strict=True):
        assert prices(broadcast) == {
            item["itemCd"]: (None, item["salePrice"]) for item in row["itemList"]
        }
    (consult,) = [p for b in found for p in b.products if p.sale_price_krw is None]
    assert consult.price_kind is PriceKind.CONSULT


def test_kshop_marks_who_leads(synced):
    rows = told("kshop_broadcast_20260725.json")["data"]["tvScheduleList"]
    found = aired(synced, "kshop")
    assert clocks(found) == [(row["brdBgnDtm"][11:16], row["brdClDtm"][11:16]) for row in rows]
    for broadcast, row in zip(found, rows, strict=True):
        items = sorted(row["productList"], key=lambda item: item["dlgPrdYn"] != "Y")
        assert [p.product_id for p in broadcast.products] == [item["dpPrdId"] for item in items]
        assert broadcast.title == (row["schdNm"] or None)


def test_gongyoung_takes_the_discount_of_the_price_answer(synced):
    rows = told("gongyoung_selectScheduleSub_20260725.json")["prdList"]
    answer = sample("gongyoung_getGoodsUnitInfo.xml")
    rates = dict(re.findall(r"<prdId>(\d+)</prdId>.*?<pnmDcRate>(\d*)</pnmDcRate>", answer))
    found = aired(synced, "gongyoung")
    held = {key: value for b in found for key, value in prices(b).items()}
    assert {number for number in rates if rates[number]}
    for row in (row for row in rows if row["prdId"]):
        known = row["prdId"] in rates
        cut = int(rates.get(row["prdId"]) or 0)
        wanted = (row["prdPrc"] if known else None, row["prdPrc"] * (100 - cut) // 100)
        assert held[row["prdId"]] == wanted
    assert found[-1].products == ()
