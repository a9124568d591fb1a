"""최근 검색어: newest first, each once, forgotten on demand."""

from __future__ import annotations

import logging

import pytest

from eats_desktop.services.search_history import KEPT, SearchHistory
from tests.helpers.storage_builders import opened


@pytest.fixture
def history(tmp_path):
    with opened(tmp_path) as databases:
        yield SearchHistory(databases.recent_queries)


def test_the_newest_query_stands_first(history):
    for query in ("김치", "고등어", "  한우   불고기 "):
        history.remember(query)
    assert history.recent() == ("한우 불고기", "고등어", "김치")
    assert history.recent(1) == ("한우 불고기",)


@pytest.mark.parametrize("again", ["돼지고기", "돼지 고기", " 돼지고기 "])
def test_a_query_asked_again_moves_up_and_stays_one(history, again):
    for query in ("돼지고기", "고등어", again):
        history.remember(query)
    assert history.recent() == (" ".join(again.split()), "고등어")


def test_only_the_last_ones_are_kept(history):
    for number in range(KEPT + 5):
        history.remember(f"김치 {number}")
    assert history.recent(100) == tuple(f"김치 {n}" for n in range(KEPT + 4, 4, -1))


def test_one_or_all_are_forgotten(history):
    for query in ("김치", "%", "고등어"):
        history.remember(query)
    history.forget("%")
    assert history.recent() == ("고등어", "김치")
    history.forget_all()
    assert history.recent() == ()


def test_nothing_is_no_query(history):
    history.remember("   ")
    assert history.recent() == ()


def test_no_query_reaches_the_log(history, caplog):
    with caplog.at_level(logging.DEBUG):
        history.remember("비밀스러운 김치")
        history.forget("비밀스러운 김치")
    assert "비밀" not in caplog.text
