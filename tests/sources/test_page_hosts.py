"""A page may live on another host than its site; where a site was moved, all its pages are."""

from __future__ import annotations

from dataclasses import replace

from eats_desktop.domain.listing import CrawlResult, ParseReport
from eats_desktop.sources.base import CrawlContext, CrawlTask, PageRequest
from eats_desktop.sources.crawler import crawl
from tests.helpers.one_site import NOW, OneSite
from tests.helpers.source_cases import SOURCES

CONTEXT = CrawlContext(CrawlTask("two_hosts", "today"), NOW)


class TwoHosts:
    """A source with its list on its site and its prices elsewhere."""

    def __init__(self, site, elsewhere):
        self.info = replace(SOURCES["gongyoung"].info, name="two_hosts", base_url=site)
        self._elsewhere = elsewhere

    def tasks(self, days):
        return [CONTEXT.task]

    def crawl(self, context):
        yield PageRequest("/list")
        yield PageRequest("/prices", base_url=self._elsewhere)
        return CrawlResult(ParseReport(0, 0, ()), (), ())


def paths(site):
    return [request.path for request in site.pages]


def test_a_page_is_asked_for_on_the_host_it_names(asker, site):
    with OneSite() as elsewhere:
        crawl(TwoHosts(site.url, elsewhere.url), CONTEXT, asker.fetcher, site.url)
        assert (paths(site), paths(elsewhere)) == (["/list"], ["/prices"])


def test_a_site_that_was_moved_takes_all_its_pages_along(asker, site):
    with OneSite() as elsewhere, OneSite() as moved:
        crawl(TwoHosts(site.url, elsewhere.url), CONTEXT, asker.fetcher, moved.url)
        assert paths(moved) == ["/list", "/prices"]
        assert paths(site) == paths(elsewhere) == []
