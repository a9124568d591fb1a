"""요리 모드: one large step at a time, clocks that go on, a list to tick off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from eats_desktop.domain.recipe_event import RecipeEventKind
from tests.gui.conftest import EVENING
from tests.helpers.browsing import (
    is_seen,
    overlay_items,
    press,
    rows,
    spoken,
    texts_below,
    toasts,
    told,
)
from tests.helpers.recipes import STEW, open_recipe, own_recipe, put_recipe

pytestmark = pytest.mark.gui

SMALLEST = 28


class Wake:
    """The desktop's screen saver: notes what it is asked, and says yes."""

    def __init__(self):
        self.held = []

    def hold(self, reason, told):
        self.held.append(reason)
        told(True)

    def release(self):
        self.held.append(None)


def start(window, qtbot, key=STEW):
    """Open a recipe and cook from it."""
    window.window.requestActivate()
    open_recipe(window, qtbot, key)
    press(window, qtbot, "recipe.cook")
    qtbot.waitUntil(lambda: is_seen(window.item("cook.text")))
    return window.models.cook


def key_press(window, key):
    QTest.keyClick(window.window, key)


def later(window, cook, **span):
    window.clock.advance(timedelta(**span))
    cook.tick()


def test_a_step_stands_alone_in_large_letters(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    text = demo_window.item("cook.text")
    assert text.property("text") == rows(demo_window.models.recipe, "steps")[0].text
    assert text.property("font").pixelSize() >= SMALLEST
    assert cook.property("progressText") == "1 / 5"
    demo_window.models.look.chooseTextScale(150)
    demo_window.window.resize(1024, 640)
    qtbot.waitUntil(lambda: text.property("font").pixelSize() >= SMALLEST * 1.5)


def test_arrows_page_and_escape_leaves_where_it_began(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    key_press(demo_window, Qt.Key.Key_Left)
    assert cook.property("progressText") == "1 / 5"
    for _ in range(2):
        key_press(demo_window, Qt.Key.Key_Right)
    key_press(demo_window, Qt.Key.Key_Left)
    assert cook.property("progressText") == "2 / 5"
    key_press(demo_window, Qt.Key.Key_Escape)
    assert not cook.property("isOpen")
    assert demo_window.models.navigator.property("page") == "recipe"
    qtbot.waitUntil(lambda: demo_window.item("recipe.scroll").hasActiveFocus())
    press(demo_window, qtbot, "recipe.cook")
    assert cook.property("progressText") == "2 / 5"


def test_the_buttons_page_and_the_last_one_ends_the_cooking(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    for _ in range(4):
        press(demo_window, qtbot, "cook.next")
    assert cook.property("isLast")
    assert demo_window.item("cook.next").property("text") == "다 만들었어요"
    press(demo_window, qtbot, "cook.next")
    assert not cook.property("isOpen")
    events = demo_window.box.recipes.events
    qtbot.waitUntil(
        lambda: RecipeEventKind.COOK in {e.kind for e in events.since(EVENING - timedelta(days=1))}
    )
    start(demo_window, qtbot)
    assert cook.property("progressText") == "1 / 5"


def test_leaving_before_the_end_is_not_counted_as_cooked(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    cook.turnTo(5)
    cook.close()
    cook.finish()
    events = demo_window.box.recipes.events
    demo_window.box.tasks.write_now(lambda: None)
    assert {e.kind for e in events.since(EVENING - timedelta(days=1))} == {RecipeEventKind.VIEW}


def test_a_clock_starts_holds_and_tells_when_it_has_run_down(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    assert not is_seen(demo_window.item("cook.timer"))
    cook.turnTo(2)
    press(demo_window, qtbot, "cook.timer")
    later(demo_window, cook, minutes=2)
    assert (cook.property("timerKind"), cook.property("timerText")) == ("running", "3:00")
    press(demo_window, qtbot, "cook.timer")
    later(demo_window, cook, hours=1)
    assert (cook.property("timerKind"), cook.property("timerText")) == ("paused", "3:00")
    press(demo_window, qtbot, "cook.timer")
    later(demo_window, cook, minutes=3)
    assert cook.property("timerKind") == "done"
    assert [row.text for row in toasts(demo_window)] == [
        "돼지고기 김치찌개 2단계의 5분이 끝났어요."
    ]
    later(demo_window, cook, minutes=3)
    assert len(toasts(demo_window)) == 1


def test_several_clocks_go_on_while_other_steps_are_looked_at(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    for step in (2, 3):
        cook.turnTo(step)
        cook.toggleTimer()
    cook.turnTo(5)
    later(demo_window, cook, minutes=4)
    assert [(row.label, row.leftText) for row in rows(cook, "timers")] == [
        ("2단계", "1:00"),
        ("3단계", "16:00"),
    ]
    qtbot.waitUntil(lambda: "16:00" in texts_below(demo_window.item("cook.timers")))
    later(demo_window, cook, minutes=1)
    assert [row.kind for row in rows(cook, "timers")] == ["done", "running"]
    cook.turnTo(3)
    assert [row.label for row in rows(cook, "timers")] == ["2단계"]
    assert cook.property("timerText") == "15:00"


def test_clocks_go_on_after_leaving_and_name_their_dish_beside_another(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    cook.turnTo(3)
    cook.toggleTimer()
    cook.close()
    start(demo_window, qtbot, put_recipe(demo_window, own_recipe()))
    assert [row.label for row in rows(cook, "timers")] == ["돼지고기 김치찌개 3단계"]
    cook.close()
    later(demo_window, cook, minutes=20)
    assert [row.text for row in toasts(demo_window)] == [
        "돼지고기 김치찌개 3단계의 20분이 끝났어요."
    ]
    demo_window.models.notices.act(told(demo_window, qtbot, 0).key)
    assert [(row.kind, row.leftText) for row in rows(cook, "timers")] == [("running", "1:00")]


def test_a_clock_runs_by_itself_and_can_be_put_away(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    cook.turnTo(2)
    cook.toggleTimer()
    demo_window.clock.advance(timedelta(minutes=5))
    qtbot.waitUntil(lambda: cook.property("timerKind") == "done")
    press(demo_window, qtbot, "cook.more")
    assert (cook.property("timerKind"), cook.property("timerText")) == ("running", "1:00")
    press(demo_window, qtbot, "cook.drop")
    assert (cook.property("timerKind"), cook.property("timerText")) == ("", "5:00")


def test_ingredients_are_ticked_off_beside_the_step_for_the_chosen_servings(demo_window, qtbot):
    open_recipe(demo_window, qtbot).property("scale").step(3)
    cook = start(demo_window, qtbot)
    first = rows(cook, "checks")[0]
    assert (first.name, first.amountText) == ("묵은지", "800g")
    press(demo_window, qtbot, "cook.check.0")
    assert [row.isTicked for row in rows(cook, "checks")][:2] == [True, False]
    cook.next()
    cook.close()
    start(demo_window, qtbot)
    assert rows(cook, "checks")[0].isTicked
    press(demo_window, qtbot, "cook.check.0")
    assert not rows(cook, "checks")[0].isTicked


def test_where_there_is_no_room_the_list_opens_over_the_step(demo_window, qtbot):
    demo_window.models.look.chooseTextScale(150)
    demo_window.window.resize(1024, 640)
    start(demo_window, qtbot)
    press(demo_window, qtbot, "cook.list")

    def names():
        return {item.objectName() for item in overlay_items(demo_window) if is_seen(item)}

    qtbot.waitUntil(lambda: "cook.check.1" in names())


def test_the_screen_is_kept_on_while_it_is_cooked_from(demo_window, qtbot):
    wake = Wake()
    demo_window.models.cook._wake = wake
    cook = start(demo_window, qtbot)
    assert wake.held == ["돼지고기 김치찌개 만드는 중"]
    assert cook.property("isAwake")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("cook.awake")))
    cook.close()
    assert wake.held[-1] is None
    assert not cook.property("isAwake")


def test_going_elsewhere_ends_the_view(demo_window, qtbot):
    cook = start(demo_window, qtbot)
    demo_window.models.navigator.follow("eats://inbox")
    assert not cook.property("isOpen")


def test_what_lies_below_can_be_reached_by_no_key(demo_window, qtbot):
    start(demo_window, qtbot)
    view = demo_window.item("cook")
    for _ in range(30):
        key_press(demo_window, Qt.Key.Key_Tab)
        focused = demo_window.window.activeFocusItem()
        assert view.isAncestorOf(focused), focused.objectName()


def test_every_control_says_what_it_is_and_the_step_is_read(demo_window, qtbot):
    QAccessible.setActive(True)
    try:
        cook = start(demo_window, qtbot)
        cook.turnTo(2)
        cook.toggleTimer()
        cook.turnTo(3)
        view = demo_window.item("cook")
        controls = [
            i
            for i in demo_window.items()
            if is_seen(i) and view.isAncestorOf(i) and i.activeFocusOnTab()
        ]
        assert len(controls) > 8
        assert [i.objectName() for i in controls if not spoken(i).strip()] == []
        step = rows(demo_window.models.recipe, "steps")[2].text
        assert spoken(demo_window.item("cook.step")) == f"5단계 가운데 3단계. {step}"
        assert spoken(demo_window.item("cook.close")) == "요리 모드 나가기"
    finally:
        QAccessible.setActive(False)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 100), (1024, 640, 150), (640, 480, 200)],
)
def test_nothing_reaches_over_the_edge_at_any_size(demo_window, qtbot, width, height, size):
    demo_window.models.look.chooseTextScale(size)
    demo_window.window.resize(width, height)
    cook = start(demo_window, qtbot)
    cook.turnTo(2)
    cook.toggleTimer()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("cook.clock")))
    view = demo_window.item("cook")
    for name in (
        "cook.close",
        "cook.previous",
        "cook.next",
        "cook.text",
        "cook.timer",
        "cook.drop",
    ):
        item = demo_window.item(name)
        place = item.mapRectToItem(view, QRectF(0, 0, item.width(), item.height()))
        assert place.left() >= 0, name
        assert place.right() <= width, name
    assert demo_window.item("cook.step").height() > 0
    for name in ("cook.close", "cook.previous", "cook.next"):
        item = demo_window.item(name)
        place = item.mapRectToItem(view, QRectF(0, 0, item.width(), item.height()))
        assert place.top() >= 0
        assert place.bottom() <= height
