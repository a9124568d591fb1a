"""공영쇼핑's prices: asked for in parcels; where they do not come none is made up."""

from __future__ import annotations

import json
from datetime import date

import pytest

from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceGoneError,
    SourceRestingError,
)
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.crawler import CrawlError, crawl
from tests.helpers.listings import at
from tests.helpers.one_site import said
from tests.helpers.source_cases import SOURCES

NOW = at(9)
TASK = CrawlTask("gongyoung", "20261124", "gongyoung", date(2026, 11, 24))
FIRST = 12900100
REFUSAL = b"<html><title>Access Denied</title></html>"


def page(body):
    return Page("https://site.example/", 200, body, "", NOW)


def regular(n):
    return 10_000 + n * 100


def lineup(count):
    rows = [
        {
            "brcBgnDtm": f"20261124{10 + n % 10:02}00",
            "brcEndDtm": f"20261124{11 + n % 10:02}00",
            "prdId": str(FIRST + n),
            "prdNm": f"별빛골 떡 {n}호",
            "prdPrc": regular(n),
        }
        for n in range(count)
    ]
    return page(json.dumps({"prdList": rows}).encode())


def answer(request):
    """Take a tenth off whatever is asked for."""
    units = "".join(
        f"<goodsUnitInfo><prdId>{row['prdId']}</prdId>"
        f"<prdPrc>{regular(int(row['prdId']) - FIRST)}</prdPrc>"
        "<pnmDcRate>10</pnmDcRate></goodsUnitInfo>"
        for row in json.loads(request.body)["prdInfoList"]
    )
    return page(f"<r><goodsUnitInfoList>{units}</goodsUnitInfoList></r>".encode())


def begun(count):
    steps = SOURCES["gongyoung"].crawl(CrawlContext(TASK, NOW))
    next(steps)
    return steps, steps.send(lineup(count))


def finished(step):
    with pytest.raises(StopIteration) as done:
        step()
    return done.value.value


def prices(result):
    """What is known, cheapest first, and of how many products nothing is."""
    found = [p.sale_price_krw for slot in result.slots for p in slot.products]
    return sorted(krw for krw in found if krw is not None), found.count(None)


def warnings(result):
    return [f"{f.code} {f.severity.value}" for f in result.report.findings]


def test_fifty_products_are_asked_for_at_once_and_the_rest_after():
    steps, first = begun(51)
    second = steps.send(answer(first))
    asked = [json.loads(request.body)["prdInfoList"] for request in (first, second)]
    assert [len(rows) for rows in asked] == [50, 1]
    assert len({row["prdId"] for rows in asked for row in rows}) == 51
    assert {(r.method, r.accept) for r in (first, second)} == {("POST", "xml")}
    discounted = [regular(n) * 9 // 10 for n in range(51)]
    assert prices(finished(lambda: steps.send(answer(second)))) == (discounted, 0)


def test_a_line_up_without_products_asks_for_no_price():
    steps = SOURCES["gongyoung"].crawl(CrawlContext(TASK, NOW))
    next(steps)
    assert finished(lambda: steps.send(lineup(0))).slots == ()


@pytest.mark.parametrize(
    "failure", [SourceBlockedError, SourceRestingError, SourceGoneError, OfflineError]
)
def test_prices_that_do_not_come_are_unknown_and_nothing_more_is_asked(failure):
    steps, _ = begun(51)
    result = finished(lambda: steps.throw(failure("prices")))
    assert prices(result) == ([], 51)
    assert warnings(result) == ["H6 warn"]


def test_prices_that_came_before_the_failure_are_kept():
    steps, first = begun(51)
    steps.send(answer(first))
    result = finished(lambda: steps.throw(OfflineError("prices")))
    assert prices(result) == ([regular(n) * 9 // 10 for n in range(50)], 1)


def test_a_refusal_that_comes_as_a_page_is_told_to_whoever_asks():
    steps, _ = begun(2)
    with pytest.raises(SourceBlockedError):
        steps.send(page(REFUSAL))


def test_a_price_address_that_is_forbidden_costs_the_prices_only(asker, site):
    listed = said(body=lineup(51).body.decode())
    site.answers = [lambda request: said(403) if request.body else listed]
    context = CrawlContext(TASK, NOW)
    outcome = crawl(SOURCES["gongyoung"], context, asker.fetcher, site.url)
    assert prices(outcome.result) == ([], 51)
    assert [request.body is None for request in site.pages] == [True, False]


def test_a_refusal_with_status_200_stops_all_asking(asker, site):
    listed = said(body=lineup(2).body.decode())
    site.answers = [lambda request: said(body=REFUSAL.decode()) if request.body else listed]
    with pytest.raises(CrawlError):
        crawl(SOURCES["gongyoung"], CrawlContext(TASK, NOW), asker.fetcher, site.url)
    with pytest.raises(SourceRestingError):
        asker.get(site)
