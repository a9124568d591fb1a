"""Whatever a site does, what was stored of it stays, and its state says what happened."""

from __future__ import annotations

import shutil

import pytest

from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.sync.plan import SyncScope
from tests.helpers.faulty_sites import Scenario
from tests.helpers.synced import NOW, Sites, program

ALL = SyncScope(days=1)
JSON = {
    "hmall", "nsmall", "lotteimall", "cjonstyle", "kshop", "gongyoung", "btv_guide", "uplus_guide",
}  # fmt: skip
SCHEDULES = {*JSON, "hnsmall"}
PARTLY_SHOWN = dict.fromkeys(("wshopping", "shoppingnt"), "ok")
"""They speak for the stretches they show, so that rows that are left out say nothing."""
UNDATED = dict.fromkeys(("shinsegae", "wshopping"), "ok")
"""Their pages name no day: FaultySites leaves them alone."""


def everywhere(status, **exceptions):
    return {**dict.fromkeys(SOURCES, status), **exceptions}


EXPECTED = {
    Scenario.NOT_MODIFIED: everywhere("ok"),
    Scenario.EMPTY_DAY: everywhere("changed", kok="ok"),
    Scenario.FEW_ROWS: everywhere("changed", kok="ok", **PARTLY_SHOWN),
    Scenario.DRIFT: everywhere("changed"),
    Scenario.BLOCKED: everywhere("blocked"),
    Scenario.RATE_LIMITED: everywhere("blocked"),
    Scenario.SERVER_ERROR: everywhere("unavailable"),
    Scenario.SLOW: everywhere("unavailable"),
    Scenario.TRUNCATED: everywhere("unavailable"),
    Scenario.WRONG_CHARSET: everywhere("ok"),
    Scenario.HTML_FOR_JSON: everywhere("unavailable"),
    Scenario.ERROR_JSON: everywhere("changed", hmall="unavailable", kshop="unavailable"),
    Scenario.MAINTENANCE: everywhere("unavailable"),
    Scenario.SPA_SHELL: everywhere("changed"),
    Scenario.REDIRECT_LOOP: everywhere("changed"),
    Scenario.WRONG_DATE: everywhere("changed", kok="ok", **UNDATED),
    Scenario.WRONG_TYPE: everywhere("ok"),
    Scenario.ROBOTS_DISALLOW: everywhere("blocked"),
    Scenario.ROBOTS_ERROR: everywhere("unavailable"),
}


@pytest.fixture(scope="module")
def running_sites():
    with Sites(lambda: NOW, slow_s=1.0) as running:
        yield running


@pytest.fixture(scope="module")
def filled(running_sites, tmp_path_factory):
    """A data directory after one good synchronisation."""
    data = tmp_path_factory.mktemp("filled") / "data"
    with program(data, running_sites) as first:
        assert set(first.statuses(ALL).values()) == {"ok"}
    return data


@pytest.fixture
def sites(running_sites):
    running_sites.log.clear()
    yield running_sites
    running_sites.scenario.update(dict.fromkeys(SOURCES, Scenario.OK))


@pytest.fixture
def synced(filled, sites, tmp_path, request):
    """The filled program started anew; impatient where a site is slow on purpose."""
    data = tmp_path / "data"
    shutil.copytree(filled, data)
    given = getattr(request.node, "callspec", None)
    slow = given is not None and given.params.get("scenario") is Scenario.SLOW
    with program(data, sites, patience=0.25 if slow else 10) as again:
        yield again


def only(source):
    return SyncScope(days=1, names=frozenset({source}))


@pytest.mark.parametrize("scenario", EXPECTED, ids=lambda scenario: scenario.value)
def test_a_fault_leaves_every_stored_row_and_is_reported_for_its_source(synced, sites, scenario):
    shown = synced.shown()
    for source in SOURCES:
        heard = synced.heard(source)
        sites.scenario[source] = scenario
        (outcome,) = synced.sync(only(source)).values()
        assert outcome.status.value == EXPECTED[scenario][source], (source, outcome)
        if outcome.status.value != "ok":
            assert synced.heard(source) == heard, source
            state = synced.state(source)
            assert state.status is outcome.status
            assert state.message
            assert state.error_code
            assert state.last_ok_at == NOW
    assert synced.shown() == shown


@pytest.mark.parametrize("source", ["hmall", "btv_guide"])
def test_a_refused_source_does_not_touch_the_others(synced, sites, source):
    sites.scenario[source] = Scenario.BLOCKED
    shown = synced.shown()
    assert synced.statuses(ALL) == {**dict.fromkeys(SOURCES, "ok"), source: "blocked"}
    assert synced.shown() == shown


def test_a_failing_channel_does_not_fail_the_other_channel_of_its_site(synced, sites):
    sites.scenario["hmall"] = Scenario.SERVER_ERROR
    sites.pages.applies_to["hmall"] = lambda request: request.query["brodType"] == "dtv"
    try:
        (outcome,) = synced.sync(only("hmall")).values()
    finally:
        sites.pages.applies_to["hmall"] = lambda request: True
    assert (outcome.status.value, outcome.unchanged > 10) == ("unavailable", True)


@pytest.mark.parametrize("scenario", [Scenario.DRIFT, Scenario.SPA_SHELL, Scenario.FEW_ROWS])
def test_a_page_that_cannot_be_believed_is_quarantined_with_its_reason(synced, sites, scenario):
    sites.scenario["hnsmall"] = scenario
    synced.sync(only("hnsmall"))
    (kept,) = synced.container.quarantine.pages()
    assert '"source": "hnsmall"' in kept.report.read_text(encoding="utf-8")
    assert kept.body.stat().st_size > 0


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        (Scenario.DRIFT, "SRC-01"),
        (Scenario.FEW_ROWS, "SRC-02"),
        (Scenario.BLOCKED, "NET-04"),
        (Scenario.SERVER_ERROR, "NET-02"),
    ],
)
def test_the_state_carries_the_code_of_its_failure(synced, sites, scenario, code):
    sites.scenario["hnsmall"] = scenario
    synced.sync(only("hnsmall"))
    assert synced.state("hnsmall").error_code == code
