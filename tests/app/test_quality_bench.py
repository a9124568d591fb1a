"""How the evaluation is computed, and what it says when its sets are not there."""

from __future__ import annotations

import pytest

from eats_desktop.app.bench.quality import Query, score


def asked(relevant, left_out=()):
    return Query("고등어", frozenset(relevant), frozenset(left_out))


def test_all_found_first_is_one():
    result = score(lambda _: ["a", "b", "x"], [asked("ab")])
    assert (result.recall, result.ndcg, result.mrr, result.answered) == (1.0, 1.0, 1.0, 1.0)
    assert result.precision == pytest.approx(2 / 3)


def test_recall_is_of_what_ten_places_can_hold():
    many = [chr(ord("가") + n) for n in range(40)]
    assert score(lambda _: many[:10], [asked(many)]).recall == 1.0


def test_a_later_hit_counts_less():
    result = score(lambda _: ["x", "y", "a"], [asked("a")])
    assert result.mrr == pytest.approx(1 / 3)
    assert result.ndcg == pytest.approx(0.5)


def test_what_is_left_out_takes_no_place():
    answers = [*(f"left{n}" for n in range(10)), "a"]
    assert score(lambda _: answers, [asked("a", answers[:10])]).recall == 1.0


def test_no_answer_is_no_hit_and_counts_as_unanswered():
    result = score(lambda _: [], [asked("a"), asked("b")])
    assert (result.recall, result.precision, result.answered) == (0.0, 0.0, 0.0)


def test_without_the_sets_the_command_says_where_to_put_them(fresh, monkeypatch, tmp_path):
    monkeypatch.setenv("EATS_EVAL_DIR", str(tmp_path / "nowhere"))
    done = fresh("bench", "quality")
    assert done.code == 1
    assert "EATS_EVAL_DIR" in done.err
