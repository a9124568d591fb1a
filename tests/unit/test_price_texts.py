"""What a price card says, and that it says no more than was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from eats_desktop.domain.amount import Amount, Per, Unit, UnitPrice
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import ConditionalPrice
from eats_desktop.domain.offer import compared
from eats_desktop.domain.price_history import PriceHistory, PriceSpan, price_history
from eats_desktop.viewmodels.price_texts import (
    PriceWords,
    amount_text,
    comparison_texts,
    price_words,
    unit_price_text,
)

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=KST)


def said(price, *spans):
    """The words for a price after prices seen between days ago."""
    seen = [
        PriceSpan(p, NOW - timedelta(days=first), NOW - timedelta(days=last))
        for p, first, last in spans
    ]
    return price_words(price, price_history(seen, NOW), NOW)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_on_the_first_day_the_card_says_that_it_cannot_know_yet():
    words = said(39900, (39900, 0, 0))
    assert (words.verdict_kind, words.verdict) == ("new", "지켜본 지 얼마 안 됐어요.")
    assert (words.lowest, words.watch) == ("", "11월 25일부터 지켜봄 · 값 기록 1개")


def test_the_lowest_since_we_watch_says_since_when():
    words = said(34900, (39900, 22, 5), (34900, 4, 0))
    assert (words.verdict_kind, words.verdict) == ("ok", "11월 3일부터 본 값 중 가장 싸요.")
    assert words.lowest == "30일·90일 최저 34,900원 (11월 25일에 봄)"


def test_the_lowest_of_a_longer_watch_speaks_of_90_days_only():
    assert said(34900, (39900, 120, 5), (34900, 4, 0)).verdict == (
        "최근 90일 동안 본 값 중 가장 싸요."
    )


def test_a_price_above_the_lowest_says_by_how_much_and_both_windows():
    words = said(39900, (29900, 80, 50), (34900, 20, 10), (39900, 9, 0))
    assert (words.verdict_kind, words.verdict) == ("", "최근 30일 최저보다 5,000원 비싸요.")
    assert words.lowest.splitlines() == [
        "30일 최저 34,900원 (11월 15일에 봄)",
        "90일 최저 29,900원 (10월 6일에 봄)",
    ]


def test_the_lowest_of_30_days_alone_says_so():
    words = said(34900, (29900, 80, 50), (34900, 4, 0))
    assert (words.verdict_kind, words.verdict) == ("ok", "최근 30일 동안 본 값 중 가장 싸요.")


def test_a_price_that_stays_is_told_as_that():
    words = said(39900, (39900, 22, 0))
    assert (words.verdict, words.lowest) == ("11월 3일부터 값이 그대로예요.", "")


def test_without_a_price_or_a_record_nothing_is_judged():
    assert said(None, (39900, 22, 0)).verdict == ""
    assert price_words(39900, PriceHistory(), NOW) == PriceWords()


def test_another_year_is_named():
    since = datetime(2025, 12, 30, tzinfo=KST)
    now = datetime(2026, 1, 5, tzinfo=KST)
    words = price_words(39900, price_history([PriceSpan(39900, since, now)], now), now)
    assert words.watch.startswith("2025년 12월 30일부터")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (None, ""),
        (Amount(Decimal(1600), Unit.GRAM, 8), "모두 1.6kg · 8묶음"),
        (Amount(Decimal("400.0"), Unit.GRAM, 1), "모두 400g"),
        (Amount(Decimal(2000), Unit.MILLILITRE, None), "모두 2L"),
        (Amount(Decimal(30), Unit.EACH, None), "모두 30개"),
    ],
)
def test_an_amount_is_written_as_a_shopper_would(amount, text):
    assert amount_text(amount) == text


def test_a_unit_price_keeps_its_number_and_measure_together():
    assert unit_price_text(UnitPrice(Per.HUNDRED_GRAMS, 1234)) == "100g당\N{NO-BREAK SPACE}1,234원"
    assert plain(unit_price_text(UnitPrice(Per.EACH, 500))) == "한 개당 500원"
    assert unit_price_text(None) == ""


@pytest.mark.parametrize(
    ("theirs", "kind", "words"),
    [
        (690, "ok", "100g당 31% 저렴"),
        (1310, "", "100g당 31% 비쌈"),
        (3170, "", "100g당 3.2배 값"),
        (1000, "", "100g당 같은 값"),
        (1001, "", "100g당 거의 같은 값"),
    ],
)
def test_a_comparison_is_words_not_colour_alone(theirs, kind, words):
    ours = UnitPrice(Per.HUNDRED_GRAMS, 1000)
    found = comparison_texts(compared(ours, UnitPrice(Per.HUNDRED_GRAMS, theirs)))
    assert (found[0], plain(found[1])) == (kind, words)
    assert comparison_texts(None) == ("", "")


COUPON = ConditionalPrice(34900, "쿠폰 5,000원을 쓰면")


def test_a_price_with_a_coupon_is_told_apart_and_changes_no_verdict():
    seen = PriceSpan(39900, NOW - timedelta(days=9), NOW, COUPON)
    history = price_history([seen], NOW)
    words = price_words(39900, history, NOW, COUPON)
    assert plain(words.condition) == "쿠폰 5,000원을 쓰면 34,900원"
    assert "쿠폰" in words.spoken("", "")
    assert replace(words, condition="") == price_words(
        39900, price_history([replace(seen, conditional=None)], NOW), NOW
    )


def test_a_coupon_that_is_over_is_told_with_its_day():
    past = PriceSpan(39900, NOW - timedelta(days=9), NOW - timedelta(days=5), COUPON)
    now = PriceSpan(39900, NOW - timedelta(days=4), NOW)
    words = price_words(39900, price_history([past, now], NOW), NOW)
    assert plain(words.condition) == (
        "조건이 붙은 값의 90일 최저: 쿠폰 5,000원을 쓰면 34,900원 (11월 20일에 봄)"
    )
    assert "39,900원" not in words.condition
