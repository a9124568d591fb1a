"""The window as a shopper moves through it: pages, way back, links, keys, states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import EVENING
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui


def state(model):
    return model.property("state")


def test_a_window_that_never_fetched_says_so_and_offers_to(bare_window, qtbot):
    qtbot.waitUntil(lambda: state(bare_window.models.home) == "never")
    assert bare_window.models.home.property("stateAction") == "지금 받기"
    assert bare_window.models.home.property("live").rowCount() == 0


def test_after_fetching_home_shows_what_is_on_now(demo_window, qtbot):
    home = demo_window.models.home
    qtbot.waitUntil(lambda: state(home) == "ready")
    rows = home.property("live").rows()
    assert rows
    assert all(row.isLive and row.stateText.startswith("방송 중 · ") for row in rows)


def test_the_schedule_lists_the_day_and_its_channels(demo_window, qtbot):
    models = demo_window.models
    models.navigator.go("schedule")
    qtbot.waitUntil(lambda: state(models.schedule) == "ready")
    listed = demo_window.item("schedule.agenda")
    count = models.schedule.property("broadcasts").rowCount()
    qtbot.waitUntil(lambda: listed.property("count") == count)
    assert count > 50
    with_data = [row for row in models.schedule.property("channels").rows() if row.hasData]
    assert len(with_data) == 17


def test_a_filter_that_leaves_nothing_is_not_an_empty_day(demo_window, qtbot):
    schedule = demo_window.models.schedule
    demo_window.models.navigator.go("schedule")
    qtbot.waitUntil(lambda: state(schedule) == "ready")
    row = next(r for r in schedule.property("channels").rows() if r.hasData)
    for part in ("night", "morning", "noon", "evening"):
        schedule.choosePart(part)
        if state(schedule) == "filtered":
            break
        schedule.toggleChannel(row.key)
    else:
        pytest.skip("every part of the day has this channel")
    assert schedule.property("stateAction") == "조건 지우기"
    schedule.clearFilter()
    assert state(schedule) == "ready"


def test_a_day_never_fetched_differs_from_a_day_without_food(demo_window, qtbot):
    schedule = demo_window.models.schedule
    demo_window.models.navigator.go("schedule")
    qtbot.waitUntil(lambda: state(schedule) == "ready")
    schedule.stepDay(5)
    qtbot.waitUntil(lambda: state(schedule) == "never")
    assert schedule.property("stateAction") == "지금 받기"
    schedule.stepDay(-5 - 3)
    qtbot.waitUntil(lambda: schedule.property("stateTitle").startswith("이 날의"))
    assert schedule.property("stateAction") == ""


def test_back_and_forward_walk_the_way_that_was_gone(bare_window):
    navigator = bare_window.models.navigator
    navigator.go("schedule")
    navigator.go("inbox")
    navigator.back()
    assert navigator.property("page") == "schedule"
    assert navigator.property("canGoForward")
    navigator.forward()
    assert navigator.property("page") == "inbox"
    navigator.back()
    navigator.go("wishes")
    assert not navigator.property("canGoForward")


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("eats://schedule", "schedule"),
        ("eats://inbox", "inbox"),
        ("eats://product/kok:1404885", "product"),
        ("eats://product/broken", "home"),
        ("eats://product", "home"),
        ("eats://nowhere", "home"),
        ("eats://broadcast/broken", "home"),
    ],
)
def test_a_link_leads_to_its_page_and_an_unknown_one_home(bare_window, link, page):
    bare_window.models.navigator.follow(link)
    assert bare_window.models.navigator.property("page") == page


def test_a_broadcast_opens_beside_the_page_and_escape_closes_it(demo_window, qtbot):
    models = demo_window.models
    qtbot.waitUntil(lambda: state(models.home) == "ready")
    key = models.home.property("live").rows()[0].key
    models.navigator.open(key)
    qtbot.waitUntil(lambda: state(models.broadcast) == "ready")
    assert models.broadcast.property("key") == key
    demo_window.window.requestActivate()
    QTest.keyClick(demo_window.window, Qt.Key.Key_Escape)
    assert models.navigator.property("broadcast") == ""


def test_keys_change_page_text_size_and_colours(bare_window):
    window, models = bare_window.window, bare_window.models
    window.requestActivate()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert models.navigator.property("page") == "schedule"
    QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert models.look.property("textScale") == 115
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert models.look.property("textScale") == 100
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_T, both)
    assert models.look.property("mode") == "dark"


def test_what_was_chosen_is_there_after_a_restart(qtbot, qapp, tmp_path):
    with open_window(tmp_path, EVENING) as window:
        window.models.look.chooseTextScale(150)
        window.models.look.chooseTheme("contrast")
        kept = (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert "text_scale = 150" in kept
    assert 'theme = "contrast"' in kept


def test_words_being_composed_are_searched_whole(demo_window, qtbot):
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent

    field = demo_window.item("top.search")
    field.forceActiveFocus()
    composing = QInputMethodEvent("김", [])
    QCoreApplication.sendEvent(field, composing)
    finished = QInputMethodEvent("", [])
    finished.setCommitString("김치")
    QCoreApplication.sendEvent(field, finished)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Return)
    search = demo_window.models.search
    qtbot.waitUntil(lambda: search.property("query") == "김치")
    qtbot.waitUntil(lambda: state(search) == "ready")
    assert demo_window.models.navigator.property("page") == "search"
    assert any("김치" in row.title for row in search.property("broadcasts").rows())


def test_a_zone_of_home_opens_and_folds_and_counts_what_it_hides(demo_window, qtbot):
    home = demo_window.models.home
    qtbot.waitUntil(lambda: state(home) == "ready")
    soon = home.property("soon")
    total = home.property("totals")["soon"]
    assert home.property("shortZone") < total
    qtbot.waitUntil(lambda: soon.rowCount() == home.property("shortZone"))
    assert home.property("rests")["soon"] == total - soon.rowCount()
    home.showWhole("soon", True)
    qtbot.waitUntil(lambda: soon.rowCount() == total)
    assert home.property("rests")["soon"] == 0
    home.showWhole("soon", False)
    assert soon.rowCount() == home.property("shortZone")
