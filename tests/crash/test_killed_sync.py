from __future__ import annotations

import pytest

from tests.crash.kill_rounds import Harness, Round, summary
from tests.crash.nursery import WRITING, KillPoint

ROUNDS = 6


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """A few rounds; `python -m tests.crash.kill_rounds --rounds 200` plays many."""
    with Harness(tmp_path_factory.mktemp("killed"), seed=20261124) as harness:
        return [harness.round() for _ in range(ROUNDS)]


@pytest.fixture(scope="module")
def landed(rounds):
    return [done for done in rounds if done.landed]


def test_a_killed_synchronisation_leaves_sound_files_and_whole_pages(landed):
    assert [done for done in landed if done.broken] == []


def test_the_next_synchronisation_arrives_where_an_undisturbed_one_does(landed):
    assert [done for done in landed if done.unhealed] == []


def test_no_kill_takes_a_wish(landed):
    assert not any(done.lost for done in landed)


def test_the_kills_landed_in_the_middle_of_the_work(landed):
    assert sum(done.running for done in landed) >= ROUNDS // 2
    assert any(done.partly_written for done in landed)


def test_the_summary_counts_what_went_wrong():
    point = KillPoint(3, 0.01)
    good = Round("empty", point, landed=True, state=WRITING, running=True, pages=1, all_pages=4)
    bad = Round("empty", point, landed=True, broken=("catalog.db: torn",))
    missed = Round("empty", point, landed=False)
    found = summary([good, bad, missed], 1.0)
    assert (found["killed"], found["ended_before_the_kill"]) == (2, 1)
    assert found["inside_a_transaction"] == found["pages_partly_written"] == 1
    assert found["half_written_or_damaged"] == len(found["unsound"]) == 1
