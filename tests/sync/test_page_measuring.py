"""What a page's slots measure: holes of today, and how far a guide agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.listing import CrawlResult, ParseReport, Window
from eats_desktop.domain.page_measure import PageMeasure, PageTopic
from eats_desktop.sources.base import CrawlTask, Page
from eats_desktop.sources.crawler import CrawlOutcome
from eats_desktop.sync.page_measuring import agreement, holes, measure, topic_of
from tests.helpers.listings import DAY, at, slot

DAWN = at(5)
MINUTE = timedelta(minutes=1)
WHOLE = Window("hmall", DAY, DAY + timedelta(days=1))


def hourly(*hours):
    return [slot(at(h), at(h + 1)) for h in hours]


FULL = hourly(*range(24))


def test_a_full_day_has_no_hole():
    assert holes(FULL, DAWN) == 0


def test_a_day_without_any_slot_is_one_hole():
    assert holes([], DAWN) == 1


@pytest.mark.parametrize(("minutes", "count"), [(90, 0), (91, 1)])
def test_a_gap_of_more_than_90_minutes_is_a_hole(minutes, count):
    after = at(11) + minutes * MINUTE
    assert holes([*hourly(*range(11)), slot(after, at(24))], DAWN) == count


@pytest.mark.parametrize(("minutes", "count"), [(10, 0), (11, 1)])
def test_an_overlap_of_more_than_10_minutes_is_a_hole(minutes, count):
    early = slot(at(10), at(11) + minutes * MINUTE)
    assert holes([*hourly(*range(10)), early, *hourly(*range(11, 24))], DAWN) == count


def test_a_channel_that_airs_two_lineups_at_once_does_not_overlap():
    other = [replace(s, lineup=2) for s in hourly(*range(0, 24, 2))]
    assert holes([*hourly(*range(0, 24, 2)), *hourly(*range(1, 24, 2)), *other], DAWN) == 0


def test_a_gap_inside_a_longer_slot_is_no_gap():
    long = slot(at(9), at(14))
    beside = replace(slot(at(9, 30), at(10)), lineup=2)
    assert holes([*hourly(*range(9)), long, beside, *hourly(*range(14, 24))], DAWN) == 0


def test_the_night_is_not_watched():
    assert holes(hourly(*range(7, 24)), DAY) == 0
    assert holes(hourly(*range(8, 24)), DAY) == 1


def test_what_is_over_may_have_left_the_page():
    assert holes(hourly(*range(15, 24)), at(15, 30)) == 0
    assert holes(hourly(*range(15, 22)), at(15, 30)) == 1


def test_a_slot_on_air_without_a_clock_began_before_now():
    assert holes([slot(None, at(18)), *hourly(*range(18, 24))], at(15)) == 0


def test_a_slot_without_an_end_is_taken_for_an_hour():
    open_ended = [slot(at(h), None) for h in range(24)]
    assert holes(open_ended, DAWN) == 0
    assert holes([*open_ended[:10], *open_ended[13:]], DAWN) == 1


def test_agreement_is_the_share_of_starts_within_five_minutes():
    guide = [at(h) + 5 * MINUTE for h in range(8, 14)] + [at(h) + 6 * MINUTE for h in (14, 15)]
    assert agreement(hourly(*range(8, 16)), guide) == 6 / 8


def test_only_what_the_guide_lists_is_compared():
    guide = [at(h) for h in range(8, 14)]
    assert agreement(FULL, guide) == 1.0


def test_few_slots_or_no_guide_tell_nothing():
    assert agreement(FULL, []) is None
    assert agreement(hourly(*range(5)), [at(h) for h in range(24)]) is None
    assert agreement(hourly(*range(6)), [at(h) for h in range(24)]) == 1.0


def outcome(*slots, windows=(WHOLE,), bodies=(b"12345", b"678"), mistyped=False):
    pages = tuple(Page("https://site.example/", 200, body, "", DAY) for body in bodies)
    result = CrawlResult(ParseReport(), slots, windows)
    return CrawlOutcome(result, pages, unchanged=False, mistyped=mistyped)


def task(**parts):
    return CrawlTask("hmall", "k", **{"channel_id": "hmall", "day": DAY.date(), **parts})


def test_only_what_is_still_to_come_is_counted():
    assert measure(task(), outcome(*FULL), at(15), lambda _: ()) == PageMeasure(
        size_bytes=8, mistyped=False, slots=9, minutes=9 * 60, holes=0, agreement=None
    )


def test_holes_are_looked_for_on_todays_page_only():
    found = outcome(*hourly(8, 12, 16, 20), mistyped=True)
    today = measure(task(), found, at(7), lambda _: [])
    other = measure(task(day=DAY.date() + timedelta(days=1)), found, at(7), lambda _: [])
    assert (today.holes, other.holes) == (4, 0)
    assert today.mistyped


def test_of_several_channels_the_worst_one_counts():
    others = [replace(s, channel_id="nsmall") for s in hourly(8, 12, 16, 20)]
    windows = (WHOLE, replace(WHOLE, channel_id="nsmall"))
    found = outcome(*FULL, *others, windows=windows)
    assert measure(task(channel_id=None), found, at(7), lambda _: []).holes == 4


def test_the_topic_is_the_part_of_the_site_and_the_days_ahead():
    now = at(23, 30)
    tomorrow = task(day=DAY.date() + timedelta(days=1))
    assert topic_of(tomorrow, now) == PageTopic("hmall", "hmall", 1)
    assert topic_of(task(channel_id=None), now) == PageTopic("hmall", "", 0)
    mall = CrawlTask("kok", "1611", category="1611")
    assert topic_of(mall, now) == PageTopic("kok", "1611", None)
