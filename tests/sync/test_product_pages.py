"""Product pages from asking to storing: foods only, the nearest first, few a day, no people."""

from __future__ import annotations

import base64
import gzip
import json
import math
import re
import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from eats_desktop.demo.web import HTML_TYPE, Response, not_found
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import ConflictError, SourceChangedError, SourceGoneError
from eats_desktop.domain.job_run import JobStatus
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.sync.plan import SyncScope
from tests.helpers.detail_cases import cases
from tests.helpers.product_shop import PAGES, Shop
from tests.helpers.storage_builders import rows
from tests.helpers.synced import NOW, program

PLANTED = (
    "구름순",
    "달밤고라니",
    "가짜후기",
    "010-9876",
    "010****54",
    "987-65-43211",
    "033-765",
)
SELLERS = SyncScope(days=2, names=frozenset({"hnsmall", "hmall", "kok"}))


@pytest.fixture
def clock():
    return ManualClock(NOW)


@pytest.fixture
def shop(clock):
    with Shop(clock.now) as running:
        yield running


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    """A data directory that synchronised once, to be copied."""
    folder = tmp_path_factory.mktemp("synced") / "data"
    clock = ManualClock(NOW)
    with Shop(clock.now) as sites, program(folder, sites, clock=clock) as one:
        one.sync(SELLERS)
    return folder


@pytest.fixture
def running(shop, clock, tmp_path, synced):
    shutil.copytree(synced, tmp_path / "data")
    with program(tmp_path / "data", shop, clock=clock) as one:
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


def mall_foods(running):
    sql = "SELECT product_id FROM product WHERE source = 'kok' AND is_food ORDER BY 1"
    return [ProductKey("kok", row[0]) for row in running.rows(sql)]


def token(product_id):
    return base64.b64encode(product_id.encode()).decode()


def asked_ids(shop):
    """The products whose pages were asked for, as their addresses name them."""
    return [next(iter(request.query.values())) for request in shop.asked]


def requests(running, at=NOW):
    return sum(running.container.databases.details.requests_on(at).values())


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
    ids = set(asked_ids(shop))
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
    for _ in range(12):
        run(running)
        clock.advance(timedelta(hours=1))
    assert len(shop.asked) == len(set(asked_ids(shop))) > 24


def test_no_more_than_the_daily_limit_and_shoppers_keep_a_share(running, shop):
    running.container.settings.update("sync", details_per_day=10)
    run(running)
    spent = requests(running)
    assert 7 <= spent <= 8
    keys = mall_foods(running)
    for key in keys[: 10 - spent]:
        ask(running, key)
    with pytest.raises(ConflictError):
        ask(running, keys[10 - spent])
    assert requests(running) == 10


def test_a_product_of_two_pages_is_not_asked_for_when_one_is_left(running, shop):
    running.container.settings.update("sync", details_per_day=1)
    with pytest.raises(ConflictError):
        ask(running, food(running, "hnsmall"))
    assert shop.asked == []
    ask(running, food(running, "hmall"))
    assert requests(running) == 1


def test_the_limit_is_of_a_day(running, clock):
    running.container.settings.update("sync", details_per_day=1)
    first, second = mall_foods(running)[:2]
    ask(running, first)
    clock.advance(timedelta(hours=9))
    ask(running, second)
    assert requests(running, at=clock.now()) == 1


def test_what_is_wished_comes_before_the_mall_and_the_mall_a_few_at_a_time(running, shop):
    store = running.container.databases.details
    while store.on_air(["hmall", "hnsmall"], NOW, NOW + timedelta(hours=48), 1):
        assert run(running).read
    last = mall_foods(running)[-2:]
    for key in last:
        running.container.tasks.write_now(partial(running.container.wishes.wish_product, key, "찜"))
    shop.asked.clear()
    run(running)
    assert asked_ids(shop) == [token(key.product_id) for key in reversed(last)]
    shop.asked.clear()
    run(running)
    assert asked_ids(shop) == [token(key.product_id) for key in mall_foods(running)[:6]]


def test_a_seller_whose_listings_take_its_budget_is_asked_for_a_few_all_the_same(
    running, shop, monkeypatch
):
    busy = shop.base_urls["hmall"]
    fetcher = running.container.fetcher
    monkeypatch.setattr(fetcher, "on_pace", lambda base_url: base_url != busy)
    store = running.container.databases.details
    (nearest,) = store.on_air(["hmall"], NOW, NOW + timedelta(hours=48), 1)
    run(running)
    assert [r.query["slitmCd"] for r in shop.asked if r.source == "hmall"] == [nearest.product_id]
    assert sum(r.source == "hnsmall" for r in shop.asked) > 1
    for _ in range(20):
        run(running)
    share = 300 * 0.07 * (NOW - NOW.replace(hour=0, minute=0)) / timedelta(days=1)
    assert store.requests_on(NOW)["hmall"] == math.ceil(share)
    assert store.requests_on(NOW)["kok"] > 0


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


