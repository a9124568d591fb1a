"""What the fetcher makes of sites that refuse, fail, stall, lie or lead astray."""

from __future__ import annotations

import gzip
import threading
from datetime import UTC, timedelta
from queue import Queue

import pytest

from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceChangedError,
    SourceUnavailableError,
    StoppedError,
    TlsError,
)
from eats_desktop.sources.addresses import redirected
from eats_desktop.sources.http import retry_after
from tests.helpers.one_site import NOW, OneSite, said, stalled_site


@pytest.fixture
def asker(asking):
    return asking(request_interval_s=0)


def fails(asker, site, error):
    with pytest.raises(error) as caught:
        asker.get(site)
    return caught.value


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_is_asked_once(asker, site, status):
    site.answers = [said(status)]
    error = fails(asker, site, SourceBlockedError)
    assert (len(site.pages), error.retry_at) == (1, None)


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_host_that_says_until_when_is_not_asked_before(asker, site, status):
    site.answers = [said(status, Retry_After="3600"), said()]
    until = NOW + timedelta(hours=1)
    fails(asker, site, SourceBlockedError if status != 503 else SourceUnavailableError)
    asker.clock.advance(timedelta(minutes=59))
    assert fails(asker, site, SourceBlockedError).retry_at == until
    assert len(site.pages) == 1
    asker.clock.advance(timedelta(minutes=1))
    assert asker.get(site).status == 200


def test_a_refusal_says_until_when(asker, site):
    site.answers = [said(403, Retry_After="3600")]
    assert fails(asker, site, SourceBlockedError).retry_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize("status", [400, 404, 410])
def test_an_address_that_is_gone_is_asked_once_and_means_that_the_site_changed(asker, site, status):
    site.answers = [said(status)]
    fails(asker, site, SourceChangedError)
    assert len(site.pages) == 1


def test_an_error_of_the_site_is_asked_once(asker, site):
    site.answers = [said(500)]
    fails(asker, site, SourceUnavailableError)
    assert len(site.pages) == 1


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_passing_trouble_is_asked_again_twice_at_growing_distance(asker, site, status):
    site.answers = [said(status)]
    fails(asker, site, SourceBlockedError if status == 429 else SourceUnavailableError)
    assert len(site.pages) == 3
    first, second = asker.waits
    assert 5 <= first <= 6.25
    assert 10 <= second <= 12.5


def test_a_passing_trouble_that_passes_gives_the_page(asker, site):
    site.answers = [said(503), said()]
    assert asker.get(site).status == 200
    assert len(site.pages) == 2


def test_a_short_retry_after_is_obeyed(asker, site):
    site.answers = [said(429, Retry_After="20"), said()]
    asker.get(site)
    (wait,) = asker.waits
    assert 20 <= wait <= 25


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("86400", 3600),
        ((NOW + timedelta(minutes=10)).astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT"), 600),
        ("Mon, 01 Jan 2024 00:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("²", None),
        (None, None),
    ],
)
def test_retry_after_is_read_in_both_forms_and_capped_at_an_hour(value, seconds):
    assert retry_after(value, NOW) == seconds


def test_a_slow_site_is_asked_again_twice_and_then_left(asking, site):
    late = Queue()
    asker = asking(request_interval_s=0, read_timeout_s=0.1, respect_robots=False)
    site.answers = [lambda request: late.put(request) or _late()]
    error = fails(asker, site, SourceUnavailableError)
    for _ in range(3):
        late.get(timeout=5)
    assert (late.empty(), error.code) == (True, "NET-02")


def _late():
    """Answer after the asker has given up."""
    threading.Event().wait(0.3)
    return said()


def test_a_body_that_stalls_is_late_not_offline(asking):
    with stalled_site() as url:
        asker = asking(request_interval_s=0, read_timeout_s=0.05, retries=0, respect_robots=False)
        error = fails(asker, url, SourceUnavailableError)
    assert not isinstance(error, OfflineError)
    assert error.code == "NET-02"


