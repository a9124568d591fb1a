"""데이터 출처: what a shopper reads of each source's state, and which banners stand above."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.sync_report import SourceState, SyncStatus
from eats_desktop.services.source_service import SourceCard
from eats_desktop.viewmodels.source_rows import banners, first_fetch, freshness, table_banner

NOW = datetime(2026, 11, 25, 10, 40, tzinfo=KST)
_AGO = timedelta(hours=2)


def card(name="hmall", status=None, code="", *, enabled=True, channels=("한가람쇼핑",), **state):
    return SourceCard(
        name=name,
        title=f"{name} 쇼핑",
        base_url=f"https://{name}.example",
        enabled=enabled,
        channel_names=channels,
        state=SourceState(name, status, code, **state),
    )


def shown(cards, newest=None):
    return banners(cards, newest, NOW)


@pytest.mark.parametrize("code", ["NET-01", "SRC-01", "SRC-02"])
def test_a_banner_promises_no_old_data_where_there_is_none(code):
    cards = [card(status=SyncStatus.CHANGED, code=code), card("kok", SyncStatus.OK)]
    assert shown(cards)[0].help == "아직 이 출처에서 받은 정보가 없어요."


def test_no_network_is_one_banner_for_all_sources():
    cards = [card(name, SyncStatus.UNAVAILABLE, "NET-01") for name in ("hmall", "nsmall", "kok")]
    (banner,) = shown(cards, NOW - _AGO)
    assert banner.title == "인터넷에 연결되지 않았어요."
    assert banner.help == "08:40에 받은 정보로 보여 드려요."
    assert banner.action == "다시 시도"


def test_many_failing_sources_share_one_banner():
    names = ("hmall", "nsmall", "hnsmall")
    cards = [card(name, SyncStatus.CHANGED, "SRC-02") for name in names]
    assert len(shown([*cards[:2], card("kok", SyncStatus.OK)])) == 2
    (banner,) = shown([*cards, card("kok", SyncStatus.OK)])
    assert banner.title == "출처 3곳에서 새로 받지 못했어요."
    assert banner.help.startswith("hmall 쇼핑, nsmall 쇼핑 외 1곳이에요.")
    assert banner.action == "자세히"


def test_no_network_counts_only_sources_that_are_asked():
    cards = [
        card("hmall", SyncStatus.UNAVAILABLE, "NET-01"),
        card("kok", SyncStatus.OK, enabled=False),
    ]
    assert [banner.key for banner in shown(cards)] == ["offline"]


def test_no_network_is_still_told_when_some_sites_are_left_alone_for_it():
    cards = [
        card("hmall", SyncStatus.UNAVAILABLE, "NET-01"),
        card("kok", SyncStatus.BLOCKED, "NET-04"),
    ]
    assert [banner.key for banner in shown(cards)] == ["offline"]
    blocked = [card(name, SyncStatus.BLOCKED, "NET-04") for name in ("hmall", "kok")]
    assert [banner.key for banner in shown(blocked)] == ["hmall:NET-04", "kok:NET-04"]


def test_one_source_offline_among_working_ones_is_its_own_trouble():
    cards = [card("hmall", SyncStatus.UNAVAILABLE, "NET-01"), card("kok", SyncStatus.OK)]
    assert [banner.key for banner in shown(cards, NOW)] == ["hmall:NET-01"]


@pytest.mark.parametrize(
    ("age", "kind"),
    [
        (timedelta(minutes=1), "fresh"),
        (timedelta(hours=3, minutes=30), "fresh"),
        (timedelta(hours=3, minutes=31), "stale"),
        (timedelta(hours=6), "stale"),
        (timedelta(hours=6, minutes=1), "old"),
    ],
)
def test_freshness_goes_by_age(age, kind):
    assert freshness(NOW - age, NOW)[0] == kind


def test_nothing_fetched_is_its_own_freshness():
    assert freshness(None, NOW) == ("never", "아직 받지 않음")


def test_the_first_fetching_is_told_step_by_step():
    offline = shown([card(status=SyncStatus.UNAVAILABLE, code="NET-01")])
    one = shown([card(status=SyncStatus.BLOCKED, code="NET-04"), card("kok")], NOW)
    assert first_fetch(None, [], running=False).kind == "idle"
    assert first_fetch(None, offline, running=True).kind == "running"
    failed = first_fetch(None, offline, running=False)
    assert (failed.kind, failed.title) == ("failed", "아직 받은 정보가 없어요")
    assert failed.help == "인터넷에 연결되지 않았어요."
    assert first_fetch(NOW, one, running=False).kind == "partly"
    assert first_fetch(NOW, [], running=False).kind == "done"


def test_a_source_in_good_health_or_never_asked_stands_in_no_banner():
    assert shown([card(), card("nsmall", SyncStatus.OK)], NOW) == []


def test_a_failing_source_has_a_banner_until_it_is_paused_or_switched_off():
    failing = card(status=SyncStatus.BLOCKED, code="NET-04", last_ok_at=NOW - _AGO)
    (banner,) = shown([failing, card("nsmall", SyncStatus.OK)], NOW)
    assert banner.title == "hmall 쇼핑: 잠시 접속을 막았어요. (NET-04)"
    assert banner.help == "마지막 정보(08:40)를 보여 드려요."
    assert banner.action == "자세히"
    paused = card(status=SyncStatus.CHANGED, code="SRC-01", paused_at=NOW)
    off = card(status=SyncStatus.CHANGED, code="SRC-01", enabled=False)
    assert shown([paused, off, card("nsmall", SyncStatus.OK)], NOW) == []


def test_a_shops_table_that_is_left_out_is_said_with_code_and_next_step():
    banner = table_banner("출처 표의 hmall.rank 값이 맞지 않아요.")
    assert "(SRC-03)" in banner.title
    assert "hmall.rank" in banner.help
    assert "sources.toml을 고치거나" in banner.help
