"""The demonstration pages of the sellers beside the first three, read as documented."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.plan import WeekPlan
from eats_desktop.demo.site_pages import SitePages
from eats_desktop.demo.web import Request
from eats_desktop.domain.clock import KST, day_start

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
PLAN = WeekPlan(CATALOGUE)
PAGES = SitePages(PLAN, CATALOGUE.mall)
CLOCKS = re.compile(r"(\d\d):(\d\d)\s*~\s*(\d\d):(\d\d)")


def compact(day):
    return f"{day:%Y%m%d}"


def answer(source, path, query):
    return json.loads(PAGES.render(source, path, query, NOW).body)


def numbers(channel_id):
    return [[p.product_id for p in slot.products] for slot in PLAN.slots(channel_id, TODAY)]


@pytest.mark.parametrize(
    ("channel", "path"),
    [
        ("lotteimall", "/main/scheduleLive.lotte"),
        ("lotte_onetv", "/main/scheduleOne.lotte"),
    ],
)
def test_lotteimall_shows_its_day_between_the_neighbours_of_two_nights(channel, path):
    rows = answer("lotteimall", path, {"bdDate": "20261124"})["body"]["prod"]
    days = {row["sdate"][:10] for row in rows}
    assert "2026-11-24" in days
    assert days - {"2026-11-24"} <= {"2026-11-23", "2026-11-25"}
    assert len(days) > 1
    midnight = day_start(TODAY)
    own = [s for s in PLAN.slots(channel, TODAY) if s.starts_at < midnight + timedelta(days=1)]
    shown = {row["linkInfo"].rpartition("=")[2] for row in rows}
    assert {slot.products[0].product_id for slot in own} <= shown


@pytest.mark.parametrize(("channel", "kind"), [("cjonstyle", "live"), ("cjonstyle_plus", "plus")])
def test_cjonstyle_tells_instants_in_milliseconds(channel, kind):
    query = {"bdDt": "20261124", "broadType": kind}
    rows = answer("cjonstyle", "/c/rest/tv/tvSchedule", query)["result"]["programList"]
    planned = PLAN.slots(channel, TODAY)
    assert [row["bdStrDtm"] for row in rows] == [
        int(slot.starts_at.timestamp() * 1000) for slot in planned
    ]
    assert [[item["itemCd"] for item in row["itemList"]] for row in rows] == numbers(channel)


def test_kshop_marks_who_leads_and_does_not_always_put_it_first():
    query = {"broadcastType": "tv", "dateValue": "20261124"}
    rows = answer("kshop", "/display/web/emc/display/broadcast", query)["data"]["tvScheduleList"]
    leads = [[i["dpPrdId"] for i in r["productList"] if i["dlgPrdYn"] == "Y"] for r in rows]
    assert leads == [[products[0]] for products in numbers("kshop")]
    days = [{**query, "dateValue": compact(TODAY + timedelta(days=n))} for n in range(2)]
    pages = [answer("kshop", "/display/web/emc/display/broadcast", day) for day in days]
    firsts = [r["productList"][0]["dlgPrdYn"] for p in pages for r in p["data"]["tvScheduleList"]]
    assert set(firsts) == {"Y", "N"}


def test_gongyoung_tells_the_price_of_what_a_post_names_and_of_nothing_else():
    rows = answer("gongyoung", "/tvshopping/selectScheduleSub.do", {"brcStdDate": "20261124"})
    named = rows["prdList"][0]["prdId"]
    body = json.dumps({"prdInfoList": [{"prdId": named}]}).encode()
    request = Request("gongyoung", "/goods/getGoodsUnitInfo.do", {}, body=body)
    page = BeautifulSoup(PAGES.respond(request, NOW).body.decode(), "xml")
    assert [unit.get_text() for unit in page.select("prdId")] == [named]
    assert {row["prdId"] for row in rows["prdList"]} == {
        n for some in numbers("gongyoung") for n in some
    }


def fragment(source, path, query, now=NOW):
    page = PAGES.render(source, path, query, now)
    return BeautifulSoup(page.body.decode("utf-8"), "html.parser")


def on_air(channel_id, now=NOW):
    return next(s for s in PLAN.slots(channel_id, TODAY) if s.starts_at <= now < s.ends_at)


class TestGsshop:
    def page(self, day=TODAY):
        return fragment("gsshop", "/shop/tv/tvScheduleDetail.gs", {"today": compact(day)})

    def test_each_article_gives_a_start_only_and_ids_that_end_with_the_product(self):
        articles = self.page().select("article.items:not(.onAirLast)")
        slots = PLAN.slots("gsshop", TODAY)
        starts = [a.select_one("aside span.times").text for a in articles]
        assert starts == [f"{s.starts_at.astimezone(KST):%H:%M}" for s in slots]
        for slot, article in zip(slots, articles, strict=True):
            ids = [li["id"].rsplit("_", 1)[1] for li in article.select("li.prd-item")]
            assert ids == [product.product_id for product in slot.products]

    def test_one_marker_follows_what_is_on_air(self):
        assert len(self.page().select("article.onAirLast")) == 1
        assert not self.page(TODAY + timedelta(days=1)).select("article.onAirLast")

    def test_what_is_sold_by_telephone_has_no_link(self):
        days = [self.page(TODAY + timedelta(days=ahead)) for ahead in range(3)]
        names = [li for page in days for li in page.select("li.prd-item") if not li.select("a")]
        assert names
        assert all("상담신청상품" in li.select_one(".price-info").text for li in names)


class TestShinsegae:
    def page(self, now=NOW):
        query = {"fromDate": "2026/11/24", "tomorrowYn": "N"}
        return fragment("shinsegae", "/broadcast/tvschedule-ajax", query, now)

    def test_what_is_on_air_has_no_clock(self):
        (item, *twin) = self.page().select("dl[data-onair=Y]")
        assert len(twin) <= 1
        assert item.select_one("dt > span._time") is None
        main = on_air("shinsegae").products[0]
        assert item.select_one("div.card[data-main=Y]")["data-gtm-item-id"] == main.product_id

    def test_some_broadcasts_are_named_once_for_each_lineup(self):
        times = [span.text for span in self.page().select("dt > span._time")]
        assert len(set(times)) < len(times)


class TestSkstoa:
    def page(self, now=NOW):
        return fragment("skstoa", "/tv_schedule", {}, now)

    def test_only_the_first_block_of_a_slot_has_its_time(self):
        page = self.page()
        for part in page.select("div.recommend"):
            part.extract()
        blocks = page.select("div.broadcast div.list.ga-prd")
        slots = PLAN.slots("skstoa", TODAY)
        assert len(blocks) == sum(len(slot.products) for slot in slots)
        assert sum(1 for block in blocks if block.select_one(".timebox")) == len(slots)

    def test_the_day_turns_when_the_channel_turns_it(self):
        night = NOW.replace(hour=0, minute=20)
        shown = [self.page(now).select_one("li.on")["value"] for now in (night, NOW)]
        assert shown == ["20261123", "20261124"]

    def test_recommended_products_stand_behind_a_comment(self):
        body = PAGES.render("skstoa", "/tv_schedule", {}, NOW).body.decode()
        assert body.count("함께 보면 좋은 상품") == len(self.page().select("div.recommend")) > 0


class TestWshopping:
    def test_every_item_carries_the_same_id(self):
        page = fragment("wshopping", "/broadcast/main/", {"fromDate": "2026/11/24"})
        slots = PLAN.slots("wshopping", TODAY)
        items = page.select("li#onairShow")
        assert len(items) == len(slots)
        for slot, item in zip(slots, items, strict=True):
            link = item.select_one("a[data-target-name=broadcast]")["href"]
            assert link.endswith(f"/display/goods/{slot.products[0].product_id}")
            assert len(item.select("div.item_info.type1")) == len(slot.products)


class TestShoppingnt:
    def test_what_is_on_air_has_no_clock_and_the_others_end_a_minute_early(self):
        page = fragment("shoppingnt", "/broadcast/tvBroadcastMain", {})
        times = [div.text for div in page.select("ul.time-list > li div.tit-time")]
        planned = PLAN.slots("shoppingnt", TODAY)
        assert sum(1 for text in times if text.startswith("현재 방송 중")) == 1
        for slot, text in zip(planned, times, strict=True):
            if slot == on_air("shoppingnt"):
                continue
            start, end = slot.starts_at.astimezone(KST), slot.ends_at.astimezone(KST)
            assert CLOCKS.search(text).groups() == (
                *f"{start:%H:%M}".split(":"),
                *f"{end - timedelta(minutes=1):%H:%M}".split(":"),
            )
