"""Two line-ups of one minute, from a seller's page to the schedule and back again."""

from __future__ import annotations

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.sync.plan import SyncScope
from tests.helpers.one_site import OneSite, said
from tests.helpers.source_cases import FIXTURES
from tests.helpers.synced import NOW, Program

MORNING = NOW.replace(hour=9, minute=0)
TODAY = NOW.date()
PAGE = (FIXTURES / "skstoa" / "lineups.html").read_text("utf-8")
FISH, KIMCHI, POT = "69000101", "69000105", "69000103"


@pytest.fixture
def site():
    with OneSite() as running:
        yield running


@pytest.fixture
def shop(tmp_path, site):
    running = Program(tmp_path / "data", {"skstoa": site.url}, ManualClock(MORNING))
    yield running
    running.close()


def sync(shop, site, page):
    site.answers = [said(200, page)]
    (outcome,) = shop.sync(SyncScope(days=1, names=frozenset({"skstoa"}))).values()
    assert outcome.status.value == "ok"
    return outcome


def lineups(shop):
    return {
        (f"{b.starts_at:%H:%M}", b.id.lineup): [p.product_id for p in b.products]
        for b in shop.broadcasts(TODAY, "skstoa")
        if b.cancelled_at is None
    }


def swapped(page):
    """The same page with the two line-ups of the first minute in the other order."""
    head, first, *rest = page.split('\t<div class="list ga-prd">')
    return '\t<div class="list ga-prd">'.join([head, *rest[1:3], first, rest[0], *rest[3:]])


def test_both_are_in_the_schedule_with_what_each_of_them_sells(shop, site):
    sync(shop, site, PAGE)
    assert lineups(shop) == {
        ("10:31", 1): [FISH, "69000102"],
        ("10:31", 2): [KIMCHI, "69000106"],
        ("11:31", 1): [POT],
    }


def test_the_order_of_the_page_changes_nothing(shop, site):
    sync(shop, site, PAGE)
    before = lineups(shop)
    other = swapped(PAGE)
    assert other.index(KIMCHI) < other.index(FISH)
    outcome = sync(shop, site, other)
    assert (outcome.inserted, outcome.cancelled) == (0, 0)
    assert lineups(shop) == before


def test_one_of_them_goes_after_two_omissions_and_the_other_stays(shop, site):
    sync(shop, site, PAGE)
    head, _, _, *rest = PAGE.split('\t<div class="list ga-prd">')
    without_fish = '\t<div class="list ga-prd">'.join([head, *rest])
    sync(shop, site, without_fish)
    assert ("10:31", 1) in lineups(shop)
    sync(shop, site, without_fish)
    assert lineups(shop) == {("10:31", 2): [KIMCHI, "69000106"], ("11:31", 1): [POT]}


def test_a_wish_stays_with_its_line_up_whatever_the_page_does(shop, site):
    sync(shop, site, PAGE)
    kimchi = next(b for b in shop.broadcasts(TODAY, "skstoa") if b.id.lineup == 2)
    shop.container.wishes.wish_broadcast(kimchi.id)
    sync(shop, site, swapped(PAGE))
    head, _, _, *rest = PAGE.split('\t<div class="list ga-prd">')
    without_fish = '\t<div class="list ga-prd">'.join([head, *rest])
    for _ in range(2):
        sync(shop, site, without_fish)
    (item,) = shop.container.wishes.wishlist()
    assert item.wish.broadcast_id == kimchi.id
    (kept,) = [b for b in shop.broadcasts(TODAY, "skstoa") if b.id == kimchi.id]
    assert [p.product_id for p in kept.products] == [KIMCHI, "69000106"]
    assert kept.cancelled_at is None
