"""데이터 출처: what a shopper reads of each source's state, and which banners stand above."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.sync_report import SourceState, SyncStatus
from eats_desktop.services.source_service import SourceCard
from eats_desktop.viewmodels.source_rows import banners, first_fetch, freshness, source_rows

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


def row(*given, **named):
    return source_rows([card(*given, **named)], NOW)[0]


def shown(cards, newest=None):
    return banners(cards, newest, NOW)


def test_a_source_never_asked_says_so_without_alarm():
    found = row()
    assert (found.kind, found.statusText) == ("info", "아직 받지 않았어요")
    assert found.lastText == "마지막으로 받은 때: 없음"
    assert (found.detailText, found.helpText) == ("", "")
    assert shown([card()]) == []


def test_a_source_that_does_well_says_when_it_last_did():
    found = row(status=SyncStatus.OK, last_ok_at=NOW - _AGO)
    assert (found.kind, found.statusText) == ("ok", "잘 받고 있어요")
    assert found.lastText == "마지막으로 받은 때: 08:40"
    assert found.address == "https://hmall.example"
    assert shown([card(status=SyncStatus.OK)], NOW) == []


def test_a_code_left_from_an_earlier_failure_is_not_shown_when_all_is_well():
    assert row(status=SyncStatus.OK, code="NET-02").detailText == ""


def test_a_source_that_was_believed_with_a_doubt_says_which():
    doubted = card(
        status=SyncStatus.OK, code="H6", message="가격 없는 상품이 8개예요", last_ok_at=NOW - _AGO
    )
    (found,) = source_rows([doubted], NOW)
    assert (found.kind, found.statusText) == ("warn", "받았지만 살펴볼 점이 있어요")
    assert found.detailText == "코드 H6"
    assert found.helpText == "가격 없는 상품이 8개예요. 나머지 정보는 그대로 보여 드려요."
    assert "가격 없는 상품이 8개예요" in found.spokenText
    assert shown([doubted], NOW) == []


def test_a_doubt_about_a_source_that_is_switched_off_is_not_shown():
    found = row(status=SyncStatus.OK, code="H6", message="가격 없는 상품이 8개예요", enabled=False)
    assert (found.kind, found.detailText, found.helpText) == ("info", "", "")


def test_a_source_that_blocks_says_when_it_is_asked_again():
    given = card(
        status=SyncStatus.BLOCKED,
        code="NET-04",
        last_ok_at=NOW - _AGO,
        retry_at=NOW + timedelta(hours=3),
    )
    found = source_rows([given], NOW)[0]
    assert (found.kind, found.statusText) == ("warn", "잠시 접속을 막았어요")
    assert found.detailText == "13:40에 다시 시도해요 · 코드 NET-04"
    assert found.helpText == "받아 둔 정보는 지우지 않고 그대로 보여 드려요."
    assert "13:40에 다시 시도해요" in found.spokenText
    (banner,) = shown([given, card("nsmall", SyncStatus.OK)], NOW)
    assert banner.title == "hmall 쇼핑: 잠시 접속을 막았어요. (NET-04)"
    assert banner.help == "마지막 정보(08:40)를 보여 드려요."
    assert banner.action == "자세히"


def test_a_retry_time_that_has_passed_is_not_promised():
    assert row(status=SyncStatus.BLOCKED, code="NET-04", retry_at=NOW - _AGO).detailText == (
        "코드 NET-04"
    )


def test_a_source_whose_pages_changed_is_an_error_with_its_code():
    found = row(status=SyncStatus.CHANGED, code="SRC-01", last_ok_at=NOW - timedelta(days=2))
    assert (found.kind, found.detailText) == ("error", "코드 SRC-01")
    assert found.lastText == "마지막으로 받은 때: 11/23(월) 10:40"


def test_a_page_that_was_read_but_not_believed_is_said_so():
    found = row(status=SyncStatus.CHANGED, code="SRC-02", last_ok_at=NOW - _AGO)
    assert (found.kind, found.statusText) == ("error", "받은 정보가 이상해서 쓰지 않았어요")
    assert found.helpText == "받아 둔 정보는 지우지 않고 그대로 보여 드려요."


def test_a_failure_without_any_data_says_there_is_none():
    found = row(status=SyncStatus.UNAVAILABLE, code="NET-02")
    assert found.kind == "warn"
    assert found.helpText == "아직 이 출처에서 받은 정보가 없어요."


@pytest.mark.parametrize("code", ["NET-01", "SRC-01", "SRC-02"])
def test_a_banner_promises_no_old_data_where_there_is_none(code):
    cards = [card(status=SyncStatus.CHANGED, code=code), card("kok", SyncStatus.OK)]
    assert shown(cards)[0].help == "아직 이 출처에서 받은 정보가 없어요."


def test_a_source_switched_off_shows_neither_trouble_nor_retry():
    off = card(
        status=SyncStatus.CHANGED, code="SRC-01", enabled=False, retry_at=NOW + timedelta(hours=1)
    )
    found = source_rows([off], NOW)[0]
    assert (found.statusText, found.detailText, found.helpText) == ("받지 않기로 했어요", "", "")
    assert found.isEnabled is False
    assert shown([off]) == []


@pytest.mark.parametrize(
    ("channels", "words"),
    [
        ((), "U+콕 상품"),
        (("한가람쇼핑",), "채널 1개 · 한가람쇼핑"),
        (("가", "나"), "채널 2개 · 가, 나"),
        (tuple("가나다라마바사"), "채널 7개의 편성 안내"),
    ],
)
def test_channels_are_named_while_they_are_few(channels, words):
    assert row(channels=channels).channelsText == words


def test_no_network_is_one_banner_for_all_sources():
    cards = [card(name, SyncStatus.UNAVAILABLE, "NET-01") for name in ("hmall", "nsmall", "kok")]
    (banner,) = shown(cards, NOW - _AGO)
    assert banner.title == "인터넷에 연결되지 않았어요."
    assert banner.help == "08:40에 받은 정보로 보여 드려요."
    assert banner.action == "다시 시도"


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
