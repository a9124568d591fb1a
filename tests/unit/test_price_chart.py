"""값의 변화: what the picture of a price shows, and what it says in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import ConditionalPrice
from eats_desktop.domain.price_history import LONG, YEAR, PriceSpan
from eats_desktop.viewmodels.price_chart import figure, sentence, table, within
from eats_desktop.viewmodels.price_chart_view_model import PriceChartViewModel

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=KST)
PARTS = {
    "later": "값이 바뀌면 여기에 그림으로 보여 드려요.",
    "noted": "11월 5일부터 값을",
    "cheapest": "가장 쌌던 날은 11월 20일 34,900원",
    "dearest": "가장 비쌌던 날은 11월 14일 39,900원이에요.",
    "apart": "쿠폰이나 카드가 있어야 하는 값은 넣지 않았어요.",
}
UNSEEN = "못\N{NO-BREAK SPACE}봄"
COUPON = ConditionalPrice(24900, "쿠폰 5,000원을 쓰면")


def span(price, first, last=0, conditional=None):
    """A price seen from `first` to `last` days ago."""
    ago = [NOW - timedelta(days=days) for days in (first, last)]
    return PriceSpan(price, *ago, conditional)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def drawn(*spans):
    return figure(spans, NOW)


def test_one_price_or_none_is_no_picture():
    assert drawn() is None
    assert drawn(span(39900, 20)) is None
    assert drawn(span(39900, 20, 10), span(None, 9)) is None
    assert drawn(span(39900, 0), span(34900, 0)) is None


def test_prices_that_follow_each_other_are_one_line_to_now():
    found = drawn(span(39900, 20, 11), span(34900, 10, 1))
    first, second = found.steps
    assert (first.begins, second.ends) == (0.0, 1.0)
    assert first.ends == second.begins
    assert found.blanks == ()
    assert (found.lowest_krw, found.highest_krw) == (34900, 39900)


def test_where_nothing_was_seen_is_a_gap_and_sold_out_says_so():
    found = drawn(span(39900, 20, 15), span(None, 14, 12), span(34900, 5, 4))
    assert [blank.words for blank in found.blanks] == ["품절", UNSEEN, UNSEEN]
    assert found.steps[0].ends < found.steps[1].begins


def test_the_lowest_is_pointed_out_with_its_day_and_now_with_its_price():
    found = drawn(span(39900, 22, 21), span(9900, 20, 19), span(11900, 18))
    assert plain(found.low.words) == "가장 쌌던 날 11월 6일 9,900원"
    assert plain(found.last.words) == "지금 11,900원"
    assert (found.low.price_krw, found.last.at) == (9900, 1.0)


def test_when_now_is_the_lowest_it_is_said_once():
    found = drawn(span(39900, 20, 11), span(34900, 10))
    assert found.low is None
    assert plain(found.last.words) == "지금 34,900원 · 가장 싸요"


def test_an_old_last_price_is_not_called_the_price_of_now():
    found = drawn(span(39900, 30, 20), span(44900, 19, 10))
    assert plain(found.last.words) == "11월 15일에 본 값 44,900원"
    assert found.blanks[-1].ends == 1.0
    assert "마지막으로 본 값은 11월 15일 44,900원" in plain(
        sentence([span(39900, 30, 20), span(44900, 19, 10)], NOW)
    )


def test_dates_lead_from_the_first_price_to_today():
    months = [words for _, words in drawn(span(1000, 80, 60), span(900, 50)).ticks]
    assert months == ["9/6", "10월", "11월", "오늘"]
    weeks = [words for _, words in drawn(span(1000, 16, 10), span(900, 9)).ticks]
    assert weeks == ["11/9", "11/11", "11/18", "오늘"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, 900, 1000, 1100]), st.integers(0, 400), st.integers(0, 400)
        ),
        max_size=9,
    )
)
def test_whatever_was_seen_the_picture_holds_together(told):
    days = sorted({day for _, first, last in told for day in (first, last)}, reverse=True)
    pairs = zip(days[::2], days[1::2], strict=False)
    spans = [span(price, *pair) for (price, _, _), pair in zip(told, pairs, strict=False)]
    shown = within(spans, NOW, YEAR)
    found = figure(shown, NOW)
    priced = [s for s in shown if s.price_krw is not None]
    if len(priced) < 2:
        assert found is None
    assert bool(sentence(shown, NOW)) == bool(priced)
    if found is None:
        return
    places = [place for step in found.steps for place in (step.begins, step.ends)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert found.lowest_krw == min(s.price_krw for s in priced)
    parts = sorted([(s.begins, s.ends) for s in (*found.steps, *found.blanks)])
    assert all(a[1] <= b[0] + 1e-9 for a, b in pairwise(parts))


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([], ""),
        ([span(None, 3)], ""),
        (
            [span(39900, 0)],
            "11월 25일에 본 값이 하나예요. {later}",
        ),
        (
            [span(39900, 20)],
            "11월 5일부터 11월 25일까지 값이 39,900원 그대로예요. {later}",
        ),
        (
            [span(39900, 20, 11), span(34900, 10, 5), span(37900, 4)],
            "{noted} 3번 적었어요. {cheapest}, {dearest} 지금은 37,900원이에요.",
        ),
        (
            [span(39900, 20, 11), span(34900, 10)],
            "{noted} 2번 적었어요. 지금이 34,900원으로 가장 싸요. {dearest}",
        ),
        (
            [span(29900, 20, 11, COUPON), span(29900, 10)],
            "{noted} 2번 적었어요. 값은 내내 29,900원이었어요. {apart}",
        ),
    ],
)
def test_the_same_is_said_in_a_sentence(spans, words):
    assert plain(sentence(spans, NOW)) == words.format(**PARTS)


def test_the_table_lists_the_newest_first_with_price_by_measure_and_condition():
    kilogram = Amount(Decimal(1000), Unit.GRAM, None)
    lines = table(
        [span(39900, 20, 11), span(None, 10, 9), span(29900, 8, 8, COUPON)], kilogram, NOW
    )
    assert [plain(line.priceText) for line in lines] == ["29,900원", "품절", "39,900원"]
    assert plain(lines[0].whenText) == "11월 17일"
    assert plain(lines[2].whenText) == "11월 5일 ~ 11월 14일"
    assert plain(lines[0].unitText) == "100g당 2,990원"
    assert plain(lines[0].conditionText) == "쿠폰 5,000원을 쓰면 24,900원"
    assert (lines[1].unitText, lines[1].conditionText) == ("", "")
    assert len({line.key for line in lines}) == 3
    assert len(table([span(price, 90 - price, 90 - price) for price in range(20)], None, NOW)) == 8


def test_what_lies_before_the_time_shown_is_cut_off():
    shown = within([span(900, 300, 200), span(1000, 120, 80), span(1100, 70)], NOW, LONG)
    assert [s.price_krw for s in shown] == [1000, 1100]
    assert shown[0].observed_at == NOW - LONG


def test_a_year_can_be_chosen_where_more_than_three_months_are_known(qapp):
    chart = PriceChartViewModel()
    old, *new = span(45900, 300, 280), span(39900, 20, 11), span(34900, 10)
    chart.show([old, *new], None, NOW)
    assert chart.property("hasMore")
    assert chart.figure.highest_krw == 39900
    chart.look("365")
    assert chart.figure.highest_krw == 45900
    chart.clear()
    assert (chart.property("reach"), chart.property("isDrawn")) == ("90", False)
    chart.show(new, None, NOW)
    assert not chart.property("hasMore")
