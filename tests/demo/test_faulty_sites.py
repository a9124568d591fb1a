"""The misbehaving sites misbehave exactly as each scenario says."""

from __future__ import annotations

import http.client
import json
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.demo.web import Request
from eats_desktop.domain.clock import KST
from tests.helpers.faulty_sites import FaultyPages, FaultySites, Scenario

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
REQUESTS = {
    "btv_guide": Request(
        "btv_guide",
        "/myb/core-prod/product/btv-channel/week-frmt-list",
        {"idSvc": "327", "stdDt": "20261124", "gubun": "week"},
    ),
    "uplus_guide": Request(
        "uplus_guide",
        "/uhdc/fo/prdv/chnlgid/v1/tv-schedule-list",
        {"brdCntrTvChnlBrdDt": "20261124", "urcBrdCntrTvChnlId": "801"},
    ),
    "hnsmall": Request("hnsmall", "/display/tvschedule-list", {"broadDay": "20261124"}),
    "hmall": Request(
        "hmall",
        "/api/hf/dp/v1/main-tv-new/tv-list",
        {"brodDt": "20261124", "brodType": "etv", "brodPrrgPage": "200"},
    ),
    "nsmall": Request(
        "nsmall",
        "/md/api/v1/display/media/schedule/tv/20261124",
        {"formDate": "20261124", "cnnlCd": "TV"},
    ),
    "lotteimall": Request("lotteimall", "/main/scheduleLive.lotte", {"bdDate": "20261124"}),
    "cjonstyle": Request(
        "cjonstyle", "/c/rest/tv/tvSchedule", {"bdDt": "20261124", "broadType": "live"}
    ),
    "kshop": Request("kshop", "/display/web/emc/display/broadcast", {"dateValue": "20261124"}),
    "gongyoung": Request(
        "gongyoung", "/tvshopping/selectScheduleSub.do", {"brcStdDate": "20261124"}
    ),
    "gsshop": Request("gsshop", "/shop/tv/tvScheduleDetail.gs", {"today": "20261124"}),
    "shinsegae": Request("shinsegae", "/broadcast/tvschedule-ajax", {"fromDate": "2026/11/24"}),
    "skstoa": Request("skstoa", "/tv_schedule", {}),
    "wshopping": Request("wshopping", "/broadcast/main/", {"fromDate": "2026/11/24"}),
    "shoppingnt": Request("shoppingnt", "/broadcast/tvBroadcastMain", {}),
    "kok": Request("kok", "/m/event/category/uplus/page", {"code": "1613", "page": "1"}),
}
ROWS = {
    "btv_guide": b'"dtEventStart"',
    "uplus_guide": b'"epgStrtTme"',
    "hnsmall": b'class="goods-info"',
    "hmall": b'"bfmtNo"',
    "nsmall": b'"relTotalOrgan"',
    "lotteimall": b'"stime"',
    "cjonstyle": b'"bdStrDtm"',
    "kshop": b'"brdBgnDtm"',
    "gongyoung": b'"brcBgnDtm"',
    "gsshop": b"prd-name",
    "shinsegae": b"gtm_list_item",
    "skstoa": b"timebox",
    "wshopping": b"onairShow",
    "shoppingnt": b"tit-time",
    "kok": b'class="card product-section-ul-li',
}
each_source = pytest.mark.parametrize("source", SOURCES)


def answer(source, scenario, pages=None, **headers):
    pages = pages or FaultyPages(CATALOGUE)
    pages.scenario[source] = scenario
    asked = REQUESTS[source]
    return pages.respond(Request(source, asked.path, asked.query, headers), NOW)


@each_source
def test_a_good_site_lists_many_rows(source):
    assert answer(source, Scenario.OK).body.count(ROWS[source]) > 4


@each_source
def test_an_empty_day_is_a_good_page_without_rows(source):
    response = answer(source, Scenario.EMPTY_DAY)
    assert (response.status, response.body.count(ROWS[source])) == (200, 0)


@each_source
def test_few_rows_are_left(source):
    rows = answer(source, Scenario.FEW_ROWS).body.count(ROWS[source])
    assert 1 <= rows < answer(source, Scenario.OK).body.count(ROWS[source]) / 3


