"""A page held against its past: what contradicts it fails, what is merely odd is a warning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.domain.listing import Finding, Severity
from eats_desktop.domain.page_measure import PageMeasure
from eats_desktop.sync.health_gate import (
    SuspiciousListingError,
    judge,
    require_usual,
    warnings_of,
)

DAY_MINUTES = 24 * 60
USUAL = PageMeasure(
    size_bytes=10_000, mistyped=False, slots=24, minutes=DAY_MINUTES, holes=0, agreement=0.9
)
PAST = (USUAL,) * 3
FAIL, WARN = Severity.FAIL, Severity.WARN


def found(past=PAST, days_ahead=1, **changes):
    return [(f.code, f.severity) for f in judge(replace(USUAL, **changes), past, days_ahead)]


@pytest.mark.parametrize("past", [(), (USUAL,) * 2, PAST, (USUAL,) * 10])
def test_a_page_as_usual_has_no_finding(past):
    assert found(past) == []


@pytest.mark.parametrize(
    ("size", "codes"),
    [(2_999, ["H1"]), (3_000, []), (30_000, []), (30_001, ["H1"])],
)
def test_h1_the_size_stays_within_30_to_300_per_cent_of_the_median(size, codes):
    past = (replace(USUAL, size_bytes=1), USUAL, replace(USUAL, size_bytes=99_999))
    assert [code for code, _ in found(past, size_bytes=size)] == codes


def test_h1_the_size_fails_near_days_and_the_mall_and_warns_later():
    mall = {"slots": 0, "minutes": 0, "agreement": None}
    past = (replace(USUAL, **mall),) * 3
    assert found(size_bytes=100, days_ahead=2) == [("H1", FAIL)]
    assert found(size_bytes=100, days_ahead=3) == [("H1", WARN)]
    assert found(past, days_ahead=None, size_bytes=100, **mall) == [("H1", FAIL)]


def test_h1_a_page_of_an_afternoon_may_be_short_but_not_long():
    left = {"days_ahead": 0, "slots": 10, "minutes": 11 * 60}
    assert found(size_bytes=100, **left) == []
    assert found(size_bytes=99_999, **left) == [("H1", FAIL)]


def test_h1_days_with_hardly_a_slot_have_no_usual_size():
    few = (replace(USUAL, slots=5),) * 3
    assert found(few, days_ahead=5, size_bytes=100, slots=0) == []


def test_h1_another_content_type_fails_where_the_right_one_is_usual():
    assert found(mistyped=True) == [("H1", FAIL)]
    assert found((), mistyped=True) == [("H1", WARN)]
    assert found((replace(USUAL, mistyped=True), *PAST), mistyped=True) == [("H1", WARN)]


@pytest.mark.parametrize(
    ("slots", "codes"), [(11, ["H4"]), (12, []), (24, []), (36, []), (37, ["H4"])]
)
def test_h4_the_slots_of_a_near_day_stay_within_half_of_the_median(slots, codes):
    assert [code for code, _ in found(slots=slots)] == codes


@pytest.mark.parametrize(("slots", "codes"), [(7, ["H4"]), (8, []), (72, []), (73, ["H4"])])
def test_h4_days_that_still_fill_vary_more_and_only_warn(slots, codes):
    assert found(days_ahead=3, slots=slots) == [(code, WARN) for code in codes]


def test_h4_the_range_follows_the_hours_that_are_left():
    assert found(days_ahead=0, slots=13, minutes=13 * 60) == []
    assert found(days_ahead=0, slots=4, minutes=13 * 60) == [("H4", FAIL)]
    assert found(days_ahead=0, slots=1, minutes=11 * 60) == []


def test_h4_three_pages_make_a_range():
    assert found((USUAL,) * 2, slots=1) == []
    evenings = (replace(USUAL, slots=2, minutes=120),) * 9
    assert found((*evenings, USUAL, USUAL), slots=1) == []


def test_h4_a_channel_that_lists_little_has_no_range():
    assert found((replace(USUAL, slots=5),) * 3, slots=1) == []


def test_h5_two_holes_fail_where_none_are_usual():
    assert found(holes=1) == []
    assert found(holes=2) == [("H5", FAIL)]


def test_h5_holes_that_are_usual_or_first_seen_only_warn():
    assert found((), holes=2) == [("H5", WARN)]
    assert found((replace(USUAL, holes=3),) * 3, holes=3) == [("H5", WARN)]


def test_h10_agreement_below_half_of_the_usual_fails():
    assert found(agreement=0.45) == []
    assert found(agreement=0.44) == [("H10", FAIL)]


def test_h10_a_channel_that_guides_never_confirm_is_as_usual():
    assert found((replace(USUAL, agreement=0.04),) * 3, agreement=0.03) == []


def test_h10_without_a_past_hardly_any_agreement_warns():
    unknown = (replace(USUAL, agreement=None),) * 3
    assert found(unknown, agreement=0.34) == []
    assert found(unknown, agreement=0.3) == [("H10", WARN)]
    assert found(agreement=None) == []


def test_two_pages_are_no_past_to_contradict():
    odd = {"size_bytes": 1, "mistyped": True, "slots": 1, "holes": 2, "agreement": 0.1}
    assert found((USUAL,) * 2, **odd) == [("H1", WARN), ("H5", WARN), ("H10", WARN)]
    assert [code for code, severity in found(**odd) if severity is FAIL] == [
        *("H1", "H1", "H4", "H5", "H10")
    ]


def test_what_fails_is_named_and_refused():
    with pytest.raises(SuspiciousListingError, match="H4 방송이 평소에는 24개쯤인데 5개예요"):
        require_usual(judge(replace(USUAL, slots=5), PAST, 1))
    require_usual(judge(replace(USUAL, holes=2), (), 0))


def test_warnings_name_each_check_once():
    given = [Finding("H6", WARN, "a"), Finding("H3", FAIL, "b"), Finding("H6", WARN, "c")]
    noted = Finding("H9", Severity.INFO, "d")
    assert warnings_of([*given, Finding("H10", WARN, "e"), noted]) == (
        Finding("H10", WARN, "e"),
        Finding("H6", WARN, "a"),
    )
