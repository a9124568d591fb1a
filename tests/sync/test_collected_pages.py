"""Collected HTML pages of five sellers, through HTTP and storing, hold what stands on them.

What is expected is taken from the pages by their documented selectors, not by the adapters.
"""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.registry import build_sources
from eats_desktop.sources.text import clean
from eats_desktop.sync.plan import SyncScope
from tests.helpers.sample_sites import SAMPLES, SampleSites, sample
from tests.helpers.source_cases import CHANNELS, TABLE
from tests.helpers.synced import NOW, program

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here"),
]
SELLERS = ("gsshop", "shinsegae", "skstoa", "wshopping", "shoppingnt")
AT = NOW.replace(hour=16, minute=50)
TODAY = AT.date()


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    data = tmp_path_factory.mktemp("pages") / "data"
    with SampleSites(TODAY) as sites, program(data, sites, AT) as running:
        running.outcomes = running.sync(SyncScope(days=1, names=frozenset(SELLERS)))
        yield running


def soup(name):
    return BeautifulSoup(sample(name), "html.parser")


def clocks(text):
    return re.findall(r"\d\d:\d\d", text)


def won(tag):
    digits = re.sub(r"\D", "", tag.text) if tag else ""
    return int(digits) if digits else None


def aired(synced, channel):
    found = synced.broadcasts(TODAY, channel)
    return sorted(found, key=lambda b: (b.starts_at, b.id.lineup))


def starts(synced, channel):
    return [f"{b.starts_at:%H:%M}" for b in aired(synced, channel)]


def sold(broadcast):
    return {p.product_id: p.sale_price_krw for p in broadcast.products}


def test_every_page_is_read_without_a_word(synced):
    for outcome in synced.outcomes.values():
        assert (outcome.status.value, outcome.message) == ("ok", ""), outcome
    assert set(synced.outcomes) == set(SELLERS)


def test_gs_gives_every_start_and_product(synced):
    page = soup("gsshop_tvScheduleDetail_20260725.html")
    articles = page.select("article.items:not(.onAirLast)")
    found = aired(synced, "gsshop")
    assert starts(synced, "gsshop") == [clocks(a.select_one(".times").text)[0] for a in articles]
    for article, broadcast in zip(articles, found, strict=True):
        items = article.select("li.prd-item")
        assert sold(broadcast) == {
            li["id"].rsplit("_", 1)[1]: won(li.select_one(".price-info strong")) for li in items
        }
        names = [li.select_one("dt.prd-name").text.replace("[TV상품]", "") for li in items]
        assert [p.name for p in broadcast.products] == [clean(name) for name in names]
    (consult,) = found[1].products
    assert (consult.price_kind, consult.product_url) == (PriceKind.CONSULT, None)
    assert f"{found[2].ends_at:%H:%M}" == clocks(articles[2].select_one(".times").text)[1]
    assert found[2].ends_at.date() > TODAY


def test_shinsegae_keeps_two_lineups_and_places_what_is_on_air(synced):
    items = soup("shinsegae_tvschedule-ajax_20260725.html").select("dl[data-onair]")
    times = [clocks(item.select_one("dt").text) for item in items]
    on_air = times.index([])
    times[on_air] = [times[on_air - 1][1], times[on_air + 1][0]]
    found = aired(synced, "shinsegae")
    assert [[f"{b.starts_at:%H:%M}", f"{b.ends_at:%H:%M}"] for b in found] == times
    twins = [b.id.lineup for b in found if times.count([f"{b.starts_at:%H:%M}", *times[2][1:]]) > 1]
    assert twins == [1, 2]
    for item, broadcast in zip(items, found, strict=True):
        assert sold(broadcast) == {
            card["data-gtm-item-id"]: won(card.select_one("._bestPrice"))
            for card in item.select("div.card")
        }
    assert "\u200b" not in found[on_air].products[0].name


def test_skstoa_inherits_times_and_leaves_recommendations_out(synced):
    page = soup("skstoa_tv_schedule_20260725.html")
    (recommended,) = page.select("div.recommend")
    recommended.extract()
    blocks = page.select("div.broadcast div.list.ga-prd")
    found = aired(synced, "skstoa")
    timed = [box.text for box in page.select("div.broadcast .timebox")]
    assert starts(synced, "skstoa") == [clocks(text)[0] for text in timed]
    listed = [p for b in found for p in b.products]
    inputs = [block.select_one("input.ga-prd-data") for block in blocks]
    assert [p.product_id for p in listed] == [tag["p-id"] for tag in inputs]
    assert [p.name for p in listed] == [clean(tag["p-name"]) for tag in inputs]
    shown = [won(block.select_one("span.price > span")) for block in blocks]
    assert [p.sale_price_krw for p in listed] == shown
    regular = [int(float(tag["p-price"])) or None for tag in inputs]
    assert [p.list_price_krw for p in listed] == regular
    assert len(found[0].products) == 2


def test_wshopping_reads_each_of_the_items_of_one_id(synced):
    items = soup("wshopping_broadcast_main_20260725.html").select("li#onairShow")
    found = aired(synced, "wshopping")
    assert starts(synced, "wshopping") == [clocks(i.select_one("p.time").text)[0] for i in items]
    for item, broadcast in zip(items, found, strict=True):
        cards = item.select("div.item_info.type1")
        assert sold(broadcast) == {
            re.search(r"goods/(\d+)", card["onclick"])[1]: won(card.select_one(".price em"))
            for card in cards
        }
    assert found[2].products[0].price_kind is PriceKind.CONSULT


def test_shoppingnt_reads_what_has_a_clock(synced):
    """The sample lacks the day before what is on air, whose start nobody can tell then."""
    items = soup("shoppingnt_tvBroadcastMain_20260725.html").select("ul.time-list > li")
    timed = [item for item in items if clocks(item.select_one(".tit-time").text)]
    found = aired(synced, "shoppingnt")
    assert len(timed) == len(items) - 1
    assert [[f"{b.starts_at:%H:%M}", f"{b.ends_at:%H:%M}"] for b in found] == [
        clocks(item.select_one(".tit-time").text) for item in timed
    ]
    for item, broadcast in zip(timed, found, strict=True):
        links = [a["href"].rsplit("/", 1)[1] for a in item.select("a.tit")]
        assert sold(broadcast) == {n: won(item.select_one("em.txt-2xl")) for n in links}


@pytest.mark.parametrize(
    "name", ["shoppingnt_selectBroadCastList_2021.html", "err_cp949_declared_utf8.html"]
)
def test_the_older_page_of_shoppingnt_in_either_charset(name):
    source = build_sources(CHANNELS, TABLE, {"shoppingnt": "list_2021"})["shoppingnt"]
    context = CrawlContext(CrawlTask("shoppingnt", "k", "shoppingnt", TODAY), AT)
    steps = source.crawl(context)
    next(steps)
    body = (SAMPLES / name).read_bytes()
    with pytest.raises(StopIteration) as done:
        steps.send(Page("https://site.example/", 200, body, "text/html", AT))
    slots = done.value.value.slots
    items = soup("shoppingnt_selectBroadCastList_2021.html").select("div.scdList > ol > li")
    assert [f"{s.starts_at:%H:%M}" for s in slots] == [
        clocks(i.select_one("em").text)[0] for i in items
    ]
    assert [s.products[0].sale_price_krw if s.products else None for s in slots] == [
        won(item.select_one("span.num")) for item in items
    ]
    assert [s.products[0].name if s.products else s.title for s in slots] == [
        clean(item.select_one("span.tits").text) for item in items
    ]
