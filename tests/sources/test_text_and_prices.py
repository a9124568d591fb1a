"""Texts, clocks and prices as sites write them."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sources.guide_titles import guide_title
from eats_desktop.sources.prices import price, with_coupon, won
from eats_desktop.sources.text import clean, clock_on, clock_range, decode, https, slot_times

DAY = date(2026, 11, 24)


def at(hour, minute=0, day=0):
    return datetime(2026, 11, 24, tzinfo=KST) + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  새벽들\u00a0\t사과  ", "새벽들 사과"),
        ("\ufeff새벽\u200b들", "새벽들"),
        ("위&amp;장 &lt;세트&gt;", "위&장 <세트>"),
        ("소금 &amp;amp; 후추", "소금 & 후추"),
        ("a &amp;amp;amp; b", "a &amp; b"),
        (unicodedata.normalize("NFD", "고등어"), "고등어"),
        ("★ 25㎡ ＋ 60℃ 〈正品〉", "★ 25㎡ ＋ 60℃ 〈正品〉"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_name_is_made_comparable_and_loses_nothing_else(raw, text):
    assert clean(raw) == text


@given(st.text())
def test_cleaning_leaves_single_blanks_and_composed_letters(raw):
    text = clean(raw)
    assert text == " ".join(text.split())
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    "mark", ["~", "～", "〜", "∼", "-", " ~ ", " - ", "\u00a0~\u00a0", "\u200b~"]
)
def test_two_clocks_are_found_around_any_mark(mark):
    assert clock_range(f"방송 10:00{mark}11:40 ") == ("10:00", "11:40")


@pytest.mark.parametrize("text", ["지금방송중", "10:00", "10:00 11:00", ""])
def test_no_range_is_found_where_there_is_none(text):
    assert clock_range(text) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("10:00", "11:00", (at(10), at(11))),
        ("23:55", "01:00", (at(23, 55), at(1, day=1))),
        ("23:00", "00:00", (at(23), at(0, day=1))),
        ("23:00", "24:00", (at(23), at(0, day=1))),
        ("24:10", "25:10", (at(0, 10, day=1), at(1, 10, day=1))),
        ("10:00", "10:00", (at(10), at(10, day=1))),
        ("9:05", "9:45", (at(9, 5), at(9, 45))),
        ("10:60", "11:00", None),
        ("48:00", "49:00", None),
        ("곧", "11:00", None),
    ],
)
def test_an_end_not_after_its_start_is_the_next_days(start, end, expected):
    assert slot_times(DAY, start, end) == expected


def test_a_clock_is_korean_time():
    assert clock_on(DAY, "00:00").utcoffset() == timedelta(hours=9)


def test_bytes_are_utf_8_with_or_without_a_mark_else_cp949():
    for charset in ("utf-8", "utf-8-sig", "cp949"):
        assert decode("고등어 8팩 ㈜".encode(charset)) == "고등어 8팩 ㈜"


@pytest.mark.parametrize("body", [b"\xff\xfe\x00\xac" * 40, "\ufffd고등어".encode() * 10])
def test_unreadable_bytes_are_no_page(body):
    with pytest.raises(SourceChangedError, match="H12"):
        decode(body)


def test_one_lost_letter_in_a_long_page_is_borne():
    assert decode(("고등어" * 1000 + "\ufffd").encode()).endswith("\ufffd")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("//image.example/1.gif", "https://image.example/1.gif"),
        ("http://image.example/1.jpg", "https://image.example/1.jpg"),
        ("https://image.example/1.jpg", "https://image.example/1.jpg"),
        ("data:image/gif;base64,R0", None),
        ("about:blank", None),
        ("", None),
        (None, None),
    ],
)
def test_a_picture_has_a_safe_address_or_none(url, address):
    assert https(url) == address


@pytest.mark.parametrize(
    ("value", "krw"),
    [
        ("49,900", 49900),
        ("49,900원", 49900),
        ("49900.0", 49900),
        (49900, 49900),
        (49900.0, 49900),
        ("0", None),
        (0, None),
        ("", None),
        (None, None),
        ("상담 예약 상품", None),
        (1, None),
        (99_999_999, None),
        (float("nan"), None),
        (float("inf"), None),
        ("9" * 400, None),
    ],
)
def test_won_are_whole_or_unknown(value, krw):
    assert won(value) == krw


@pytest.mark.parametrize(
    ("listed", "sale", "expected"),
    [
        (49900, 39900, (PriceKind.PRICED, 49900, 39900)),
        (None, "39,900", (PriceKind.PRICED, None, 39900)),
        (49900, None, (PriceKind.PRICED, 49900, 49900)),
        (49900, 0, (PriceKind.PRICED, 49900, 49900)),
        (39900, 49900, (PriceKind.PRICED, None, 49900)),
        (0, 0, (PriceKind.CONSULT, None, None)),
        (None, "상담 예약 상품", (PriceKind.CONSULT, None, None)),
        (None, "상담신청상품", (PriceKind.CONSULT, None, None)),
        (None, "상담 후 결정", (PriceKind.CONSULT, None, None)),
        (None, "모집공고", (PriceKind.CONSULT, None, None)),
        (None, "품절", (PriceKind.SOLD_OUT, None, None)),
        (None, "렌탈", (PriceKind.RENTAL, None, None)),
        (None, None, (PriceKind.UNKNOWN, None, None)),
        (49900, 1, (PriceKind.UNKNOWN, None, None)),
        (99_999_999, 99_999_999, (PriceKind.UNKNOWN, None, None)),
        (99_999_999, 39900, (PriceKind.UNKNOWN, None, None)),
    ],
)
def test_a_price_is_a_number_or_a_reason_why_there_is_none(listed, sale, expected):
    found = price(listed, sale)
    assert (found.kind, found.list_krw, found.sale_krw) == expected


@given(st.one_of(st.none(), st.text(), st.integers(), st.floats()), st.integers(0, 10**9))
def test_a_price_never_has_a_list_price_below_its_sale_price(listed, sale):
    found = price(listed, sale)
    if found.list_krw is not None:
        assert found.list_krw >= found.sale_krw > 0
    assert (found.sale_krw is not None) == (found.kind is PriceKind.PRICED)


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("손질고등어(재)", "손질고등어"),
        ("(패션)포근양말", "포근양말"),
        ("상생PGM-새벽들사과", "새벽들사과"),
        ("한결 통5중 냄비..", "한결 통5중 냄비"),
        ("편성예정 입니다", None),
        ("방송 정보 없음", None),
        ("K쇼핑 추천상품", None),
        ("시청자정보-안전한TV", None),
        ("공익광고", None),
        ("심야재방송", None),
        ("다시보는 인기상품", None),
        ("(재)", None),
        (None, None),
    ],
)
def test_a_guide_title_is_a_nickname_or_nothing(raw, title):
    assert guide_title(raw) == title


@pytest.mark.parametrize(
    ("best", "coupon", "everyone"),
    [
        (price(149000, 139000), 10000, 149000),
        (price(149000, 129000), 10000, 139000),
        (price(149000, 145000), 10000, 149000),
    ],
)
def test_what_needs_a_coupon_is_not_what_everyone_pays(best, coupon, everyone):
    asked = with_coupon(best, coupon)
    assert (asked.sale_krw, asked.conditional_krw) == (everyone, best.sale_krw)
    assert asked.condition == "쿠폰 10,000원을 쓰면"


@pytest.mark.parametrize(
    ("best", "coupon"),
    [
        (price(149000, 139000), None),
        (price(149000, 149000), 10000),
        (price(None, 39900), 10000),
        (price(0, 0), 10000),
    ],
)
def test_a_price_that_holds_no_coupon_stays_as_it_is(best, coupon):
    assert with_coupon(best, coupon) == best
