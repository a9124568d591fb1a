"""Days until which food keeps, as they are written by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.viewmodels.kitchen_dates import due_texts, read_day, written_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("  ", None),
        ("오늘", TODAY),
        ("내일", date(2026, 11, 26)),
        ("모레까지", date(2026, 11, 27)),
        ("5일 뒤", date(2026, 11, 30)),
        ("11/27", date(2026, 11, 27)),
        ("11월 27일", date(2026, 11, 27)),
        ("11월 27일까지", date(2026, 11, 27)),
        ("11.27", date(2026, 11, 27)),
        ("1/3", date(2027, 1, 3)),
        ("11/20", date(2026, 11, 20)),
        ("2027-2-3", date(2027, 2, 3)),
    ],
)
def test_a_day_is_read_as_it_is_written(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["언젠가", "2/30", "13/1", "27", "11/27 11/28"])
def test_what_is_no_day_is_told(text):
    with pytest.raises(InputError) as caught:
        read_day(text, TODAY)
    assert text in caught.value.detail


def test_a_written_day_is_read_back():
    for ahead in range(0, 700, 13):
        day = TODAY + timedelta(days=ahead)
        assert read_day(written_day(day), TODAY) == day
    assert written_day(None) == ""


def test_how_pressing_a_day_is_stands_in_words():
    assert due_texts(None, TODAY) == ("", "기한을 몰라요")
    assert due_texts(date(2026, 11, 24), TODAY) == ("old", "11월 24일까지 · 1일 지났어요")
    assert due_texts(TODAY, TODAY) == ("warn", "11월 25일까지 · 오늘까지예요")
    assert due_texts(date(2026, 11, 27), TODAY)[0] == "warn"
    assert due_texts(date(2026, 11, 28), TODAY) == ("ok", "11월 28일까지 · 3일 남았어요")
