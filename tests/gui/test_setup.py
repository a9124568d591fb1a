"""The first-run guide: once, skippable, applied at once, usable by keyboard and offline."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST
from tests.helpers.settings_window import Desktop, open_settings
from tests.helpers.source_cases import SOURCES

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 25, 10, 40, tzinfo=KST)
_QUICK = "[sync]\ndays = 1\nrequest_interval_s = 0\nretries = 0\nretry_wait_s = 0\n"


@pytest.fixture
def guide(qtbot, qapp, tmp_path):
    with open_settings(tmp_path, NOW, settings='[display]\ntheme = "light"\n') as window:
        qtbot.waitUntil(lambda: window.item("setup.next") is not None)
        qtbot.waitUntil(lambda: window.models.sync.property("sources").rowCount() > 0)
        yield window


def where(guide):
    return guide.item("setup.where").property("text")


def go_to(guide, step):
    for _ in range(step - 1):
        guide.press("setup.next")


def offline_settings():
    """Addresses where nothing listens, one for each source."""
    names = SOURCES
    return _QUICK + "".join(
        f'[sources.{name}]\nbase_url = "http://127.0.0.1:{port}"\n'
        for port, name in enumerate(names, start=1)
    )


def test_a_first_start_shows_the_guide_and_a_second_does_not(qtbot, qapp, tmp_path):
    with open_settings(tmp_path, NOW) as first:
        assert first.item("setup.next") is not None
        go_to(first, 4)
        assert first.item("setup.next").property("text") == "시작하기"
        first.press("setup.next")
        assert first.models.look.property("setupDone")
        qtbot.waitUntil(lambda: first.item("setup.next") is None)
    with open_settings(tmp_path, NOW) as second:
        assert second.item("setup.next") is None
        assert second.item("settings.size.100") is not None


def test_the_steps_say_where_one_is_and_lead_back(guide):
    seen = [where(guide)]
    for _ in range(3):
        guide.press("setup.next")
        seen.append(where(guide))
    assert seen == ["1/4 글자 크기", "2/4 화면 색", "3/4 알림", "4/4 첫 편성 받기"]
    guide.press("setup.back")
    assert where(guide) == "3/4 알림"


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_every_step_can_be_skipped(guide, qtbot, step):
    go_to(guide, step)
    guide.press("setup.skip")
    assert guide.written["display"]["setup_done"] is True
    qtbot.waitUntil(lambda: guide.item("setup.skip") is None)


def test_escape_skips_and_keeps_what_was_chosen(guide, qtbot):
    guide.press("setup.size.130")
    QTest.keyClick(guide.window, Qt.Key.Key_Escape)
    assert guide.written["display"] == {"theme": "light", "text_scale": 130, "setup_done": True}
    qtbot.waitUntil(lambda: guide.item("setup.skip") is None)


@pytest.mark.parametrize("percent", [100, 130, 150])
def test_a_size_applies_while_the_guide_is_open(guide, qtbot, percent):
    guide.press("setup.size.150")
    guide.press(f"setup.size.{percent}")
    assert guide.written["display"]["text_scale"] == percent
    assert guide.item(f"setup.size.{percent}").property("on") is True
    next_ = guide.item("setup.next")
    qtbot.waitUntil(lambda: next_.height() == round(52 * percent / 100))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "system"])
def test_a_colour_applies_while_the_guide_is_open(guide, theme):
    go_to(guide, 2)
    guide.press(f"setup.theme.{theme}")
    assert guide.written["display"]["theme"] == theme
    assert guide.item(f"setup.theme.{theme}").property("on") is True


def test_notices_are_chosen_and_tried_in_the_guide(qtbot, qapp, tmp_path):
    desktop = Desktop()
    with open_settings(tmp_path, NOW, desktop=desktop) as guide:
        go_to(guide, 3)
        guide.press("setup.lead.10")
        assert guide.written["notifications"]["lead_minutes"] == [30, 10, 5]
        guide.press("setup.test.send")
        qtbot.waitUntil(lambda: bool(desktop.shown))
        qtbot.waitUntil(lambda: any(t.startswith("시험 알림을 보냈어요") for t in guide.texts()))
        guide.press("setup.notices")
        assert guide.written["notifications"]["enabled"] is False
        assert guide.item("setup.lead.10") is None


def test_tab_stays_within_the_guide(guide):
    for step in range(1, 5):
        inside = {i.objectName() for i in guide.tab_stops() if i.objectName().startswith("setup.")}
        assert set(guide.walk(2 * len(inside) + 1)) == inside, step
        if step < 4:
            guide.press("setup.next")


def test_every_control_of_the_guide_has_a_name_for_readers(guide):
    for step in range(1, 5):
        stops = [i for i in guide.tab_stops() if i.objectName().startswith("setup.")]
        assert len(stops) >= 3
        assert [i.objectName() for i in stops if not guide.spoken(i).strip()] == [], step
        if step < 4:
            guide.press("setup.next")


def test_the_guide_fits_a_small_window_with_very_large_text(guide, qtbot):
    guide.window.resize(1024, 640)
    guide.models.look.chooseTextScale(200)
    qtbot.waitUntil(lambda: guide.item("settings.scroll").width() == 1024)
    for step in range(1, 5):
        guide.window.grabWindow()
        shown = [i for i in guide.items() if i.objectName().startswith("setup.")]
        for item in shown:
            left = item.mapToScene(QPointF(0, 0)).x()
            assert left >= 0, item.objectName()
            assert left + item.width() <= 1024, item.objectName()
        if step < 4:
            guide.press("setup.next")


def test_the_first_fetching_runs_to_its_end_in_the_guide(qtbot, qapp, tmp_path):
    with DemoSites(lambda: NOW) as sites:
        settings = sites.settings_toml()
        with open_settings(tmp_path, NOW, settings=settings) as guide:
            sync = guide.models.sync
            kinds = [sync.property("firstKind")]
            sync.changed.connect(lambda: kinds.append(sync.property("firstKind")))
            go_to(guide, 4)
            assert guide.item("setup.fetch").property("text") == "지금 받기"
            guide.press("setup.fetch")
            qtbot.waitUntil(lambda: kinds[-1] in ("done", "partly"), timeout=60_000)
            assert list(dict.fromkeys(kinds))[:2] == ["idle", "running"]
            assert guide.item("setup.fetchState").property("text") == "편성표를 받았어요"
            assert any(card.state.last_ok_at for card in guide.box.source_service.cards())


def test_without_a_network_the_guide_says_how_to_go_on(qtbot, qapp, tmp_path):
    with open_settings(tmp_path, NOW, settings=offline_settings()) as guide:
        go_to(guide, 4)
        guide.press("setup.fetch")
        sync = guide.models.sync
        qtbot.waitUntil(lambda: sync.property("firstKind") == "failed", timeout=20_000)
        assert sync.property("firstTitle") == "아직 받은 정보가 없어요"
        words = "인터넷에 연결되지 않았어요."
        qtbot.waitUntil(lambda: sync.property("firstHelp") == words, timeout=10_000)
        assert guide.item("setup.fetch").property("text") == "다시 시도"
        assert any("지금 시작하셔도 돼요" in text for text in guide.texts())
        guide.press("setup.next")
        assert guide.models.look.property("setupDone")
