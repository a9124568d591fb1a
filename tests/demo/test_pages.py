"""Each demonstration page, read by the documented selectors and keys."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.plan import WeekPlan, starting_on
from eats_desktop.demo.site_pages import SitePages
from eats_desktop.demo.stations import BY_CHANNEL, STATIONS
from eats_desktop.demo.web import Request
from eats_desktop.domain.clock import KST

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
TODAY = date(2026, 11, 24)
TV_LIST = "/api/hf/dp/v1/main-tv-new/tv-list"
NS = "/md/api/v1/display/media/schedule"
CATALOGUE = load_catalogue()
PLAN = WeekPlan(CATALOGUE)
PAGES = SitePages(PLAN, CATALOGUE.mall)
CLOCKS = re.compile(r"(\d\d):(\d\d)\s*~\s*(\d\d):(\d\d)")


def compact(day):
    return f"{day:%Y%m%d}"


def hnsmall(day=TODAY, now=NOW):
    query = {"categoryCode": "60000059", "areaCode": "8005369", "broadDay": compact(day)}
    page = PAGES.render("hnsmall", "/display/tvschedule-list", query, now)
    return BeautifulSoup(page.body.decode("utf-8"), "html.parser").select_one("#scheduleWrap")


def hmall(kind="etv", day=TODAY, now=NOW, page=None):
    query = {"brodDt": compact(day), "brodPrrgPage": page or "200", "brodType": kind}
    path = TV_LIST if page is None else "/md/api/cache"
    answer = json.loads(PAGES.render("hmall", path, {"url": TV_LIST, **query}, now).body)
    assert answer["successYn"] == "Y"
    return answer["respData"]["broadItemList"]


def nsmall(kind="tv", channel="TV", day=TODAY):
    query = {"formDate": compact(day), "cnnlCd": channel}
    answer = PAGES.render("nsmall", f"{NS}/{kind}/{compact(day)}", query, NOW)
    return json.loads(answer.body)["data"]["resultData"]["totalOrgan"]


def ns_prices(kind="tv", day=TODAY):
    query = {"formDate": compact(day), "CnnlCd": kind}
    answer = PAGES.render("nsmall", f"{NS}/brdctPriceInfo", query, NOW)
    return {row["goodsCd"]: row for row in json.loads(answer.body)["data"]["resultData"]}


def kok(code="1611", page="1"):
    query = {"code": code, "page": page, "size": "20", "sort": "recommend_asc"}
    answer = PAGES.render("kok", "/m/event/category/uplus/page", query, NOW)
    return BeautifulSoup(answer.body.decode("utf-8"), "html.parser")


def btv(service="327", day=TODAY, now=NOW):
    path = "/myb/core-prod/product/btv-channel/week-frmt-list"
    query = {"idSvc": service, "stdDt": compact(day), "gubun": "week"}
    return json.loads(PAGES.render("btv_guide", path, query, now).body)["result"][
        "chnlFrmtInfoList"
    ]


def uplus(channel=None, day=TODAY):
    query = {"brdCntrTvChnlBrdDt": compact(day), "urcBrdCntrTvChnlId": channel} if channel else {}
    path = "/uhdc/fo/prdv/chnlgid/v1/tv-schedule-list"
    return json.loads(PAGES.render("uplus_guide", path, query, NOW).body)


def goods_id(link):
    return re.search(r"goGoods\('(\d+)'", link["onclick"])[1]


class TestHnsmall:
    def test_the_page_names_its_day_and_lists_every_slot(self):
        wrap = hnsmall()
        assert wrap["date"] == "20261124"
        slots = PLAN.slots("hnsmall", TODAY)
        mains = [goods_id(a) for a in wrap.select("li.item a.goods-info")]
        assert mains == [slot.products[0].product_id for slot in slots]

    def test_times_and_titles_are_read_from_the_time_paragraph(self):
        slots = [s for s in PLAN.slots("hnsmall", TODAY) if not s.starts_at <= NOW < s.ends_at]
        times = [p for p in hnsmall().select(".live-time p.time") if "~" in p.text]
        for slot, paragraph in zip(slots, times, strict=True):
            clock = paragraph.span.text
            expected = f"{slot.starts_at.astimezone(KST):%H:%M} ~ {slot.ends_at:%H:%M}"
            assert clock == expected
            assert paragraph.text.replace(clock, "", 1).strip() == slot.nick

    def test_the_item_on_air_has_no_clock_but_an_end_in_a_lower_cased_attribute(self):
        wrap = hnsmall()
        item = wrap.select_one("li.item.active")
        assert item.select_one("p.time span").text == "지금방송중"
        on_air = wrap.select_one("#onAirTime")
        slot = next(s for s in PLAN.slots("hnsmall", TODAY) if s.starts_at <= NOW < s.ends_at)
        assert on_air["bdetimesecond"] == f"{slot.ends_at:%Y-%m-%d %H:%M:%S}"
        assert "bdEtimeSecond" not in on_air.attrs

    def test_after_midnight_the_item_on_air_is_on_the_page_of_yesterday(self):
        now = datetime(2026, 11, 24, 0, 30, tzinfo=KST)
        assert hnsmall(TODAY, now).select_one("li.active") is None
        assert hnsmall(TODAY - timedelta(days=1), now).select_one("li.active") is not None

    def test_prices_are_numbers_or_the_words_for_consultation(self):
        days = [hnsmall(TODAY + timedelta(days=ahead)) for ahead in range(7)]
        mains = [a for wrap in days for a in wrap.select("a.goods-info")]
        words = [a.select_one(".price p.counselPrd") for a in mains]
        assert {word.text for word in words if word} == {"상담 예약 상품"}
        numbers = [a.select_one(".price strong").text for a in mains if a.select_one("strong")]
        assert all(re.fullmatch(r"[\d,]+|품절", number) for number in numbers)

    def test_a_rate_appears_only_with_a_discount(self):
        for slot, link in zip(
            PLAN.slots("hnsmall", TODAY), hnsmall().select("a.goods-info"), strict=True
        ):
            main = slot.products[0]
            assert bool(link.select_one(".rate span")) == (main.list_krw > main.price_krw)

    def test_side_products_follow_the_main_one(self):
        items = hnsmall().select("li.item")
        for slot, item in zip(PLAN.slots("hnsmall", TODAY), items, strict=True):
            sides = [goods_id(a) for a in item.select(".sub-prd ul li a")]
            assert sides == [product.product_id for product in slot.products[1:]]
            assert all(
                re.search(r"/(\d{3})/\d+\1_g\.(jpg|png|gif)$", img["src"])
                for img in item.select(".sub-prd img")
            )

    def test_a_day_beyond_the_horizon_is_an_empty_page(self):
        assert hnsmall(TODAY + timedelta(days=20)).select("li.item") == []


class TestHmall:
    def test_slots_before_dawn_carry_the_label_of_the_day_before(self):
        for item in hmall("etv"):
            early = item["brodStrtDtm"] < "05:20"
            assert item["brodDt"] == ("20261123" if early else "20261124")

    def test_the_cache_answers_in_overlapping_pages_that_together_are_the_day(self):
        pages = [hmall("etv", page=str(number)) for number in range(8)]
        seen = [(item["brodStrtDtm"], item["slitmCd"]) for page in pages for item in page]
        whole = [(item["brodStrtDtm"], item["slitmCd"]) for item in hmall("etv")]
        assert len(seen) > len(whole)
        assert list(dict.fromkeys(seen)) == whole
        assert hmall("etv", page="8") == []

    def test_the_plus_channel_ends_a_minute_early_and_the_other_does_not(self):
        for kind, channel_id, gap in (("etv", "hmall", 0), ("dtv", "hmall_plus", 1)):
            ends = [item["brodEndDtm"] for item in hmall(kind)]
            planned = [s.ends_at - timedelta(minutes=gap) for s in PLAN.slots(channel_id, TODAY)]
            assert ends == [f"{end:%H:%M}" for end in planned]

    def test_exactly_one_item_is_live(self):
        assert [item["liveYn"] for item in hmall("etv")].count("Y") == 1

    def test_some_best_prices_hold_a_coupon_most_do_not(self):
        coupons = [item["copnAmt"] for day in ("etv", "dtv") for item in hmall(day)]
        assert 0 < sum(1 for coupon in coupons if coupon) < len(coupons) / 2

    def test_ids_have_ten_digits_and_discounts_stand_between_two_prices(self):
        for item in hmall("dtv"):
            assert re.fullmatch(r"22\d{8}", item["slitmCd"])
            assert item["sellPrc"] >= item["bbprc"]
            assert item["bbprc"] + item["copnAmt"] <= item["sellPrc"]

    def test_side_products_repeat_the_main_price_and_may_lack_their_time(self):
        mains = [item for item in hmall("etv") + hmall("dtv") if item["withItemList"]]
        sides = [(main, side) for main in mains for side in main["withItemList"]]
        assert all(side["bbprc"] == main["bbprc"] for main, side in sides)
        assert any(side["brodStrtDtm"] == "" for _, side in sides)

    def test_side_products_of_coming_days_are_not_known_yet(self):
        assert {item["withItemList"] is None for item in hmall(day=TODAY + timedelta(1))} == {True}

    def test_rentals_have_no_price_but_a_monthly_one(self):
        items = [i for ahead in range(7) for i in hmall("dtv", TODAY + timedelta(days=ahead))]
        rentals = [item for item in items if item["monthRentalPrc"] != "0"]
        assert rentals
        assert all(item["sellPrc"] == item["bbprc"] == 0 for item in rentals)

    def test_names_carry_html_entities(self):
        names = [
            item["slitmNm"]
            for ahead in range(-1, 7)
            for kind in ("etv", "dtv")
            for item in hmall(kind, TODAY + timedelta(days=ahead))
        ]
        assert any("&amp;" in name for name in names)
        assert not any("& " in name for name in names)


class TestNsmall:
    def test_the_day_runs_from_two_to_two_in_calendar_time(self):
        organs = nsmall()
        assert organs[0]["goods"]["brdctInfo"]["formStartDttm"] == "2026-11-24 02:00:00"
        assert organs[-1]["goods"]["brdctInfo"]["formEndDttm"] == "2026-11-25 02:00:00"

    def test_the_second_channel_ends_a_minute_early(self):
        organs = nsmall("shopplus", "CTCOM")
        first, second = (organ["goods"]["brdctInfo"] for organ in organs[:2])
        end = datetime.fromisoformat(first["formEndDttm"])
        assert end + timedelta(minutes=1) == datetime.fromisoformat(second["formStartDttm"])

    def test_side_products_have_no_title_and_an_insecure_picture(self):
        sides = [side for organ in nsmall() for side in organ["relTotalOrgan"]]
        assert sides
        assert {side["pgmNm"] for side in sides} == {None}
        assert all(side["imageUrl"].startswith("http://") for side in sides)

    def test_every_main_product_is_priced_and_some_side_products_are_not(self):
        prices = ns_prices()
        organs = nsmall()
        assert all(organ["goodsCd"] in prices for organ in organs)
        days = [TODAY + timedelta(days=ahead) for ahead in range(4)]
        missing = [
            side["goodsCd"]
            for day in days
            for organ in nsmall(day=day)
            for side in organ["relTotalOrgan"]
            if side["goodsCd"] not in ns_prices(day=day)
        ]
        assert missing

    def test_consultation_is_three_zeros(self):
        rows = [
            row
            for ahead in range(4)
            for row in ns_prices("shopplus", TODAY + timedelta(days=ahead)).values()
        ]
        free = [row for row in rows if row["salePrice"] == 0]
        assert free
        assert all(row["dcPrice"] == row["dcRate"] == 0 for row in free)

    def test_the_rate_is_rounded_down(self):
        for row in ns_prices().values():
            if row["salePrice"]:
                cut = row["salePrice"] - row["dcPrice"]
                assert row["dcRate"] == cut * 100 // row["salePrice"]

    def test_the_price_call_wants_its_odd_capital(self):
        wrong = PAGES.render("nsmall", f"{NS}/brdctPriceInfo", {"formDate": "20261124"}, NOW)
        assert wrong.status == 404


class TestKok:
    def test_a_card_has_an_id_a_store_a_name_and_a_price(self):
        cards = kok("1613").select("div.card.product-section-ul-li")
        shelf = [product for product in CATALOGUE.mall if product.category == "1613"]
        for product, card in zip(shelf, cards, strict=True):
            title = card.select_one(".card-info_title")
            assert card["data-product-id"] == product.product_id
            assert title.strong.text == product.store
            assert title.text.removeprefix(product.store).replace("\u00a0", "") == product.name
            assert card.select_one(".card-info_price strong").text == f"{product.price_krw:,}"

    def test_pairing_ids_with_cards_by_position_would_go_wrong(self):
        page = kok("1613")
        cards = page.select("div.card.product-section-ul-li")
        assert len(page.select("[data-product-id]")) == 3 * len(cards) + 1

    def test_a_card_without_discount_has_no_rate(self):
        rated = {
            card["data-product-id"] for card in kok("1613").select(".card:has(.card-info_rate)")
        }
        assert rated == {p.product_id for p in CATALOGUE.mall if p.category == "1613" and p.rate}

    def test_a_sold_out_card_says_so_instead_of_a_price(self):
        sold_out = kok("1614").select(".card.soldout .card-info_price strong")
        assert [strong.text for strong in sold_out] == ["품절"]

    def test_names_may_hold_a_no_break_space(self):
        assert "\u00a0" in kok("1611").text

    def test_the_second_page_is_short_and_the_third_empty(self):
        counts = [len(kok("1611", page).select("div.card")) for page in ("1", "2", "3")]
        assert counts == [20, 5, 0]


class TestBtvGuide:
    def test_one_call_gives_three_calendar_days_with_ends(self):
        rows = btv()
        assert list(dict.fromkeys(row["eventDt"] for row in rows)) == [
            "20261124",
            "20261125",
            "20261126",
        ]
        planned = starting_on(PLAN, BY_CHANNEL["hnsmall"], TODAY)
        today = [row for row in rows if row["eventDt"] == "20261124"]
        assert [row["dtEventEnd"] for row in today] == [
            f"{slot.ends_at.astimezone(KST):%Y%m%d%H%M}00" for slot in planned
        ]

    @pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.channel_id)
    def test_every_channel_is_in_the_guide(self, station):
        assert len(btv(station.btv_id)) > 30

    def test_one_channel_shows_placeholders_only(self):
        assert {row["nmTitle"] for row in btv("339")} == {"편성예정 입니다"}

    def test_titles_are_nicknames_with_marks_and_some_are_generic(self):
        titles = {row["nmTitle"] for station in STATIONS for row in btv(station.btv_id)}
        assert any(title.endswith("(재)") for title in titles)
        assert any(title.startswith("(패션)") for title in titles)
        assert any(title.startswith("상생PGM-") for title in titles)
        assert {"심야재방송", "방송 정보 없음"} <= titles

    def test_a_data_channels_guide_runs_two_minutes_ahead_of_its_page(self):
        start = datetime.fromisoformat(
            nsmall("shopplus", "CTCOM")[5]["goods"]["brdctInfo"]["formStartDttm"]
        )
        starts = {row["dtEventStart"] for row in btv("341")}
        assert f"{start - timedelta(minutes=2):%Y%m%d%H%M}00" in starts

    def test_an_unknown_channel_has_no_rows(self):
        assert btv("999999") == []


class TestUplusGuide:
    def test_the_channel_list_gives_all_numbers_and_needs_no_parameter(self):
        answer = uplus()
        shopping = {
            c["urcBrdCntrTvChnlDscr"]: int(c["urcBrdCntrTvChnlNo"])
            for c in answer["brdCntrTvChnlIDtoList"]
            if c["urcBrdCntrTvChnlGnreCd"] == "06"
        }
        assert shopping == {station.name: station.channel_no for station in STATIONS}
        assert answer["brdCntTvSchIDtoList"] == []

    def test_a_genre_of_the_channel_list_may_be_missing_from_the_genre_list(self):
        answer = uplus()
        known = {genre["urcBrdCntrTvChnlGnreCd"] for genre in answer["brdGnreDtoList"]}
        used = {c["urcBrdCntrTvChnlGnreCd"] for c in answer["brdCntrTvChnlIDtoList"]}
        assert used - known == {"09"}

    def test_a_day_has_starts_only_and_shortened_titles(self):
        rows = [r for s in STATIONS for r in uplus(s.uplus_id)["brdCntTvSchIDtoList"]]
        assert all(re.fullmatch(r"\d\d:\d\d:00", row["epgStrtTme"]) for row in rows)
        assert any(row["brdPgmTitNm"].endswith("..") for row in rows)
        assert max(len(row["brdPgmTitNm"]) for row in rows) <= 13

    def test_the_guide_reaches_four_days_ahead(self):
        assert uplus("801", TODAY + timedelta(days=4))["brdCntTvSchIDtoList"]
        assert uplus("801", TODAY + timedelta(days=5))["brdCntTvSchIDtoList"] == []


def test_json_is_sent_compact_and_unescaped():
    body = PAGES.render("hmall", TV_LIST, {"brodDt": "20261124", "brodType": "etv"}, NOW).body
    text = body.decode("utf-8")
    assert '", "' not in text
    assert "\\u" not in text


def test_the_same_page_is_not_sent_twice_to_one_who_holds_it():
    first = PAGES.render("kok", "/m/event/category/uplus/page", {"code": "1611"}, NOW)
    request = Request(
        "kok",
        "/m/event/category/uplus/page",
        {"code": "1611"},
        {"if-none-match": first.headers["ETag"]},
    )
    assert (PAGES.respond(request, NOW).status, PAGES.respond(request, NOW).body) == (304, b"")


@pytest.mark.parametrize(
    "source", ["btv_guide", "uplus_guide", "hnsmall", "hmall", "nsmall", "kok"]
)
def test_every_site_welcomes_robots_and_knows_no_other_page(source):
    robots = PAGES.render(source, "/robots.txt", {}, NOW)
    assert robots.status == 200
    assert b"Disallow" not in robots.body
    assert PAGES.render(source, "/elsewhere", {}, NOW).status == 404