@each_source
def test_drift_renames_what_the_parser_looks_for(source):
    assert answer(source, Scenario.DRIFT).body != answer(source, Scenario.OK).body
    if source not in ("hmall", "nsmall"):
        assert ROWS[source] not in answer(source, Scenario.DRIFT).body


@each_source
@pytest.mark.parametrize(
    ("scenario", "status"),
    [(Scenario.BLOCKED, 403), (Scenario.RATE_LIMITED, 429), (Scenario.SERVER_ERROR, 500)],
)
def test_a_refusal_has_its_status(source, scenario, status):
    assert answer(source, scenario).status == status


def test_too_many_requests_says_when_to_come_back():
    assert answer("hmall", Scenario.RATE_LIMITED).headers["Retry-After"] == "120"


@each_source
@pytest.mark.parametrize(
    ("scenario", "sign"),
    [
        (Scenario.HTML_FOR_JSON, "대기 중"),
        (Scenario.MAINTENANCE, "점검 중"),
        (Scenario.SPA_SHELL, '<div id="app"></div>'),
    ],
)
def test_another_page_comes_with_status_200(source, scenario, sign):
    response = answer(source, scenario)
    assert response.status == 200
    assert sign in response.body.decode()


def test_an_error_may_come_as_json_with_status_200():
    response = answer("hmall", Scenario.ERROR_JSON)
    assert json.loads(response.body)["successYn"] == "N"


@each_source
def test_a_wrong_charset_is_not_utf_8(source):
    response = answer(source, Scenario.WRONG_CHARSET)
    assert "UTF-8" in response.headers["Content-Type"]
    with pytest.raises(UnicodeDecodeError):
        response.body.decode()
    assert "[" in response.body.decode("cp949")


@pytest.mark.parametrize(
    "source", ["btv_guide", "uplus_guide", "hnsmall", "hmall", "nsmall", "gsshop"]
)
def test_a_wrong_date_is_the_page_of_another_day(source):
    pages = FaultyPages(CATALOGUE)
    wrong = answer(source, Scenario.WRONG_DATE, pages)
    assert wrong.body != answer(source, Scenario.OK, pages).body
    assert b"20261125" in wrong.body or b"2026-11-25" in wrong.body


def test_a_wrong_date_of_a_page_of_today_is_tomorrow():
    assert b'<li value="20261125" class="on">' in answer("skstoa", Scenario.WRONG_DATE).body
    assert b'class="on"><button type="button" class="day">11.25<' in (
        answer("shoppingnt", Scenario.WRONG_DATE).body
    )


def test_not_modified_is_said_whatever_the_asker_holds():
    response = answer("kok", Scenario.NOT_MODIFIED, **{"if-none-match": '"old"'})
    assert (response.status, response.headers["ETag"]) == (304, '"old"')
    assert answer("kok", Scenario.NOT_MODIFIED).status == 200


def test_a_scenario_touches_only_its_own_source_and_not_the_robots_file():
    pages = FaultyPages(CATALOGUE)
    pages.scenario["hmall"] = Scenario.BLOCKED
    assert pages.respond(REQUESTS["kok"], NOW).status == 200
    assert pages.respond(Request("hmall", "/robots.txt", {}), NOW).status == 200


def test_a_scenario_may_touch_some_requests_only():
    pages = FaultyPages(CATALOGUE)
    pages.applies_to["hmall"] = lambda request: request.query["brodDt"] == "20261125"
    assert answer("hmall", Scenario.BLOCKED, pages).status == 200


@pytest.mark.parametrize(
    ("scenario", "status", "text"),
    [
        (Scenario.ROBOTS_DISALLOW, 200, b"User-agent: *\nDisallow: /\n"),
        (Scenario.ROBOTS_ERROR, 503, b"unavailable"),
    ],
)
def test_robots_may_be_unwelcome(scenario, status, text):
    pages = FaultyPages(CATALOGUE)
    pages.scenario["kok"] = scenario
    response = pages.respond(Request("kok", "/robots.txt", {}), NOW)
    assert (response.status, response.body) == (status, text)


def hmall_items(pages, seen="hmall"):
    body = json.loads(pages.respond(REQUESTS[seen], NOW).body)
    return body["respData"]["broadItemList"]


