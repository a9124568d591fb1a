"""XML: what a page declares itself to be, and that it may define nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ParseReport
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page, PageRequest
from eats_desktop.sources.crawler import crawl
from eats_desktop.sources.health import read_xml
from tests.helpers.listings import at
from tests.helpers.one_site import said
from tests.helpers.source_cases import SOURCES

CONTEXT = CrawlContext(CrawlTask("gongyoung", "20261124", "gongyoung", date(2026, 11, 24)), at(9))
INFO = SOURCES["gongyoung"].info


class OneRequest:
    """A source that asks for one page and makes nothing of it."""

    def __init__(self, home, request):
        self.info = replace(INFO, base_url=home)
        self._request = request

    def crawl(self, context):
        yield self._request
        return CrawlResult(ParseReport(0, 0, ()))


@pytest.mark.parametrize(
    ("declared", "mistyped"),
    [
        ("text/xml;charset=UTF-8", False),
        ("application/xml", False),
        ("", False),
        ("text/html", True),
        ("application/json", True),
    ],
)
def test_what_xml_declares_to_be_is_compared_with_what_was_asked(asker, site, declared, mistyped):
    site.answers = [said(body="<a/>", Content_Type=declared)]
    request = PageRequest("/prices", accept="xml", method="POST", body=b"{}")
    outcome = crawl(OneRequest(site.url, request), CONTEXT, asker.fetcher, site.url)
    assert outcome.mistyped is mistyped


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE r SYSTEM "https://elsewhere.example/r.dtd">',
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_xml_that_defines_anything_is_refused(head):
    page = Page("https://site.example/", 200, f"{head}<r><end/></r>".encode(), "text/xml", at(9))
    with pytest.raises(SourceChangedError):
        read_xml(page, "<end/>")