def test_a_body_that_breaks_off_is_no_page(asker, site):
    site.answers = [said(body="half", Content_Length="1000")]
    error = fails(asker, site, SourceUnavailableError)
    assert (error.code, len(site.pages)) == ("NET-02", 1)


def test_a_site_that_is_not_there_is_offline_and_tried_once(asking):
    with OneSite() as site:
        url = site.url
    asker = asking(request_interval_s=0)
    assert fails(asker, url, OfflineError).code == "NET-01"
    assert asker.waits == []


def test_a_certificate_that_cannot_be_trusted_is_not_tried_again(asking, site):
    asker = asking(request_interval_s=0)
    error = fails(asker, site.url.replace("http:", "https:"), TlsError)
    assert (error.code, asker.waits) == ("NET-03", [])


def test_too_large_a_body_is_not_read(asking, site):
    asker = asking(request_interval_s=0, body_cap_bytes=1000)
    site.answers = [said(body="x" * 1000), said(body="x" * 1001)]
    assert len(asker.get(site).body) == 1000
    fails(asker, site, SourceChangedError)


def test_the_cap_counts_what_a_compressed_body_becomes(asking, site):
    asker = asking(request_interval_s=0, body_cap_bytes=1000)
    site.answers = [said(body=gzip.compress(b"x" * 100_000), Content_Encoding="gzip")]
    fails(asker, site, SourceChangedError)


def test_a_compressed_body_is_unpacked(asker, site):
    site.answers = [said(body=gzip.compress("편성표".encode()), Content_Encoding="gzip")]
    assert asker.get(site).body.decode() == "편성표"


@pytest.mark.parametrize("body", ["", " \n"])
def test_an_empty_body_is_no_page(asker, site, body):
    site.answers = [said(body=body)]
    fails(asker, site, SourceChangedError)


def test_not_modified_unasked_is_no_page(asker, site):
    site.answers = [said(304, body="")]
    fails(asker, site, SourceChangedError)


def test_a_redirect_within_the_site_is_followed_three_times_at_most(asking, site):
    asker = asking()
    hops = [said(302, Location=f"/hop{number}") for number in range(3)]
    site.answers = [*hops, said(body="here")]
    assert asker.get(site, gap=1.5).body == b"here"
    assert len(site.pages) == 4
    assert len([wait for wait in asker.waits if wait >= 1.5]) == 4


def test_a_redirect_in_a_circle_is_given_up(asker, site):
    site.answers = [said(302, Location="/list")]
    fails(asker, site, SourceChangedError)
    assert len(site.pages) == 4


def test_a_redirect_to_another_site_is_not_followed(asker, site):
    with OneSite() as other:
        site.answers = [said(302, Location=f"{other.url}/list")]
        fails(asker, site, SourceChangedError)
        assert other.asked == []


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("/b?x=1", "https://shop.example/b?x=1"),
        ("b", "https://shop.example/a/b"),
        ("https://shop.example/c", "https://shop.example/c"),
        ("http://shop.example/c", None),
        ("https://other.example/c", None),
        ("//other.example/c", None),
        ("http://[", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_redirect_stays_on_the_site_and_under_its_certificate(target, leads_to):
    if leads_to is None:
        with pytest.raises(SourceChangedError):
            redirected("https://shop.example/a/", target)
    else:
        assert redirected("https://shop.example/a/", target) == leads_to


def test_a_closing_program_asks_nothing_more(asker, site):
    asker.closing.set()
    fails(asker, site, StoppedError)
    assert site.asked == []


def test_a_closing_program_does_not_wait_for_its_turn(asking, site):
    asker = asking()
    asker.get(site, gap=1.5)
    asker.closing.set()
    with pytest.raises(StoppedError):
        asker.get(site, gap=1.5)
    assert len(site.pages) == 1


def test_stopping_is_no_failure_of_the_site(asker, site):
    asker.get(site)
    asker.closing.set()
    for _ in range(6):
        fails(asker, site, StoppedError)
    asker.closing.clear()
    assert asker.get(site).status == 200
