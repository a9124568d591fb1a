"""찜: what is hearted, in its sections; alarms, taking back, and the way back from that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import BroadcastId, BroadcastState, ProductKey
from tests.helpers.browsing import (
    fail_a_search,
    is_seen,
    later_today,
    on_page,
    press,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    today,
    told,
    unreadable,
)
from tests.helpers.listings import product
from tests.helpers.storage_builders import airing, put

pytestmark = pytest.mark.gui


def wish(window, broadcast):
    window.box.tasks.write_now(lambda: window.box.wishes.wish_broadcast(broadcast.id))


def on_air(window):
    now = window.clock.now()
    return next(b for b in today(window) if b.state_at(now) is BroadcastState.LIVE)


def wished_page(window, qtbot, *broadcasts):
    """The wish page with these broadcasts on it."""
    for broadcast in broadcasts:
        wish(window, broadcast)
    model = on_page(window, qtbot, "wishes")
    qtbot.waitUntil(lambda: model.property("wishes").rowCount() == len(broadcasts))
    qtbot.waitUntil(lambda: window.item("wishes.list").property("count") == len(broadcasts))
    return model


def test_without_a_wish_the_page_leads_to_the_schedule(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "wishes", kinds=("none",))
    assert model.property("stateTitle") == "찜한 방송이 없어요."
    action = next(
        item
        for item in demo_window.items()
        if is_seen(item) and item.property("text") == "편성표 보기" and item.activeFocusOnTab()
    )
    action.clicked.emit()
    assert demo_window.models.navigator.property("page") == "schedule"


def test_j03_a_heart_says_when_it_will_tell_and_stands_in_the_list_with_its_reminders(
    demo_window, qtbot
):
    chosen = later_today(demo_window)[0]
    demo_window.models.hearts.toggle(str(chosen.id))
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert told(demo_window, qtbot, 0).text == "찜했어요. 30분 전, 5분 전에 알려 드릴게요."
    assert told(demo_window, qtbot, 0).action == "되돌리기"
    model = on_page(demo_window, qtbot, "wishes")
    assert model.property("countText") == "1개를 찜했어요"
    row = rows(model, "wishes")[0]
    assert (row.broadcast, row.sectionText, row.alarmOn) == (str(chosen.id), "예정", True)
    due = [r.due_at for r in demo_window.box.databases.reminders.reminders()]
    assert due == [chosen.starts_at - timedelta(minutes=lead) for lead in (30, 5)]


def test_sections_stand_in_the_order_a_shopper_needs_them(demo_window, qtbot):
    box, now = demo_window.box, demo_window.clock.now()
    soon = now.replace(second=0) + timedelta(minutes=5)
    put(box.databases, airing(soon, product("77"), minutes=20))
    wish(demo_window, on_air(demo_window))
    wish(demo_window, later_today(demo_window)[0])
    box.tasks.write_now(lambda: box.wishes.wish_broadcast(BroadcastId("hmall", soon)))
    box.tasks.write_now(lambda: box.wishes.wish_product(ProductKey("hmall", "0"), "기다리는 굴비"))
    demo_window.clock.advance(timedelta(minutes=1))
    model = on_page(demo_window, qtbot, "wishes")
    qtbot.waitUntil(lambda: model.property("wishes").rowCount() == 4)
    assert [row.sectionText for row in rows(model, "wishes")] == [
        "지금 방송", "예정", "예정", "기다리는 상품",
    ]  # fmt: skip
    demo_window.clock.advance(timedelta(minutes=30))
    demo_window.shell.ticker.look()
    qtbot.waitUntil(lambda: rows(model, "wishes")[-1].sectionText == "지난 방송")
    order = ["지금 방송", "예정", "취소된 방송", "기다리는 상품", "지난 방송"]
    places = [order.index(row.sectionText) for row in rows(model, "wishes")]
    assert places == sorted(places)
    waiting = next(row for row in rows(model, "wishes") if row.isProduct)
    assert (waiting.stateText, waiting.canAlarm, waiting.isOver) == ("방송을 기다려요", True, False)


def test_a_line_says_what_when_where_and_whether_it_will_be_told(demo_window, qtbot):
    chosen = later_today(demo_window)[0]
    model = wished_page(demo_window, qtbot, chosen)
    row = rows(model, "wishes")[0]
    line = demo_window.arrived(f"wish.{row.key}", qtbot)
    words = {row.title, row.whenText, row.placeText, row.priceText, "켜짐"}
    qtbot.waitUntil(lambda: set(texts_below(line)) >= words)
    assert spoken(line) == row.spokenText
    for part in (row.title, row.placeText, row.whenText, row.stateText, "알림 켜짐"):
        assert part in row.spokenText
    assert row.whenText.startswith("오늘 ")
    assert row.whenText.endswith(" 뒤")


def test_an_alarm_switched_off_keeps_the_wish_and_drops_its_reminders(demo_window, qtbot):
    model = wished_page(demo_window, qtbot, later_today(demo_window)[0])
    key = rows(model, "wishes")[0].key
    assert len(demo_window.box.databases.reminders.reminders()) == 2
    press(demo_window, qtbot, f"alarm.{key}")
    qtbot.waitUntil(lambda: not rows(model, "wishes")[0].alarmOn)
    assert demo_window.box.databases.reminders.reminders() == ()
    press(demo_window, qtbot, f"alarm.{key}")
    qtbot.waitUntil(lambda: rows(model, "wishes")[0].alarmOn)
    assert len(demo_window.box.databases.reminders.reminders()) == 2


def test_j03_a_wish_taken_back_comes_back_as_it_was(demo_window, qtbot):
    chosen = later_today(demo_window)[0]
    model = wished_page(demo_window, qtbot, chosen)
    row = rows(model, "wishes")[0]
    demo_window.models.hearts.setAlarm(row.wishId, False)
    qtbot.waitUntil(lambda: not rows(model, "wishes")[0].alarmOn)
    press(demo_window, qtbot, f"unwish.{row.key}")
    qtbot.waitUntil(lambda: state(model) == "none")
    toast = told(demo_window, qtbot)
    assert (toast.text, toast.action) == ("찜을 풀었어요.", "되돌리기")
    demo_window.models.notices.act(toast.key)
    qtbot.waitUntil(lambda: [row.alarmOn for row in rows(model, "wishes")] == [False])
    assert rows(model, "wishes")[0].broadcast == str(chosen.id)


def test_a_followed_product_comes_back_too(demo_window, qtbot):
    box, models = demo_window.box, demo_window.models
    key = later_today(demo_window)[0].food_products[0].key
    wished = box.tasks.write_now(lambda: box.wishes.wish_product(key, "굴비"))
    models.hearts.remove(wished.wish_id)
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert box.wishes.wished_products() == frozenset()
    models.notices.act(told(demo_window, qtbot, 0).key)
    qtbot.waitUntil(lambda: box.wishes.wished_products() == {key})


def test_what_is_over_is_taken_off_the_list_for_good(demo_window, qtbot):
    model = wished_page(demo_window, qtbot, on_air(demo_window))
    demo_window.clock.advance(timedelta(hours=3))
    demo_window.shell.ticker.look()
    qtbot.waitUntil(lambda: rows(model, "wishes")[0].isOver)
    row = rows(model, "wishes")[0]
    qtbot.waitUntil(lambda: not is_seen(demo_window.item(f"alarm.{row.key}")))
    press(demo_window, qtbot, f"unwish.{row.key}")
    qtbot.waitUntil(lambda: state(model) == "none")
    assert (told(demo_window, qtbot).text, told(demo_window, qtbot).action) == (
        "지난 찜을 지웠어요.",
        "",
    )


def test_a_wish_that_is_gone_already_is_said(demo_window, qtbot):
    demo_window.models.hearts.remove(999)
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert told(demo_window, qtbot, 0).kind == "error"
    assert "찜을 찾을 수 없어요" in told(demo_window, qtbot, 0).text


def test_the_list_is_one_stop_where_arrows_walk_enter_opens_and_w_takes_back(demo_window, qtbot):
    first, second = later_today(demo_window)[:2]
    model = wished_page(demo_window, qtbot, first, second)
    window = demo_window.window
    window.requestActivate()
    demo_window.item("wishes.list").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    keys = [row.key for row in rows(model, "wishes")]
    qtbot.waitUntil(lambda: window.activeFocusItem().objectName() == f"wish.{keys[0]}")
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert window.activeFocusItem().objectName() == f"wish.{keys[1]}"
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.activeFocusItem().objectName() == f"alarm.{keys[1]}"
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.activeFocusItem().objectName() == f"unwish.{keys[1]}"
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert window.activeFocusItem().objectName() == f"wish.{keys[0]}"
    QTest.keyClick(window, Qt.Key.Key_Return)
    opened = rows(model, "wishes")[0].broadcast
    assert demo_window.models.navigator.property("broadcast") == opened
    QTest.keyClick(window, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "wishes")] == [keys[1]])


def test_a_failing_read_keeps_the_rows_and_the_first_one_says_so(demo_window, qtbot):
    model = wished_page(demo_window, qtbot, later_today(demo_window)[0])
    shown = rows(model, "wishes")
    with unreadable(demo_window.box.databases.user):
        model.refresh()
        fail_a_search(demo_window, qtbot)
    assert state(model) == "ready"
    assert rows(model, "wishes") == shown
