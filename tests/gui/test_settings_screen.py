"""설정: every control writes settings.toml, applies at once, and is reached by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from eats_desktop.domain.clock import KST
from eats_desktop.domain.sync_report import SourceState, SyncStatus
from eats_desktop.services.settings import load_settings
from tests.helpers.settings_window import Desktop, open_settings

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 25, 10, 40, tzinfo=KST)
_DONE = '[display]\nsetup_done = true\ntheme = "light"\n'


@pytest.fixture
def desktop():
    return Desktop()


@pytest.fixture
def page(qtbot, qapp, tmp_path, desktop):
    with open_settings(tmp_path, NOW, settings=_DONE, desktop=desktop) as window:
        qtbot.waitUntil(lambda: window.item("settings.source.hmall") is not None)
        yield window


def toasts(page):
    return [row.text for row in page.models.notices.property("toasts").rows()]


@pytest.mark.parametrize(
    ("control", "section", "name", "value"),
    [
        ("settings.size.150", "display", "text_scale", 150),
        ("settings.size.200", "display", "text_scale", 200),
        ("settings.theme.dark", "display", "theme", "dark"),
        ("settings.theme.contrast", "display", "theme", "contrast"),
        ("settings.theme.system", "display", "theme", "system"),
        ("settings.motion", "display", "reduce_motion", True),
        ("settings.letters", "display", "letter_shortcuts", False),
        ("settings.notices", "notifications", "enabled", False),
        ("settings.lead.60", "notifications", "lead_minutes", [60, 30, 5]),
        ("settings.lead.30", "notifications", "lead_minutes", [5]),
        ("settings.desktop", "notifications", "desktop", False),
        ("settings.tray", "notifications", "stay_in_tray", False),
        ("settings.quiet", "notifications", "quiet_enabled", False),
        ("settings.quietFrom.less", "notifications", "quiet_from", time(21, 30)),
        ("settings.quietTo.more", "notifications", "quiet_to", time(8, 30)),
        ("settings.auto", "sync", "auto", False),
        ("settings.photos", "display", "photos", False),
    ],
)
def test_a_control_writes_its_setting_and_puts_it_in_force(page, control, section, name, value):
    page.press(control)
    assert page.written[section][name] == value
    read_again = getattr(load_settings(page.box.data_dir), section)
    in_force = getattr(page.box.settings.current, section)
    assert getattr(in_force, name) == getattr(read_again, name)


def test_a_source_switched_off_is_written_and_says_so(page, qtbot):
    page.press("settings.source.hmall")
    assert page.written["sources"]["hmall"]["enabled"] is False
    rows = page.models.sync.property("sources")
    qtbot.waitUntil(lambda: any(not row.isEnabled for row in rows.rows()))
    row = next(row for row in rows.rows() if row.key == "hmall")
    assert row.statusText == "받지 않기로 했어요"


def paused(page):
    hmall = page.box.sources["hmall"]
    state = SourceState(
        "hmall", SyncStatus.CHANGED, "SRC-01", "H9", paused_at=NOW, last_ok_at=NOW, failed_cycles=3
    )
    marked = replace(state, paused_for=page.box.source_desk.mark(hmall))
    page.box.tasks.write_now(lambda: page.box.databases.source_states.put(marked))
    page.models.sync.refresh()


def pause_of(page):
    states = page.box.databases.source_states.source_states()
    return next(state.paused_at for state in states if state.name == "hmall")


def test_a_paused_source_is_turned_on_again_and_only_it_is_fetched(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        page.box.scheduler, "request_sync", lambda scope, done: asked.append(scope.names)
    )
    paused(page)
    button = "settings.source.fetch.hmall"
    qtbot.waitUntil(lambda: page.item(button).property("text") == "다시 켜기")
    page.press(button)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [frozenset({"hmall"})]
    assert pause_of(page) is None


def test_switching_a_paused_source_off_and_on_ends_its_pause(page, qtbot):
    paused(page)
    page.press("settings.source.hmall")
    assert page.written["sources"]["hmall"]["enabled"] is False
    assert pause_of(page) == NOW
    qtbot.waitUntil(lambda: page.item("settings.source.fetch.hmall") is None)
    page.press("settings.source.hmall")
    qtbot.waitUntil(lambda: pause_of(page) is None)


def test_codes_addresses_and_versions_are_folded_until_wanted(page, qtbot):
    paused(page)
    address = page.box.sources["hmall"].info.base_url
    qtbot.waitUntil(lambda: "꺼짐 · 세 번 거듭 읽지 못해 잠시 껐어요" in page.texts())
    assert address not in page.texts()
    page.press("settings.source.more.hmall")
    assert address in page.texts()
    assert "코드 SRC-01 · H9" in page.texts()
    page.press("settings.source.more.hmall")
    assert address not in page.texts()


def test_what_is_odd_about_a_source_stands_under_its_lamp(page, qtbot):
    doubted = SourceState("hmall", SyncStatus.OK, "H6", "가격 없는 상품이 8개예요", last_ok_at=NOW)
    page.box.tasks.write_now(lambda: page.box.databases.source_states.put(doubted))
    page.models.sync.refresh()
    sentence = "가격 없는 상품이 8개예요. 나머지 정보는 그대로 보여 드려요."
    qtbot.waitUntil(lambda: page.texts().count(sentence) == 1)
    assert "주의 · 받았지만 살펴볼 점이 있어요" in page.texts()


def test_a_larger_size_shows_at_once_and_marks_its_chip(page):
    chip = page.item("settings.size.175")
    before = chip.height()
    page.press("settings.size.175")
    assert chip.property("on") is True
    assert chip.height() > before * 1.7


def test_a_switch_says_its_state_in_a_word_and_to_a_reader(page):
    switch = page.item("settings.motion")
    assert switch.property("word") == "꺼짐"
    page.press("settings.motion")
    assert switch.property("word") == "켜짐"
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.role() == QAccessible.Role.CheckBox
    assert told.state().checked
    page.press("settings.motion")
    assert not QAccessible.queryAccessibleInterface(switch).state().checked


def test_lead_times_are_said_in_a_sentence_and_none_is_pointed_out(page):
    settings = page.models.settings
    assert settings.property("leadsText") == "찜한 방송을 30분 전, 5분 전에 알려 드려요."
    settings.toggleLead("30")
    settings.toggleLead("5")
    assert settings.property("leadsText") == "고른 때가 없어 방송 알림이 오지 않아요."


def test_lead_times_hide_while_notices_are_off(page):
    page.press("settings.notices")
    assert page.item("settings.lead.30") is None
    page.press("settings.notices")
    assert page.item("settings.lead.30") is not None


def test_quiet_hours_over_midnight_are_said_in_a_sentence(page):
    settings = page.models.settings
    assert settings.property("quietText").startswith("22:00부터 다음 날 08:00까지")
    settings.moveQuietTo(-20)
    assert settings.property("quietTo") == "22:00"
    assert "조용한 시간이 없어요" in settings.property("quietText")
    settings.moveQuietFrom(-1)
    assert settings.property("quietText").startswith("21:30부터 22:00까지")
    settings.setQuiet(False)
    assert page.item("settings.quietFrom.less") is None


def test_quiet_hours_step_past_midnight(page):
    page.models.settings.moveQuietFrom(4)
    assert page.models.settings.property("quietFrom") == "00:00"


def test_a_fifth_lead_time_is_refused_with_words(page):
    for key in ("60", "10"):
        page.models.settings.toggleLead(key)
    page.models.settings.toggleLead("0")
    assert page.written["notifications"]["lead_minutes"] == [60, 30, 10, 5]
    assert toasts(page) == ["알림 시각은 네 개까지 고를 수 있어요."]


def test_a_lead_time_out_of_range_is_refused(page):
    page.models.settings.toggleLead("99999")
    assert page.box.settings.current.notifications.lead_minutes == (30, 5)
    assert "lead_minutes" not in page.written.get("notifications", {})
    assert "lead_minutes" in toasts(page)[0]


def test_an_unknown_theme_is_refused_and_said(page):
    page.models.look.chooseTheme("pink")
    assert page.models.look.property("theme") == "light"
    assert page.written["display"]["theme"] == "light"
    assert "display.theme" in page.models.look.property("problem")
    page.models.look.chooseTheme("dark")
    assert page.models.look.property("problem") == ""


@pytest.mark.parametrize(("wanted", "taken"), [(500, 200), (10, 100), (-1, 100)])
def test_a_text_size_out_of_range_becomes_the_nearest(page, wanted, taken):
    page.models.look.chooseTextScale(wanted)
    assert page.written["display"]["text_scale"] == taken


def test_a_settings_file_broken_by_hand_is_said_and_left_alone(page):
    path = page.box.data_dir / "settings.toml"
    broken = "[display]\nsetup_done = true\ntext_scale = 900\n"
    path.write_text(broken, encoding="utf-8")
    page.models.settings.setNotices(False)
    assert path.read_text(encoding="utf-8") == broken
    assert page.models.settings.property("noticesOn") is True
    assert "text_scale" in toasts(page)[0]


def test_a_test_notice_reaches_the_desktop_and_the_page_says_so(page, desktop, qtbot):
    page.press("settings.test.send")
    qtbot.waitUntil(lambda: bool(desktop.shown))
    assert desktop.shown[0][0] == "Eat's 유혹"
    qtbot.waitUntil(lambda: "시험 알림을 보냈어요. 화면 구석을 살펴보세요." in page.texts())


def test_a_desktop_that_takes_no_notices_is_explained(page, desktop, qtbot):
    desktop.problem_ = "알림을 받아 줄 곳이 없어요"
    page.models.settings.refresh()
    words = "알림을 받아 줄 곳이 없어요. 프로그램 안의 알림은 그대로 와요."
    qtbot.waitUntil(lambda: page.texts().count(words) == 1)
    page.press("settings.test.send")
    qtbot.waitUntil(lambda: page.models.settings.property("testKind") == "warn")
    assert page.texts().count(words) == 1
    assert desktop.shown == []


def test_a_backup_lies_in_the_data_folder(page, qtbot):
    page.press("settings.backup")
    qtbot.waitUntil(lambda: bool(toasts(page)))
    kept = list((page.box.data_dir / "backups").glob("user-*.db"))
    assert [f"내 정보를 백업했어요: {kept[0].name}"] == toasts(page)
    assert str(page.box.data_dir) in page.texts()


def test_licences_and_the_legal_note_are_there(page):
    assert any("사고파는 약속은 판매하는 곳과 손님" in text for text in page.texts())
    assert not any("LGPL" in text for text in page.texts())
    page.press("settings.licences")
    assert any("LGPL" in text for text in page.texts())
    assert any("Pretendard" in text and "오픈 폰트" in text for text in page.texts())


def test_the_guide_can_be_seen_again(page):
    page.press("settings.again")
    assert page.written["display"]["setup_done"] is False
    assert page.item("setup.skip") is not None


def test_every_control_has_a_name_for_readers(page):
    nameless = [item for item in page.tab_stops() if not page.spoken(item).strip()]
    assert nameless == []
    assert len(page.tab_stops()) > 30


def test_every_control_is_large_enough_to_hit(page):
    for item in page.tab_stops():
        assert item.height() >= 44, item.objectName()
        assert item.width() >= 44, item.objectName()


def test_tab_reaches_every_control_and_brings_it_into_sight(page):
    page.window.resize(1024, 640)
    wanted = {item.objectName() for item in page.tab_stops()}
    assert "" not in wanted
    seen = set()
    for _ in wanted:
        seen |= set(page.walk(1))
        focused = page.window.activeFocusItem()
        top = focused.mapToScene(QPointF(0, 0)).y()
        assert top >= 0, focused.objectName()
        assert top + focused.height() <= page.window.height(), focused.objectName()
    assert seen == wanted


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_runs_out_of_a_small_window(page, qtbot, percent):
    page.window.resize(1024, 640)
    page.models.look.chooseTextScale(percent)
    page.press("settings.licences")
    scroll = page.item("settings.scroll")
    qtbot.waitUntil(lambda: scroll.width() == page.window.width())
    page.window.grabWindow()
    for item in page.items():
        left = item.mapToScene(QPointF(0, 0)).x()
        assert left >= -4, item
        assert left + item.width() <= page.window.width() + 4, (item, item.property("text"))


def test_no_text_is_smaller_than_sixteen_or_cut_short(page):
    page.window.grabWindow()
    for item in page.items():
        if isinstance(item.property("truncated"), bool):
            assert not item.property("truncated"), item.property("text")
            assert item.property("font").pixelSize() >= 16