def kept_of_people(folder):
    """Which of the planted names, numbers and reviews stand in any file of a data directory."""
    kept = b"".join(_opened(path) for path in folder.rglob("*") if path.is_file())
    return [planted for planted in PLANTED if planted.encode() in kept]


@pytest.mark.parametrize("source", PAGES)
def test_nobody_on_a_page_is_kept_anywhere(running, shop, source, tmp_path):
    shop.instead[source] = private_page
    detail = ask(running, food(running, source))
    assert detail.facts or detail.image_urls
    assert kept_of_people(tmp_path / "data") == []


@pytest.mark.parametrize("source", PAGES)
def test_nobody_on_a_page_that_cannot_be_read_is_kept_either(running, shop, source, tmp_path):
    def drifted(request):
        page = private_page(request)
        assert sum(planted.encode() in page.body for planted in PLANTED) > 2
        return replace(page, body=b"<html><p>" + re.sub(rb"class=|id=", b"data-x=", page.body))

    shop.instead[source] = drifted
    with pytest.raises(SourceChangedError):
        ask(running, food(running, source))
    assert kept_of_people(tmp_path / "data") == []


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


def test_a_page_that_is_gone_where_none_came_lately_is_a_failure(running, shop):
    shop.instead["kok"] = lambda _request: not_found()
    key = mall_foods(running)[0]
    with pytest.raises(SourceGoneError):
        ask(running, key)
    assert pages(running).service.of_product(key).detail is None


def test_a_seller_whose_pages_fail_in_a_row_is_left_alone_for_the_run(running, shop):
    shop.instead["hmall"] = lambda _request: Response(200, {"Content-Type": HTML_TYPE}, b"<p>!</p>")
    report = run(running)
    assert report.failures == {"hmall": 3}
    assert len(report.troubles) == 1
    assert report.read > 0
    failed = [request for request in shop.asked if request.source == "hmall"]
    run(running)
    again = [request for request in shop.asked if request.source == "hmall"][len(failed) :]
    assert not {r.query["slitmCd"] for r in failed} & {r.query["slitmCd"] for r in again}


def test_the_price_of_a_page_is_observed(running):
    key = next(k for k in mall_foods(running) if ask(running, k).list_price_krw)
    detail = pages(running).service.of_product(key).detail
    sql = "SELECT list_price_krw, sale_price_krw FROM price_observation WHERE product_id = ?"
    assert running.rows(sql, key.product_id) == [(detail.list_price_krw, detail.sale_price_krw)]


def test_a_description_that_fails_takes_nothing_from_the_page(running, shop):
    honest = shop._respond
    shop._respond = lambda request: (
        not_found() if "describePage" in request.path else honest(request)
    )
    detail = ask(running, food(running, "hnsmall"))
    assert detail.price_kind is PriceKind.PRICED
    assert requests(running) == 2


def test_without_product_pages_nothing_is_asked_for(running, shop):
    running.container.settings.update("sync", details=False)
    pages(running).job.run_due()
    assert run(running).read == 0
    assert shop.asked == []
    assert not pages(running).service.of_product(mall_foods(running)[0]).can_ask
    assert rows(running.container.databases.user, "SELECT 1 FROM job_run WHERE job='enrich'") == []


def test_what_is_no_food_is_never_asked_for(running):
    sql = "SELECT source, product_id FROM product WHERE NOT is_food AND source = 'hmall' LIMIT 1"
    ((source, product_id),) = running.rows(sql)
    assert not pages(running).service.of_product(ProductKey(source, product_id)).can_ask


def test_the_job_waits_half_an_hour_and_a_closed_one_starts_nothing(running, shop, clock):
    pages(running).job.run_due()
    before = len(shop.asked)
    clock.advance(timedelta(minutes=29))
    pages(running).job.run_due()
    assert len(shop.asked) == before
    clock.advance(timedelta(minutes=2))
    pages(running).job.run_due()
    after = len(shop.asked)
    assert after > before
    clock.advance(timedelta(minutes=31))
    pages(running).job.close()
    pages(running).job.run_due()
    assert len(shop.asked) == after


def test_cancelling_ends_the_job_after_the_page_it_is_at(running, shop):
    shop.instead["hmall"] = shop.instead["hnsmall"] = lambda _request: (
        running.container.scheduler.cancel_sync() or not_found()
    )
    pages(running).job.run_due()
    assert len(shop.asked) == 1
    sql = "SELECT reason FROM job_run WHERE job = 'enrich'"
    assert "멈췄어요" in rows(running.container.databases.user, sql)[0][0]
