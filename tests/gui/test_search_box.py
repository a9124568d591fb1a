"""검색창: opened from anywhere, it lists what was searched for and goes on from what is typed."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.browsing import (
    is_seen,
    on_page,
    overlay_items,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    unreadable,
)

pytestmark = pytest.mark.gui

KEYS = {
    "down": Qt.Key.Key_Down,
    "up": Qt.Key.Key_Up,
    "enter": Qt.Key.Key_Return,
    "escape": Qt.Key.Key_Escape,
    "tab": Qt.Key.Key_Tab,
    "delete": Qt.Key.Key_Delete,
}


def box(window):
    return window.item("top.search")


def key(window, *names):
    for name in names:
        QTest.keyClick(window.window, KEYS[name])


def below(window, name):
    return next((i for i in overlay_items(window) if i.objectName() == name), None)


def is_open(window):
    return is_seen(below(window, "suggest.list"))


def texts(window):
    return [row.text for row in rows(window.models.suggest, "rows")]


def remember(window, *queries):
    for query in queries:
        window.box.tasks.write_now(lambda query=query: window.box.food.history.remember(query))


def opened(window, qtbot):
    window.window.requestActivate()
    QTest.keyClick(window.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box(window).hasActiveFocus() and is_open(window))


def typed(window, qtbot, words):
    """Write on the open box and wait until the list answers these words."""
    opened(window, qtbot)
    box(window).setProperty("text", words)
    qtbot.waitUntil(lambda: window.models.suggest.property("typed") == words)


@pytest.mark.parametrize("shortcut", ["Ctrl+K", "/"])
def test_a_key_opens_the_box_from_every_page(demo_window, qtbot, shortcut):
    on_page(demo_window, qtbot, "schedule")
    demo_window.window.requestActivate()
    modifier = Qt.KeyboardModifier.ControlModifier
    if shortcut == "/":
        QTest.keyClick(demo_window.window, Qt.Key.Key_Slash)
    else:
        QTest.keyClick(demo_window.window, Qt.Key.Key_K, modifier)
    qtbot.waitUntil(lambda: box(demo_window).hasActiveFocus() and is_open(demo_window))
    assert box(demo_window).property("text") == ""


def test_before_the_first_search_the_box_says_what_to_write(demo_window, qtbot):
    opened(demo_window, qtbot)
    lines = texts_below(below(demo_window, "suggest.list").parentItem())
    assert lines == ["먹고 싶은 것을 적어 보세요. 첫소리(ㄱㄷㅇ)만 적어도 찾아요."]


def test_an_empty_box_lists_the_last_queries_newest_first_a_repeated_one_on_top(demo_window, qtbot):
    remember(demo_window, "김치", "고등어", "사과", "김치")
    opened(demo_window, qtbot)
    recent = ["김치", "사과", "고등어", "최근 검색어 모두 지우기"]
    qtbot.waitUntil(lambda: texts(demo_window) == recent)
    assert {row.group for row in rows(demo_window.models.suggest, "rows")} == {"최근 검색어"}


def test_a_query_is_remembered_when_it_is_asked(demo_window, qtbot):
    typed(demo_window, qtbot, "김치")
    key(demo_window, "enter")
    history = demo_window.box.food.history
    qtbot.waitUntil(lambda: history.recent() == ("김치",))
    assert demo_window.models.navigator.property("page") == "search"
    qtbot.waitUntil(lambda: not is_open(demo_window))
    assert box(demo_window).property("text") == "김치"


def test_one_recent_query_is_forgotten_by_its_cross(demo_window, qtbot):
    remember(demo_window, "김치", "고등어")
    opened(demo_window, qtbot)
    qtbot.waitUntil(lambda: is_seen(below(demo_window, "suggest.forget.김치")))
    click(demo_window, below(demo_window, "suggest.forget.김치"))
    qtbot.waitUntil(lambda: demo_window.box.food.history.recent() == ("고등어",))
    qtbot.waitUntil(lambda: "김치" not in texts(demo_window))
    assert box(demo_window).hasActiveFocus()
    assert is_open(demo_window)


def test_one_recent_query_is_forgotten_by_the_delete_key(demo_window, qtbot):
    remember(demo_window, "김치", "고등어")
    opened(demo_window, qtbot)
    qtbot.waitUntil(lambda: len(texts(demo_window)) == 3)
    key(demo_window, "down", "delete")
    qtbot.waitUntil(lambda: demo_window.box.food.history.recent() == ("김치",))


def test_all_recent_queries_are_forgotten_at_once_and_can_be_brought_back(demo_window, qtbot):
    remember(demo_window, "김치", "고등어")
    opened(demo_window, qtbot)
    qtbot.waitUntil(lambda: len(texts(demo_window)) == 3)
    key(demo_window, "up", "enter")
    history = demo_window.box.food.history
    qtbot.waitUntil(lambda: history.recent() == () and texts(demo_window) == [])
    (told,) = toasts(demo_window)
    assert (told.text, told.action) == ("최근 검색어를 모두 지웠어요.", "되돌리기")
    demo_window.models.notices.act(told.key)
    qtbot.waitUntil(lambda: history.recent() == ("고등어", "김치"))


def test_every_key_goes_on_from_what_is_typed_foods_before_other_words(demo_window, qtbot):
    typed(demo_window, qtbot, "고")
    found = rows(demo_window.models.suggest, "rows")
    assert 0 < len(found) <= 8
    groups = [row.group for row in found]
    assert groups == sorted(groups, key=["식품·재료", "방송·상품 낱말"].index)
    assert all("<b>" in row.markedText for row in found)
    typed(demo_window, qtbot, "고등")
    assert texts(demo_window)[0] == "고등어"


def test_a_syllable_under_way_goes_on_too(demo_window, qtbot):
    typed(demo_window, qtbot, "김")
    QApplication.sendEvent(box(demo_window), QInputMethodEvent("ㅊ", []))
    qtbot.waitUntil(lambda: demo_window.models.suggest.property("typed") == "김ㅊ")
    assert texts(demo_window)[0] == "김치"
    assert rows(demo_window.models.suggest, "rows")[0].markedText == "<b>김치</b>"
    assert box(demo_window).property("text") == "김"


def test_a_suggestion_taken_while_a_syllable_is_under_way_is_asked_alone(demo_window, qtbot):
    typed(demo_window, qtbot, "김치")
    QApplication.sendEvent(box(demo_window), QInputMethodEvent("ㅉ", []))
    qtbot.waitUntil(lambda: demo_window.models.suggest.property("typed") == "김치ㅉ")
    first = texts(demo_window)[0]
    key(demo_window, "down", "enter")
    qtbot.waitUntil(lambda: demo_window.models.search.property("query") == first)
    assert box(demo_window).property("text") == first
    assert box(demo_window).property("preeditText") == ""


def test_the_arrows_walk_the_list_and_leave_it_and_enter_asks(demo_window, qtbot):
    typed(demo_window, qtbot, "김치")
    listed = below(demo_window, "suggest.list")
    second = texts(demo_window)[1]
    key(demo_window, "up")
    assert listed.property("currentIndex") == listed.property("count") - 1
    key(demo_window, "down")
    assert listed.property("currentIndex") == -1
    key(demo_window, "down", "down")
    assert listed.property("currentIndex") == 1
    assert box(demo_window).hasActiveFocus()
    key(demo_window, "enter")
    search = demo_window.models.search
    qtbot.waitUntil(lambda: search.property("query") == second)
    qtbot.waitUntil(lambda: state(search) in ("ready", "none"))
    assert box(demo_window).property("text") == second


def test_tab_takes_the_words_to_write_on(demo_window, qtbot):
    typed(demo_window, qtbot, "고등")
    key(demo_window, "down", "tab")
    assert box(demo_window).property("text") == "고등어"
    assert box(demo_window).hasActiveFocus()
    assert demo_window.models.search.property("query") == ""


def test_tab_on_nothing_chosen_goes_on_through_the_window(demo_window, qtbot):
    typed(demo_window, qtbot, "고등")
    key(demo_window, "tab")
    qtbot.waitUntil(lambda: not box(demo_window).hasActiveFocus())
    qtbot.waitUntil(lambda: not is_open(demo_window))


def test_escape_folds_the_list_and_keeps_the_words(demo_window, qtbot):
    typed(demo_window, qtbot, "고등")
    key(demo_window, "escape")
    qtbot.waitUntil(lambda: not is_open(demo_window))
    assert box(demo_window).property("text") == "고등"
    key(demo_window, "down")
    qtbot.waitUntil(lambda: is_open(demo_window))


def test_another_page_folds_the_list(demo_window, qtbot):
    typed(demo_window, qtbot, "고등")
    QTest.keyClick(demo_window.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: demo_window.models.navigator.property("page") == "schedule")
    qtbot.waitUntil(lambda: not is_open(demo_window))


def test_a_click_asks_and_a_click_beside_folds(demo_window, qtbot):
    typed(demo_window, qtbot, "고등")
    QTest.mouseClick(
        demo_window.window,
        Qt.MouseButton.LeftButton,
        pos=demo_window.window.contentItem().mapToScene(QPointF(1000, 700)).toPoint(),
    )
    qtbot.waitUntil(lambda: not is_open(demo_window))
    typed(demo_window, qtbot, "김치")
    line = below(demo_window, "suggest.김치")
    click(demo_window, line)
    qtbot.waitUntil(lambda: demo_window.models.search.property("query") == "김치")


def test_the_answer_to_an_older_key_is_dropped(demo_window, qtbot):
    """The older answer comes last: a reader that is held back until the newer one is shown."""
    model, service = demo_window.models.suggest, demo_window.box.food.suggest
    held, free = threading.Event(), threading.Event()

    class Slow:
        def suggest(self, prefix, limit=8):
            if prefix == "고":
                held.set()
                free.wait(5)
            return service.suggest(prefix, limit)

    model._suggest = Slow()
    model.write("고")
    assert held.wait(5)
    model.write("김치")
    qtbot.waitUntil(lambda: model.property("typed") == "김치")
    shown = texts(demo_window)
    free.set()
    qtbot.wait(200)
    assert model.property("typed") == "김치"
    assert texts(demo_window) == shown


def test_typing_picking_and_forgetting_never_read_on_the_ui_thread(demo_window, qtbot):
    remember(demo_window, "사과", "김치")
    demo_window.box.databases.forbid_thread(threading.main_thread())
    opened(demo_window, qtbot)
    qtbot.waitUntil(lambda: len(texts(demo_window)) == 3)
    key(demo_window, "down", "delete")
    qtbot.waitUntil(lambda: len(texts(demo_window)) == 2)
    typed(demo_window, qtbot, "고등")
    key(demo_window, "down", "enter")
    search = demo_window.models.search
    qtbot.waitUntil(lambda: state(search) == "ready")
    search.chooseTime("ahead")
    search.chooseScope("broadcasts")
    search.showMore()
    qtbot.waitUntil(lambda: state(search) == "ready")


def test_where_nothing_can_be_read_the_list_is_empty_and_the_window_lives(demo_window, qtbot):
    model = demo_window.models.suggest
    with unreadable(demo_window.box.databases.user):
        model.write("")
        qtbot.wait(200)
    assert texts(demo_window) == []
    remember(demo_window, "김치")
    model.write("")
    qtbot.waitUntil(lambda: texts(demo_window)[:1] == ["김치"])


def test_rows_have_names_roles_and_room_for_a_finger(demo_window, qtbot):
    remember(demo_window, "김치찌개 밀키트")
    QAccessible.setActive(True)
    try:
        typed(demo_window, qtbot, "김치")
        listed = below(demo_window, "suggest.list")
        found = rows(demo_window.models.suggest, "rows")
        assert spoken(listed) == f"찾을 말 {len(found)}개"
        line = below(demo_window, "suggest.history:김치찌개 밀키트")
        assert spoken(line) == "김치찌개 밀키트, 최근 검색어"
        assert line.height() >= 44
        face = QAccessible.queryAccessibleInterface(line)
        assert face.role() == QAccessible.Role.ListItem
        cross = below(demo_window, "suggest.forget.김치찌개 밀키트")
        assert spoken(cross) == "최근 검색어 지우기: 김치찌개 밀키트"
        described = QAccessible.queryAccessibleInterface(box(demo_window))
        assert f"{len(found)}개가 있어요" in described.text(QAccessible.Text.Description)
    finally:
        QAccessible.setActive(False)


def click(window, item):
    centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(window.window, Qt.MouseButton.LeftButton, pos=centre)
