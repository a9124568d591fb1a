"""The checks of one parse, each at its threshold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from eats_desktop.domain.errors import (
    SourceBlockedError,
    SourceChangedError,
    SourceUnavailableError,
)
from eats_desktop.domain.listing import Severity
from eats_desktop.domain.schedule import PriceKind, ProductRole
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.health import Tally, keys, read_html, read_json
from tests.helpers.listings import DAY, at, product, slot

TODAY = DAY.date()


def page(text):
    return Page("https://site.example/", 200, text.encode(), "text/html", DAY)


def context(ahead=0):
    return CrawlContext(CrawlTask("hmall", "k", "hmall", TODAY + timedelta(days=ahead)), at(9))


def findings(tally):
    return [(f.code, f.severity) for f in tally.report().findings]


def aside(product_id, **changes):
    return product(product_id, role=ProductRole.SIDE, **changes)


def judged(*slots, ahead=0, pattern=r"\d{8}"):
    tally = Tally(pattern)
    tally.judge_day(slots, context(ahead))
    return findings(tally)


@pytest.mark.parametrize(
    ("seen", "read", "severity"),
    [
        (100, 100, None),
        (100, 95, None),
        (100, 94, Severity.WARN),
        (100, 80, Severity.WARN),
        (100, 79, Severity.FAIL),
        (1, 0, Severity.FAIL),
        (0, 0, None),
    ],
)
def test_h3_the_yield_of_required_fields(seen, read, severity):
    found = findings(Tally("", seen=seen, read=read))
    assert found == ([("H3", severity)] if severity else [])


@pytest.mark.parametrize(("ahead", "fails"), [(-1, False), (0, True), (1, True), (2, False)])
def test_h2_today_and_tomorrow_cannot_be_empty(ahead, fails):
    assert judged(ahead=ahead) == ([("H2", Severity.FAIL)] if fails else [])


def priced(count, of):
    kinds = [PriceKind.PRICED] * count + [PriceKind.CONSULT] * (of - count)
    return [
        slot(at(n), at(n + 1), product(f"1000{n:04}", price_kind=kind))
        for n, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("count", "severity"),
    [(20, None), (15, None), (14, Severity.WARN), (1, Severity.WARN), (0, Severity.FAIL)],
)
def test_h6_a_quarter_without_a_price_is_borne(count, severity):
    assert judged(*priced(count, 20)) == ([("H6", severity)] if severity else [])


def test_h6_a_few_products_may_all_be_without_a_price():
    assert judged(*priced(0, 7)) == []


def test_h6_what_is_sold_beside_may_be_without_a_price():
    beside = [
        replace(s, products=(*s.products, aside(f"2000{n:04}", price_kind=PriceKind.UNKNOWN)))
        for n, s in enumerate(priced(10, 10))
    ]
    assert judged(*beside) == []


@pytest.mark.parametrize(("same", "severity"), [(10, Severity.WARN), (9, None)])
def test_h6_sides_that_all_cost_what_their_main_costs_are_noticed(same, severity):
    slots = [
        replace(s, products=(*s.products, aside(f"2000{n:04}", price=39900 + (n >= same))))
        for n, s in enumerate(priced(10, 10))
    ]
    assert judged(*slots) == ([("H6", severity)] if severity else [])


def test_h6_variants_of_one_slot_may_cost_the_same():
    variants = [aside(f"2000{n:04}") for n in range(30)]
    assert judged(slot(at(9), at(10), product(), *variants)) == []


@pytest.mark.parametrize("slip", ["1원", 99_999_999, "50,000,001"])
def test_h6_a_number_that_cannot_be_a_price_is_told(slip):
    tally = Tally("")
    tally.judge_prices(["39,900원", None, 0, "상담 예약 상품", slip])
    (found,) = tally.report().findings
    assert (found.code, found.severity) == ("H6", Severity.WARN)
    assert found.detail == "있을 수 없는 가격은 쓰지 않았어요"


def test_h6_prices_and_words_are_no_slips():
    tally = Tally("")
    tally.judge_prices(["39,900원", None, 0, "", "품절", 50_000_000])
    assert findings(tally) == []


def test_h7_ids_look_like_the_sites_ids():
    good = [product(f"1000{n:04}") for n in range(99)]
    assert judged(slot(at(9), at(10), *good)) == []
    assert judged(slot(at(9), at(10), *good, product("77"))) == []
    odd = [product("77"), product("78"), product("79")]
    assert judged(slot(at(9), at(10), *good, *odd)) == [("H7", Severity.FAIL)]


def test_h7_pictures_have_whole_addresses():
    good = [product(f"1000{n:04}", thumbnail_url="https://img.example/1.jpg") for n in range(97)]
    half = [product(f"2000{n:04}", thumbnail_url="/1.jpg") for n in range(3)]
    assert judged(slot(at(9), at(10), *good, product("30000000"), *half[:2])) == []
    assert judged(slot(at(9), at(10), *good, *half)) == [("H7", Severity.WARN)]


def test_h7_the_same_start_twice_is_noticed():
    twice = [slot(at(9), at(10), product())] * 2
    assert judged(*twice) == [("H7", Severity.WARN)]


def test_h8_any_other_date_fails():
    tally = Tally("")
    tally.require_date([TODAY], [TODAY])
    assert findings(tally) == []
    tally.require_date([TODAY, date(2026, 11, 26)], [TODAY])
    assert findings(tally) == [("H8", Severity.FAIL)]


EXPECTED = keys("id name", "price")


def test_h9_a_needed_name_that_is_gone_from_the_first_rows_fails():
    tally = Tally("")
    tally.judge_keys([{"id": "1", "price": 2}] * 5 + [{"name": "늦은 줄"}], EXPECTED)
    (found,) = tally.report().findings
    assert (found.code, found.severity) == ("H9", Severity.FAIL)
    assert found.detail == "없어진 항목: name"


def test_h9_a_name_need_not_be_on_every_row_nor_filled():
    tally = Tally("")
    tally.judge_keys([{"id": "1"}, {"id": "2", "name": None}], EXPECTED)
    assert findings(tally) == []


def test_h9_a_new_name_is_only_noted():
    tally = Tally("")
    tally.judge_keys([{"id": "1", "name": "a", "live": True}], EXPECTED)
    assert [(f.severity, f.detail) for f in tally.report().findings] == [
        (Severity.INFO, "새 항목: live")
    ]
    assert not tally.report().failed


def test_h9_no_row_has_no_keys_to_miss():
    tally = Tally("")
    tally.judge_keys([], EXPECTED)
    assert findings(tally) == []


def test_h9_the_fingerprint_follows_the_names_not_their_order():
    one, same, other = Tally(""), Tally(""), Tally("")
    one.names.update(["a", "b"])
    same.names.update(["b", "a"])
    other.names.update(["a", "c"])
    assert one.report().fingerprint == same.report().fingerprint != other.report().fingerprint


CLOSED = ["서비스 점검 중입니다", "점검시간 02:00 ~ 06:00", "접속자가 많아 대기 중입니다"]
REFUSED = ["<h1>Access Denied</h1>", "<form id='captcha'>", "비정상적인 접근"]
SHELLS = ['<div id="app"></div>', '<div id="root"> </div>', '<div id="__next">\n</div>']


@pytest.mark.parametrize(
    ("texts", "error"),
    [
        (CLOSED, SourceUnavailableError),
        (REFUSED, SourceBlockedError),
        (SHELLS, SourceChangedError),
    ],
    ids=["closed", "refused", "shell"],
)
def test_h11_what_stands_in_place_of_a_page_is_named(texts, error):
    for text in texts:
        for read in (read_json, lambda it: read_html(it, "scheduleWrap")):
            with pytest.raises(error, match="H11"):
                read(page(text))


@pytest.mark.parametrize("text", [*CLOSED, *REFUSED, *SHELLS])
def test_h11_words_inside_a_good_page_are_only_words(text):
    assert text in read_html(page(f'<div id="scheduleWrap">{text}</div>'), "scheduleWrap")
    assert read_json(page('{"title": "보일러 점검 중 captcha"}'))


def test_h1_something_else_than_json_is_no_json():
    with pytest.raises(SourceChangedError, match="H1 "):
        read_json(page("<html>어서 오세요</html>"))


def test_h2_a_page_without_its_container_is_another_page():
    with pytest.raises(SourceChangedError, match="H2 "):
        read_html(page("<html>어서 오세요</html>"), "scheduleWrap")
