"""Product pages from asking to storing: foods only, the nearest first, few a day, no people."""

from __future__ import annotations

import gzip
import json
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.demo.sites import DemoSites
from eats_desktop.demo.web import HTML_TYPE, Response, not_found
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import ConflictError
from eats_desktop.domain.job_run import JobStatus
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.sync.plan import SyncScope
from tests.helpers.detail_cases import cases
from tests.helpers.storage_builders import rows
from tests.helpers.synced import NOW, program

SELLERS = SyncScope(days=2, names=frozenset({"hnsmall", "hmall", "kok"}))
PAGES = {"hnsmall": "/display/goods.do", "hmall": "/md/pda/itemPtc", "kok": "/m/product"}
DESCRIPTION = "/images/itemdesc/pc/goods/describePage/"


class Shop(DemoSites):
    """Demonstration sites that note which product pages are asked for, and may answer otherwise."""

    def __init__(self, clock):
        super().__init__(clock)
        self.asked = []
        self.instead = {}
        honest = self._respond
        self._respond = lambda request: self._answer(request, honest)

    def _answer(self, request, honest):
        if request.path != PAGES.get(request.source):
            return honest(request)
        self.asked.append(request)
        other = self.instead.get(request.source)
        return honest(request) if other is None else other(request)


@pytest.fixture
def clock():
    return ManualClock(NOW)


@pytest.fixture
def shop(clock):
    with Shop(clock.now) as running:
        yield running


@pytest.fixture
def running(shop, clock, tmp_path):
    with program(tmp_path / "data", shop, clock=clock) as one:
        one.sync(SELLERS)
        yield one


def pages(running):
    return running.container.product_pages


def ask(running, key):
    return pages(running).service.ask(key).detail


def run(running):
    return pages(running).enrichment.run(threading.Event())


def food(running, source):
    market = "mall" if source == "kok" else "tv"
    sql = (
        "SELECT source, product_id FROM product WHERE is_food AND market = ? AND source = ?"
        " ORDER BY product_id"
    )
    return ProductKey(*running.rows(sql, market, source)[0])


def _opened(path):
    """A file's bytes; kept pages are compressed."""
    body = path.read_bytes()
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def private_page(request):
    """The fixture full of people, as the page of whatever product is asked for."""
    (case,) = [case for case in cases(request.source) if case.kind == "private"]
    asked = next(iter(request.query.values()))
    text = (case.folder / case.said["pages"][0]).read_text("utf-8")
    return Response(
        200, {"Content-Type": HTML_TYPE}, text.replace(case.said["product"], asked).encode()
    )


@pytest.mark.parametrize("source", PAGES)
def test_an_opened_product_is_asked_for_at_once_and_then_known(running, shop, source):
    key = food(running, source)
    assert pages(running).service.of_product(key).is_due
    detail = ask(running, key)
    assert detail.facts
    assert detail.image_urls
    known = pages(running).service.of_product(key)
    assert known.detail == detail
    assert not known.is_due
    assert len(shop.asked) == 1


def test_a_day_later_it_is_due_again(running, clock):
    key = food(running, "kok")
    ask(running, key)
    clock.advance(timedelta(hours=24))
    assert pages(running).service.of_product(key).is_due


def test_a_run_asks_for_foods_that_air_within_two_days(running, shop):
    report = run(running)
    assert report.read == len(shop.asked) > 0
    assert {request.source for request in shop.asked} <= {"hnsmall", "hmall"}
    ids = {next(iter(request.query.values())) for request in shop.asked}
    known = running.rows("SELECT product_id FROM product WHERE NOT is_food")
    assert not ids & {row[0] for row in known}
    ends = running.rows(
        "SELECT min(b.starts_at) FROM broadcast b JOIN broadcast_product p USING"
        " (channel_id, starts_at, lineup) JOIN product_detail d USING (source, product_id)"
        " WHERE b.ends_at > ? GROUP BY d.product_id",
        int(NOW.timestamp()),
    )
    assert ends
    assert all(row[0] < (NOW + timedelta(hours=48)).timestamp() for row in ends)


def test_what_was_read_is_left_alone_for_a_week(running, shop, clock):
    while run(running).read:
        clock.advance(timedelta(hours=1))
    before = len(shop.asked)
    clock.advance(timedelta(hours=1))
    run(running)
    assert len(shop.asked) == before


def test_no_more_than_the_daily_limit_and_shoppers_keep_a_share(running, shop):
    running.container.settings.update("sync", details_per_day=10)
    run(running)
    spent = sum(running.container.databases.details.requests_on(NOW).values())
    assert 8 <= spent <= 9
    sql = "SELECT product_id FROM product WHERE source = 'kok' AND is_food ORDER BY 1"
    keys = [ProductKey("kok", row[0]) for row in running.rows(sql)]
    for key in keys[: 10 - spent]:
        ask(running, key)
    with pytest.raises(ConflictError):
        ask(running, keys[10 - spent])


def test_a_run_that_is_stopped_keeps_what_it_has(running, shop):
    stop = threading.Event()
    shop.instead["hmall"] = shop.instead["hnsmall"] = lambda _request: stop.set() or not_found()
    report = pages(running).enrichment.run(stop)
    assert report.is_stopped
    assert len(shop.asked) == 1


def test_a_product_that_is_gone_has_ended_and_keeps_what_was_known(running, shop, clock):
    first, second = (
        ProductKey("kok", row[0])
        for row in running.rows(
            "SELECT product_id FROM product WHERE source = 'kok' AND is_food"
            " ORDER BY product_id LIMIT 2"
        )
    )
    before = ask(running, first)
    ask(running, second)
    clock.advance(timedelta(hours=25))
    shop.instead["kok"] = lambda _request: not_found()
    after = ask(running, first)
    assert after.is_ended
    assert after.facts == before.facts


@pytest.mark.parametrize("source", PAGES)
def test_nobody_on_a_page_is_kept_anywhere(running, shop, source, tmp_path):
    shop.instead[source] = private_page
    detail = ask(running, food(running, source))
    assert detail.facts or detail.image_urls
    kept = b"".join(_opened(p) for p in (tmp_path / "data").rglob("*") if p.is_file())
    for planted in ("구름순", "가짜후기넷", "010-9876", "010****54", "987-65-43211", "033-765"):
        assert planted.encode() not in kept, planted


def test_a_switched_off_seller_is_not_asked(running, shop):
    running.container.settings.update_source("kok", details=False)
    known = pages(running).service.of_product(food(running, "kok"))
    assert not known.can_ask
    assert not known.is_due


def test_the_experimental_seller_is_asked_only_when_switched_on(running):
    assert not pages(running).can_ask("nsmall")
    running.container.settings.update_source("nsmall", details=True)
    assert pages(running).can_ask("nsmall")


def test_a_due_run_is_a_row_with_counts(running):
    pages(running).job.run_due()
    sql = "SELECT job, status, counts FROM job_run WHERE job = 'enrich'"
    ((job, status, counts),) = rows(running.container.databases.user, sql)
    assert (job, status) == ("enrich", JobStatus.COMPLETED.value)
    assert json.loads(counts)["read"] > 0


def test_a_refusal_ends_the_asking_of_that_seller_only(running, shop):
    shop.instead["hmall"] = lambda _request: replace(not_found(), status=403)
    report = run(running)
    assert report.failures == {"hmall": 1}
    assert sum(1 for request in shop.asked if request.source == "hmall") == 1
    assert report.read > 0
