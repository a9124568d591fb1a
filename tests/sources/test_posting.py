"""A request with a body: sent as JSON, told apart by what it carries, never sent on elsewhere."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import SourceChangedError, SourceUnavailableError
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sources.base import PageRequest
from eats_desktop.sources.prices import price
from tests.helpers.one_site import said


def posted(body):
    return PageRequest("/prices", accept="xml", method="POST", body=body)


def test_the_body_arrives_as_json(asker, site):
    asker.get(site, posted(b'{"id":1}'))
    (request,) = site.pages
    assert request.body == b'{"id":1}'
    assert request.headers["content-type"] == "application/json"
    assert "xml" in request.headers["accept"]


def test_answers_to_other_bodies_are_other_pages(asker, site):
    site.answers = [said(body="<a/>", ETag='"1"'), said(body="<b/>", ETag='"2"')]
    first, second = asker.get(site, posted(b"1")), asker.get(site, posted(b"2"))
    assert first.url != second.url
    asker.fetcher.confirm(first)
    asker.get(site, posted(b"2"))
    assert "if-none-match" not in site.pages[-1].headers
    asker.get(site, posted(b"1"))
    assert site.pages[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize("status", [302, 303, 307, 308])
def test_a_redirected_body_is_not_sent_on(asker, site, status):
    site.answers = [said(status, Location="/elsewhere")]
    with pytest.raises(SourceChangedError):
        asker.get(site, posted(b"1"))
    assert [request.path for request in site.pages] == ["/prices"]


def test_a_body_is_sent_again_when_the_site_is_busy(asking, site):
    site.answers = [said(503), said(503), said(body="<a/>")]
    asker = asking(retries=2)
    assert asker.get(site, posted(b"1")).body == b"<a/>"
    assert [request.body for request in site.pages] == [b"1"] * 3


def test_a_body_is_given_up_like_any_request(asking, site):
    site.answers = [said(500)]
    with pytest.raises(SourceUnavailableError):
        asking().get(site, posted(b"1"))


@pytest.mark.parametrize("words", ["월 납입 19,900원", "렌탈 월 29,900원"])
def test_a_monthly_fee_is_no_price(words):
    assert price(None, words).kind is PriceKind.RENTAL
    assert price(None, words).sale_krw is None
