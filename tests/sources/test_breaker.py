"""A host that keeps failing is left alone, longer each time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.errors import SourceBlockedError, SourceUnavailableError
from eats_desktop.sources.breaker import Breaker
from tests.helpers.one_site import NOW, said

MINUTES = timedelta(minutes=1)


@pytest.fixture
def asker(asking):
    return asking(request_interval_s=0)


def failed(breaker, times, *, refused=False, now=NOW):
    for _ in range(times):
        breaker = breaker.failed(now, refused=refused)
    return breaker


def test_four_failures_are_borne_and_the_fifth_rests_half_an_hour():
    assert failed(Breaker(), 4).blocked_until(NOW) is None
    assert failed(Breaker(), 5).blocked_until(NOW) == NOW + 30 * MINUTES


def test_one_refusal_is_borne_and_the_second_rests_half_an_hour():
    assert failed(Breaker(), 1, refused=True).blocked_until(NOW) is None
    assert failed(Breaker(), 2, refused=True).blocked_until(NOW) == NOW + 30 * MINUTES


def test_a_success_forgets_all():
    assert failed(failed(Breaker(), 4).succeeded(), 4).blocked_until(NOW) is None


def test_each_failed_trial_doubles_the_rest_up_to_six_hours():
    breaker, now, rests = failed(Breaker(), 5), NOW, []
    for _ in range(6):
        until = breaker.blocked_until(now)
        rests.append((until - now) // MINUTES)
        now = until
        assert breaker.blocked_until(now) is None
        breaker = breaker.failed(now, refused=False)
    assert rests == [30, 60, 120, 240, 360, 360]


def test_after_five_failures_the_site_is_not_asked_for_half_an_hour(asker, site):
    site.answers = [said(500)]
    for _ in range(5):
        with pytest.raises(SourceUnavailableError):
            asker.get(site)
    with pytest.raises(SourceBlockedError) as resting:
        asker.get(site)
    assert (len(site.pages), resting.value.retry_at) == (5, NOW + 30 * MINUTES)


def test_after_the_rest_one_request_decides(asker, site):
    site.answers = [said(500)] * 6 + [said()]
    for _ in range(5):
        with pytest.raises(SourceUnavailableError):
            asker.get(site)
    asker.clock.advance(30 * MINUTES)
    with pytest.raises(SourceUnavailableError):
        asker.get(site)
    asker.clock.advance(59 * MINUTES)
    with pytest.raises(SourceBlockedError):
        asker.get(site)
    asker.clock.advance(MINUTES)
    assert asker.get(site).status == 200
    assert asker.get(site).status == 200


def test_two_refusals_in_a_row_rest_the_host(asker, site):
    site.answers = [said(403)]
    for _ in range(4):
        with pytest.raises(SourceBlockedError):
            asker.get(site)
    assert len(site.pages) == 2


def test_a_page_that_turns_out_to_be_a_refusal_stops_asking_at_once(asker, site):
    asker.fetcher.refused(asker.get(site))
    with pytest.raises(SourceBlockedError) as resting:
        asker.get(site)
    assert (len(site.pages), resting.value.retry_at) == (1, NOW + 30 * MINUTES)
