"""The letters that were typed stand out in a suggestion; rows stand by kind, at most eight."""

from __future__ import annotations

import pytest

from eats_desktop.domain.search import Suggestion
from eats_desktop.viewmodels.suggest_rows import marked, recent_rows, typed_rows


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("고등어", "고등", "<b>고등</b>어"),
        ("김치", "김ㅊ", "<b>김치</b>"),
        ("김치찜", "김치ㅉ", "<b>김치찜</b>"),
        ("닭갈비", "달", "<b>닭</b>갈비"),
        ("순살고등어", "고등어", "순살<b>고등어</b>"),
        ("고등어", "ㄱㄷㅇ", "<b>고등어</b>"),
        ("고등어", "ㄳㅇ", "고등어"),
        ("고등어", "rhemd", "<b>고등</b>어"),
        ("고등어", "고등아", "고등어"),
        ("김치 찌개", "김치찌", "<b>김치 찌</b>개"),
        ("A<B&김", "김", "A&lt;B&amp;<b>김</b>"),
        ("Pizza", "piz", "<b>Piz</b>za"),
    ],
)
def test_what_was_typed_stands_out(text, typed, expected):
    assert marked(text, typed) == expected


def test_rows_stand_by_kind_recent_ones_last_and_eight_at_most():
    found = [Suggestion(f"김{i}", "word" if i % 2 else "food", "이어지는 말") for i in range(8)]
    rows = typed_rows("김", found, ["김밥", "사과", "김", "김0", "김떡", "김전"])
    assert [row.kind for row in rows] == ["food"] * 3 + ["word"] * 3 + ["history"] * 2
    assert [row.text for row in rows if row.kind == "history"] == ["김밥", "김떡"]


def test_a_why_that_the_marks_do_not_show_is_written():
    (same, typing) = typed_rows(
        "rhemd",
        [Suggestion("고등어", "food", "자판"), Suggestion("고등", "word", "이어지는 말")],
        [],
    )
    assert (same.whyText, typing.whyText) == ("자판", "")
    assert same.spokenText == "고등어, 식품·재료, 자판"


def test_without_recent_queries_there_is_nothing_to_clear():
    assert recent_rows([]) == []
    assert [row.kind for row in recent_rows(["김치"])] == ["history", "clear"]
