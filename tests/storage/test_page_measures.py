"""The measures of believed pages: the newest ten of each topic, as long as they are wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.page_measure import PageMeasure, PageTopic
from eats_desktop.domain.schedule import EndKind
from tests.helpers.listings import DAY, at, slot
from tests.helpers.storage_builders import rows, window

TOMORROW = PageTopic("hmall", "hmall", 1)
MEASURE = PageMeasure(10_000, mistyped=False, slots=24, minutes=1440, holes=1, agreement=0.9)


def remember(databases, *hours, topic=TOMORROW):
    with databases.writer.transaction() as tx:
        for hour in hours:
            tx.remember_measure(topic, replace(MEASURE, slots=hour), at(hour))


def remembered(databases, topic=TOMORROW, since=DAY):
    with databases.writer.transaction() as tx:
        return tx.measures(topic, since)


def test_a_measure_comes_back_as_it_was_newest_first(databases):
    unknown = replace(MEASURE, agreement=None, mistyped=True)
    with databases.writer.transaction() as tx:
        tx.remember_measure(TOMORROW, MEASURE, at(8))
        tx.remember_measure(TOMORROW, unknown, at(9))
    assert remembered(databases) == (unknown, MEASURE)


def test_the_newest_ten_are_kept(databases):
    remember(databases, *range(12))
    assert [measure.slots for measure in remembered(databases)] == list(range(11, 1, -1))
    assert rows(databases.catalog, "SELECT count(*) FROM page_measure") == [(10,)]


@pytest.mark.parametrize(
    "other",
    [
        PageTopic("hmall", "hmall", 0),
        PageTopic("hmall", "hmall", None),
        PageTopic("hmall", "hmall_plus", 1),
        PageTopic("btv_guide", "hmall", 1),
    ],
)
def test_every_topic_has_its_own(databases, other):
    remember(databases, *range(10))
    remember(databases, 3, topic=other)
    assert len(remembered(databases)) == 10
    assert [measure.slots for measure in remembered(databases, other)] == [3]


def test_only_measures_since_then_are_told(databases):
    remember(databases, 8, 9, 10)
    assert [measure.slots for measure in remembered(databases, since=at(9))] == [10, 9]


def test_pruning_forgets_old_measures(databases):
    remember(databases, 8, 9)
    with databases.writer.transaction() as tx:
        tx.prune(at(9))
    assert [measure.slots for measure in remembered(databases)] == [9]


def test_starts_are_those_of_the_named_sources_in_the_window(databases):
    def listed(*hours, channel="hmall"):
        kind = EndKind.GUIDE
        return [slot(at(h), at(h + 1), channel=channel, end_kind=kind) for h in hours]

    whole = window(ends=DAY + timedelta(days=2))
    with databases.writer.transaction() as tx:
        tx.replace_listing("btv_guide", "a", (whole,), listed(9, 8, 30), DAY)
        tx.replace_listing("uplus_guide", "b", (), listed(10, 8), DAY)
        tx.replace_listing("uplus_guide", "c", (), listed(11, channel="nsmall"), DAY)
        tx.replace_listing("hmall", "d", (whole,), listed(12), DAY)
        found = tx.starts_of(("btv_guide", "uplus_guide"), window())
    assert found == (at(8), at(8), at(9), at(10))