def test_a_removed_slot_is_gone_from_seller_and_guide_and_comes_back():
    pages = FaultyPages(CATALOGUE)
    before = hmall_items(pages)
    edit = pages.edit("hmall", TODAY).remove(10)
    assert hmall_items(pages) == [*before[:10], *before[11:]]
    assert len(pages.plans["btv_guide"].slots("hmall", TODAY)) == len(before) - 1
    edit.undo()
    assert hmall_items(pages) == before


def test_a_slot_can_vanish_from_one_site_only():
    pages = FaultyPages(CATALOGUE)
    pages.edit("hmall", TODAY, seen_by="hmall").remove(10)
    assert len(pages.plans["btv_guide"].slots("hmall", TODAY)) == len(hmall_items(pages)) + 1


def test_a_moved_slot_airs_at_its_new_time_with_its_products():
    pages = FaultyPages(CATALOGUE)
    moving = pages.plans["hmall"].slot("hmall", TODAY, 10)
    pages.edit("hmall", TODAY).move(10, datetime(2026, 11, 24, 21, 10, tzinfo=KST))
    items = [i for i in hmall_items(pages) if i["slitmCd"] == moving.products[0].product_id]
    assert [item["brodStrtDtm"] for item in items] == ["21:10"]


def test_a_moved_slot_can_be_edited_again():
    pages = FaultyPages(CATALOGUE)
    count = len(hmall_items(pages))
    edit = pages.edit("hmall", TODAY)
    edit.move(10, datetime(2026, 11, 24, 21, 10, tzinfo=KST)).remove(1010)
    assert "21:10" not in {item["brodStrtDtm"] for item in hmall_items(pages)}
    assert len(hmall_items(pages)) < count


def test_a_slot_moved_past_midnight_is_on_the_page_it_belongs_to():
    pages = FaultyPages(CATALOGUE)
    pages.edit("hmall", TODAY).move(10, datetime(2026, 11, 25, 0, 10, tzinfo=KST))
    assert hmall_items(pages)[-1]["brodStrtDtm"] == "00:10"


def test_a_price_can_change():
    pages = FaultyPages(CATALOGUE)
    pages.edit("hmall", TODAY).price(10, 12340)
    assert hmall_items(pages)[10]["bbprc"] == 12340


def test_an_end_can_change():
    pages = FaultyPages(CATALOGUE)
    slot = pages.plans["hmall"].slot("hmall", TODAY, 10)
    pages.edit("hmall", TODAY).end(10, slot.starts_at + timedelta(minutes=15))
    expected = slot.starts_at + timedelta(minutes=15)
    assert hmall_items(pages)[10]["brodEndDtm"] == f"{expected:%H:%M}"


@pytest.fixture
def sites():
    with FaultySites(lambda: NOW, CATALOGUE, slow_s=30) as running:
        yield running


def get(sites, source, timeout=5.0):
    host = urlsplit(sites.base_urls[source]).netloc
    connection = http.client.HTTPConnection(host, timeout=timeout)
    asked = REQUESTS[source]
    query = "&".join(f"{name}={value}" for name, value in asked.query.items())
    try:
        connection.request("GET", f"{asked.path}?{query}", headers={"User-Agent": "Eats/1"})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_a_truncated_body_ends_before_its_announced_length(sites):
    sites.scenario["nsmall"] = Scenario.TRUNCATED
    with pytest.raises(http.client.IncompleteRead):
        get(sites, "nsmall")


def test_a_slow_site_outlasts_the_askers_patience(sites):
    sites.scenario["nsmall"] = Scenario.SLOW
    with pytest.raises(TimeoutError):
        get(sites, "nsmall", timeout=0.05)


def test_a_redirect_loop_leads_to_itself(sites):
    sites.scenario["kok"] = Scenario.REDIRECT_LOOP
    response, _ = get(sites, "kok")
    assert response.status == 302
    assert response.headers["Location"].startswith(REQUESTS["kok"].path)


def test_the_log_keeps_agent_status_and_connections(sites):
    sites.scenario["kok"] = Scenario.BLOCKED
    get(sites, "kok")
    get(sites, "kok")
    entries = sites.requests("kok")
    assert [(e.request.headers["user-agent"], e.status) for e in entries] == [("Eats/1", 403)] * 2
    assert (sites.count("kok"), sites.count(), sites.connections("kok")) == (2, 2, 2)
    assert len(sites.gaps("kok")) == 1
