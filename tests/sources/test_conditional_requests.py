"""A page that was read well is asked for only if it has changed; any other is asked for anew."""

from __future__ import annotations

import shutil

import pytest

from tests.helpers.one_site import said

SUNDAY = "Sun, 22 Nov 2026 06:00:00 GMT"


@pytest.fixture
def asker(asking):
    return asking(request_interval_s=0)


def conditions(request):
    return {
        name: request.headers[name]
        for name in ("if-none-match", "if-modified-since")
        if name in request.headers
    }


def test_a_confirmed_page_is_asked_for_conditionally_and_comes_from_the_cache(asker, site):
    site.answers = [said(body="good", ETag='"1"', Last_Modified=SUNDAY), said(304, body="")]
    asker.fetcher.confirm(asker.get(site))
    page = asker.get(site)
    assert conditions(site.pages[1]) == {"if-none-match": '"1"', "if-modified-since": SUNDAY}
    assert (page.status, page.body, page.not_modified) == (200, b"good", True)


def test_a_page_that_was_never_confirmed_is_asked_for_anew(asker, site):
    site.answers = [said(body="bad", ETag='"1"')]
    asker.get(site)
    page = asker.get(site)
    assert conditions(site.pages[1]) == {}
    assert not page.not_modified


def test_a_changed_page_is_new_and_remembered_once_confirmed(asker, site):
    site.answers = [said(body="1", ETag='"1"'), said(body="2", ETag='"2"'), said(304, body="")]
    asker.fetcher.confirm(asker.get(site))
    page = asker.get(site)
    assert (page.body, page.not_modified) == (b"2", False)
    asker.fetcher.confirm(page)
    assert asker.get(site).body == b"2"
    assert conditions(site.pages[2]) == {"if-none-match": '"2"'}


def test_a_changed_page_that_was_not_confirmed_leaves_the_good_one_in_place(asker, site):
    site.answers = [said(body="1", ETag='"1"'), said(body="2", ETag='"2"'), said(304, body="")]
    asker.fetcher.confirm(asker.get(site))
    asker.get(site)
    page = asker.get(site)
    assert conditions(site.pages[2]) == {"if-none-match": '"1"'}
    assert (page.body, page.not_modified) == (b"1", True)


def test_without_validators_an_equal_body_is_known_by_its_hash(asker, site):
    asker.fetcher.confirm(asker.get(site))
    assert asker.get(site).not_modified
    assert conditions(site.pages[1]) == {}


def test_a_page_whose_body_was_lost_is_asked_for_anew(asker, site, tmp_path):
    site.answers = [said(ETag='"1"')]
    asker.fetcher.confirm(asker.get(site))
    shutil.rmtree(tmp_path / "pages")
    assert not asker.get(site).not_modified
    assert conditions(site.pages[1]) == {}


def test_confirming_twice_is_harmless(asker, site):
    page = asker.get(site)
    asker.fetcher.confirm(page)
    asker.fetcher.confirm(page)
    assert asker.get(site).not_modified
