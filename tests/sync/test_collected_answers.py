"""Collected JSON answers of four sellers, through HTTP and storing, hold what is known of them."""

from __future__ import annotations

import pytest

from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sync.plan import SyncScope
from tests.helpers.sample_sites import SAMPLES, SampleSites
from tests.helpers.synced import NOW, program

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here"),
]
SELLERS = ("lotteimall", "cjonstyle", "kshop", "gongyoung")
TODAY = NOW.date()


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
    return {
        p.product_id: (p.price_kind, p.list_price_krw, p.sale_price_krw) for p in broadcast.products
    }


def test_every_answer_is_read_and_only_its_holes_are_told(synced):
    assert {o.status.value for o in synced.outcomes.values()} == {"ok"}
    assert {o.message[:2] for o in synced.outcomes.values()} == {"", "H5"}


def test_lotteimall_leaves_the_neighbours_of_both_nights_out(synced):
    found = aired(synced, "lotteimall")
    assert clocks(found) == [("15:30", "16:30"), ("16:30", "17:30"), ("23:40", "00:40")]
    first, rental, _ = found
    assert first.title == "최유라쇼"
    assert prices(first) == {
        "12899393": (PriceKind.PRICED, 49900, 39900),
        "12899394": (PriceKind.PRICED, None, 19900),
    }
    assert prices(rental) == {"12867566": (PriceKind.UNKNOWN, None, None)}


def test_onetv_has_slots_of_five_minutes(synced):
    assert clocks(aired(synced, "lotte_onetv")) == [("03:01", "03:06"), ("12:41", "13:41")]


def test_cjonstyle_tells_instants(synced):
    found = aired(synced, "cjonstyle")
    assert clocks(found)[:3] == [("05:00", "05:30"), ("05:30", "06:30"), ("06:30", "07:30")]
    assert [b.title for b in found][:3] == [None, "김치특집", None]
    assert prices(found[1])["2087317942"] == (PriceKind.PRICED, None, 29900)
    assert prices(found[2]) == {"2085510048": (PriceKind.CONSULT, None, None)}


def test_kshop_marks_who_leads(synced):
    found = aired(synced, "kshop")
    assert clocks(found)[0] == ("17:42", "18:42")
    assert [p.product_id for p in found[0].products] == ["9689141", "9553841"]
    assert found[0].title == "오늘맛타이밍"
    assert prices(found[1]) == {"10570448": (PriceKind.UNKNOWN, None, None)}


def test_gongyoung_takes_the_discount_of_the_price_answer(synced):
    found = aired(synced, "gongyoung")
    assert clocks(found) == [("01:00", "02:00"), ("21:45", "22:50"), ("23:50", "00:50")]
    first, second, notice = found
    assert prices(first) == {
        "11950729": (PriceKind.PRICED, 27900, 22320),
        "11948726": (PriceKind.PRICED, None, 59900),
    }
    assert prices(second)["11945626"] == (PriceKind.PRICED, 39900, 39900)
    assert notice.products == ()
