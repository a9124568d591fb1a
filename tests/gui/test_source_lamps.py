"""데이터 출처 line by line: lamp with a word, plain reason, coverage, what a shop changed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.sync_report import SourceDay, SourceState, SyncStatus
from eats_desktop.services.source_service import SourceCard
from eats_desktop.viewmodels.source_lamps import source_rows
from tests.gui.test_source_rows import NOW

_AGO = timedelta(hours=2)


def card(name="hmall", status=None, code="", *, channels=("한가람쇼핑",), rank=10, **given):
    keys = {"message", "last_ok_at", "retry_at", "paused_at"} & set(given)
    state = SourceState(name, status, code, **{key: given.pop(key) for key in keys})
    return SourceCard(
        name=name,
        title=f"{name} 쇼핑",
        base_url=f"https://{name}.example",
        enabled=given.pop("enabled", True),
        channel_names=channels,
        state=state,
        channel_ids=tuple(f"c{n}" for n, _ in enumerate(channels)),
        rank=rank,
        **given,
    )


def row(*given, **named):
    return source_rows([card(*given, **named)], NOW)[0]


def lamp(found):
    return found.kind, found.lampText, found.statusText


def test_a_source_never_asked_says_so_without_alarm():
    found = row()
    assert lamp(found) == ("info", "아직", "아직 받지 않았어요")
    assert found.lastText == "마지막으로 받은 때: 없음"
    assert (found.detailText, found.helpText) == ("", "")


def test_a_source_that_does_well_says_when_it_last_did():
    found = row(status=SyncStatus.OK, last_ok_at=NOW - _AGO)
    assert lamp(found) == ("ok", "좋음", "잘 받고 있어요")
    assert found.lastText == "마지막으로 받은 때: 08:40"
    assert found.address == "https://hmall.example"


def test_a_source_not_renewed_for_long_is_stale_and_a_mall_may_be_older():
    late = {"status": SyncStatus.OK, "last_ok_at": NOW - timedelta(hours=7)}
    assert lamp(row(**late)) == ("warn", "낡음", "받은 지 오래됐어요")
    assert row(**late, channels=(), rank=90).kind == "ok"


def test_a_source_that_was_believed_with_a_doubt_says_which_and_hides_the_code():
    found = row(
        status=SyncStatus.OK, code="H6", message="가격 없는 상품이 8개예요", last_ok_at=NOW - _AGO
    )
    assert lamp(found) == ("warn", "주의", "받았지만 살펴볼 점이 있어요")
    assert found.helpText == "가격 없는 상품이 8개예요. 나머지 정보는 그대로 보여 드려요."
    assert found.detailText == "코드 H6 · 가격 없는 상품이 8개예요"
    assert "H6" not in found.statusText + found.helpText + found.spokenText


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (SyncStatus.BLOCKED, "NET-04", "사이트가 잠시 접속을 막았어요"),
        (SyncStatus.CHANGED, "SRC-01", "사이트 화면이 바뀌어 읽지 못했어요"),
        (SyncStatus.CHANGED, "SRC-02", "받은 정보가 이상해서 쓰지 않았어요"),
        (SyncStatus.UNAVAILABLE, "NET-02", "사이트에서 답이 없어요"),
        (SyncStatus.UNAVAILABLE, "NET-01", "인터넷에 연결되지 않았어요"),
    ],
)
def test_a_failure_is_said_in_plain_korean_and_promises_no_more_than_there_is(status, code, words):
    kept = row(status=status, code=code, last_ok_at=NOW - _AGO)
    assert lamp(kept) == ("error", "문제", words)
    assert kept.helpText == "받아 둔 정보는 지우지 않고 그대로 보여 드려요."
    assert row(status=status, code=code).helpText == "아직 이 출처에서 받은 정보가 없어요."


def test_a_source_that_rests_says_when_it_is_asked_again():
    rests = row(status=SyncStatus.BLOCKED, retry_at=NOW + timedelta(hours=3))
    assert rests.helpText.endswith("13:40에 다시 시도해요.")
    assert "다시 시도" not in row(status=SyncStatus.BLOCKED, retry_at=NOW - _AGO).helpText


def test_a_paused_source_is_off_with_its_reason_and_can_be_turned_on():
    found = row(
        status=SyncStatus.CHANGED, code="SRC-01", paused_at=NOW - _AGO, last_ok_at=NOW - _AGO
    )
    assert lamp(found) == ("off", "꺼짐", "세 번 거듭 읽지 못해 잠시 껐어요")
    assert "하루에 한 번 스스로 살펴봐요" in found.helpText
    assert found.isPaused


def test_a_source_switched_off_shows_neither_trouble_nor_retry():
    found = row(
        status=SyncStatus.CHANGED, enabled=False, paused_at=NOW, retry_at=NOW + timedelta(hours=1)
    )
    assert lamp(found) == ("off", "꺼짐", "받지 않기로 했어요")
    assert (found.helpText, found.coverageText, found.isPaused) == ("", "", False)


def test_coverage_counts_the_next_days_of_its_channels():
    days = tuple(SourceDay("hmall", "c0", NOW.date() + timedelta(days=n), NOW) for n in range(3))
    assert row(days=days).coverageText == "앞으로 3일 편성을 다 받았어요"
    two = row(days=days[:1], channels=("가", "나"))
    assert two.coverageText == "앞으로 3일의 하루 편성 6개 가운데 1개를 받았어요"
    assert row(horizon_days=1, days=days[:1]).coverageText == "앞으로 1일 편성을 다 받았어요"
    assert row(channels=(), rank=90).coverageText == ""


def test_sources_stand_in_groups_and_the_first_of_each_carries_its_title():
    cards = [
        card("kok", channels=(), rank=90),
        card("btv", rank=50),
        card("a"),
        card("feed", rank=5),
        card("b", rank=11),
    ]
    shown = [(found.groupText, found.key) for found in source_rows(cards, NOW)]
    assert shown == [
        ("가져오기", "feed"),
        ("방송사", "a"),
        ("", "b"),
        ("편성 안내", "btv"),
        ("몰", "kok"),
    ]


def test_trials_and_what_a_shop_changed_are_marked():
    found = row(experimental=True, overridden=("base_url", "page.list.path"), requests_today=7)
    assert found.trialText == "시험 중"
    assert found.overrideText == "가게에서 바꾼 값: base_url, page.list.path"
    assert (found.versionText, found.countText) == ("읽는 방법 1판", "오늘 7번 물었어요")
    assert (row().trialText, row().overrideText) == ("", "")


@pytest.mark.parametrize(
    ("channels", "words"),
    [
        ((), "상품 목록"),
        (("한가람쇼핑",), "채널 1개 · 한가람쇼핑"),
        (tuple("가나다라마바사"), "채널 7개의 편성 안내"),
    ],
)
def test_channels_are_named_while_they_are_few(channels, words):
    assert row(channels=channels).channelsText == words
