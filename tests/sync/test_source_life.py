"""A source that fails three cycles is paused, is looked at once a day, and comes back by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.job_run import JobStatus
from eats_desktop.sync.plan import SyncScope
from tests.helpers.faulty_sites import Scenario
from tests.helpers.synced import NOW, program, shopping

ONE = SyncScope(days=1, names=frozenset({"hmall"}))
CYCLE = timedelta(hours=3)
DAY = timedelta(days=1)


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path / "data", after=ONE) as found:
        yield found


def cycles(running, count, scope=ONE):
    """Synchronise every three hours; return what each run came to."""
    statuses = []
    for _ in range(count):
        statuses += running.statuses(scope).values()
        running.clock.advance(CYCLE)
    return statuses


def lines(running, part):
    return [title for title in running.inbox if part in title]


def paused(shop, scenario=Scenario.DRIFT):
    running, sites = shop
    sites.scenario["hmall"] = scenario
    cycles(running, 3)
    assert running.state("hmall").paused_at is not None
    sites.log.clear()
    return running, sites


def test_the_third_failed_cycle_in_a_row_pauses_and_nothing_more_is_asked(shop):
    running, sites = shop
    shown = running.shown()
    sites.scenario["hmall"] = Scenario.DRIFT
    assert cycles(running, 2) == ["changed", "changed"]
    assert running.state("hmall").paused_at is None
    assert cycles(running, 1) == ["changed"]
    sites.log.clear()
    assert cycles(running, 3) == ["skipped"] * 3
    assert sites.count("hmall") == 0
    assert running.shown() == shown


def test_a_good_cycle_between_counts_anew(shop):
    running, sites = shop
    sites.scenario["hmall"] = Scenario.DRIFT
    cycles(running, 2)
    sites.scenario["hmall"] = Scenario.OK
    cycles(running, 1)
    sites.scenario["hmall"] = Scenario.DRIFT
    cycles(running, 2)
    assert running.state("hmall").paused_at is None


@pytest.mark.parametrize("scenario", [Scenario.SERVER_ERROR, Scenario.TRUNCATED])
def test_a_site_that_does_not_answer_is_never_paused(shop, scenario):
    running, sites = shop
    sites.scenario["hmall"] = scenario
    cycles(running, 4)
    assert (running.state("hmall").paused_at, running.state("hmall").failed_cycles) == (None, 0)


def test_no_network_is_never_a_failed_cycle(shop):
    running, _ = shop
    gone = "http://127.0.0.1:9"
    running.container.settings.update_source("hmall", base_url=gone)
    assert cycles(running, 4) == ["unavailable"] * 4
    assert running.state("hmall").failed_cycles == 0
    assert running.inbox == []


def test_a_paused_source_is_asked_one_thing_a_day(shop):
    running, sites = paused(shop)
    assert cycles(running, 7) == ["skipped"] * 7
    assert (sites.count("hmall"), cycles(running, 1)) == (0, ["changed"])
    asked = sites.requests("hmall")
    assert {entry.request.query["brodType"] for entry in asked} == {"etv"}
    assert cycles(running, 1) == ["skipped"]


def test_a_run_of_paused_sources_only_is_done_and_not_tried_again_at_once(shop):
    running, _ = paused(shop)
    running.sync(ONE)
    assert running.container.databases.job_runs.recent(1)[0].status is JobStatus.COMPLETED


def test_recovery_is_noticed_and_all_is_fetched_at_once(shop):
    running, sites = paused(shop)
    running.clock.advance(DAY)
    sites.scenario["hmall"] = Scenario.OK
    (outcome,) = running.sync(ONE).values()
    assert outcome.status.value == "ok"
    state = running.state("hmall")
    assert (state.paused_at, state.failed_cycles, state.retry_at) == (None, 0, None)
    assert lines(running, "다시 받아요") == ["현대홈쇼핑: 다시 받아요"]
    running.sync(ONE)
    assert len(lines(running, "다시 받아요")) == 1


def test_pressing_the_button_ends_the_pause(shop):
    running, sites = paused(shop)
    box = running.container
    box.tasks.write_now(lambda: box.source_service.resume({"nsmall"}))
    assert running.statuses(ONE) == {"hmall": "skipped"}
    box.tasks.write_now(lambda: box.source_service.resume({"hmall"}))
    assert running.statuses(ONE) == {"hmall": "changed"}
    assert sites.count("hmall") > 0


def test_another_address_in_the_shops_table_ends_the_pause(shop, tmp_path):
    running, sites = paused(shop)
    running.close()
    own = tmp_path / "data" / "sources.toml"
    own.write_text('[hmall.page.list]\nheaders = { Referer = "https://x.example" }\n', "utf-8")
    sites.scenario["hmall"] = Scenario.OK
    with program(tmp_path / "data", sites, clock=running.clock) as again:
        assert again.statuses(ONE) == {"hmall": "ok"}


def test_another_parser_ends_the_pause(shop):
    running, sites = paused(shop)
    sites.scenario["hmall"] = Scenario.OK
    hmall = running.container.sources["hmall"]
    newer = replace(hmall.info, version=hmall.info.version + 1)

    class Newer:
        info = newer
        tasks = staticmethod(hmall.tasks)
        crawl = staticmethod(hmall.crawl)

    running.container.sources["hmall"] = Newer()
    assert running.statuses(ONE) == {"hmall": "ok"}


def test_each_channel_is_told_once_a_day_and_quietly(shop):
    running, sites = shop
    sites.scenario["hmall"] = Scenario.DRIFT
    cycles(running, 2)
    told = lines(running, "새로 받지 못하고 있어요")
    assert len(told) == len(set(told)) == 2
    assert running.popped == []
    bodies = [item.body for item in running.container.inbox.items()]
    assert all("마지막으로 받은 때 11/24(화) 15:07" in body for body in bodies)


def test_a_pause_is_told_once_and_then_there_is_quiet(shop):
    running, _ = paused(shop)
    before = running.inbox
    assert len(lines(running, "잠시 껐어요")) == 1
    cycles(running, 20)
    assert running.inbox == before


def test_many_channels_of_one_guide_are_one_line(tmp_path):
    guide = SyncScope(days=1, names=frozenset({"btv_guide"}))
    with shopping(tmp_path / "data", after=guide) as (running, sites):
        for name in ("kshop", "lotteimall", "cjonstyle"):
            running.container.settings.update_source(name, enabled=False)
        sites.scenario["btv_guide"] = Scenario.BLOCKED
        running.clock.advance(CYCLE)
        running.sync(guide)
        (told,) = lines(running, "새로 받지 못하고 있어요")
    assert told.startswith("Btv 편성 안내: 채널 ")


def test_a_channel_that_was_renewed_is_not_told_of(shop):
    running, sites = shop
    sites.scenario["hmall"] = Scenario.DRIFT
    sites.pages.applies_to["hmall"] = lambda request: request.query["brodType"] == "dtv"
    running.clock.advance(CYCLE)
    running.sync(ONE)
    assert len(lines(running, "새로 받지 못하고 있어요")) == 1
    assert running.state("hmall").last_ok_at == NOW + CYCLE


def test_what_could_not_be_renewed_is_known_by_channel_and_day(shop):
    running, sites = shop
    sites.scenario["hmall"] = Scenario.DRIFT
    sites.pages.applies_to["hmall"] = lambda request: request.query["brodType"] == "dtv"
    assert running.container.source_service.stale() == {}
    running.clock.advance(CYCLE)
    running.sync(ONE)
    assert running.container.source_service.stale() == {("hmall", "hmall_plus", NOW.date()): NOW}
