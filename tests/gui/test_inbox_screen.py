"""알림함: what was told, what is unread, and where a notice leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.events import InboxChanged
from eats_desktop.domain.reminder import InboxDraft, InboxKind
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
    unreadable,
)

pytestmark = pytest.mark.gui


def remind(window, qtbot, *broadcasts):
    """Wish broadcasts and travel to the first reminder of the first of them."""
    for broadcast in broadcasts:
        window.box.tasks.write_now(lambda b=broadcast: window.box.wishes.wish_broadcast(b.id))
    until = broadcasts[0].starts_at - window.clock.now()
    window.travel(seconds=until.total_seconds() - 30 * 60)
    qtbot.waitUntil(lambda: window.models.inbox.property("unread") > 0)
    return on_page(window, qtbot, "inbox")


def test_an_empty_inbox_says_what_will_come(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "inbox", kinds=("none",))
    assert model.property("stateTitle") == "받은 알림이 없어요."
    assert model.property("badge") == ""
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("inbox.readAll")))


def test_j03_a_click_marks_it_read_takes_one_off_the_badge_and_opens_the_broadcast(
    demo_window, qtbot
):
    chosen = later_today(demo_window)[0]
    model = remind(demo_window, qtbot, chosen)
    before = model.property("unread")
    assert model.property("badge") == str(before)
    row = rows(model, "items")[0]
    qtbot.waitUntil(lambda: is_seen(demo_window.arrived(f"notice.{row.key}", qtbot)))
    demo_window.arrived(f"notice.{row.key}", qtbot).clicked.emit()
    navigator = demo_window.models.navigator
    qtbot.waitUntil(lambda: navigator.property("broadcast") == str(chosen.id))
    assert navigator.property("page") == "schedule"
    qtbot.waitUntil(lambda: model.property("unread") == before - 1)
    assert not rows(model, "items")[0].isUnread


def test_what_is_unread_is_said_in_a_word_and_to_a_reader(demo_window, qtbot):
    model = remind(demo_window, qtbot, later_today(demo_window)[0])
    row = rows(model, "items")[0]
    qtbot.waitUntil(lambda: is_seen(demo_window.arrived(f"notice.{row.key}", qtbot)))
    line = demo_window.arrived(f"notice.{row.key}", qtbot)
    qtbot.waitUntil(lambda: "읽지 않음" in texts_below(line))
    assert spoken(line).startswith("읽지 않음, ")
    assert model.property("unreadText") == f"읽지 않은 알림 {model.property('unread')}개"
    press(demo_window, qtbot, "inbox.readAll")
    qtbot.waitUntil(lambda: model.property("unread") == 0)
    qtbot.waitUntil(lambda: "읽지 않음" not in texts_below(line))
    assert not spoken(line).startswith("읽지 않음")
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("inbox.readAll")))


def test_lines_of_a_digest_stay_lines_and_each_kind_has_its_sign(demo_window, qtbot):
    box = demo_window.box
    drafts = [
        InboxDraft(InboxKind.DIGEST, "놓친 알림 2건", "하나\n둘", "eats://inbox", "a"),
        InboxDraft(InboxKind.CANCELLED, "방송이 취소됐어요", "굴비", "", "b"),
        InboxDraft(InboxKind.MOVED, "방송 시간이 바뀌었어요", "김치", "", "c"),
    ]
    now = demo_window.clock.now()
    arrived = box.tasks.write_now(lambda: box.databases.reminders.deliver(drafts, (), now))
    box.bus.publish(InboxChanged(tuple(arrived)))
    model = on_page(demo_window, qtbot, "inbox")
    signs = {row.title: (row.symbol, row.tone) for row in rows(model, "items")}
    assert signs == {
        "놓친 알림 2건": ("clock", "info"),
        "방송이 취소됐어요": ("cancelled", "cancelled"),
        "방송 시간이 바뀌었어요": ("moved", "moved"),
    }
    digest = next(row for row in rows(model, "items") if row.symbol == "clock")
    qtbot.waitUntil(lambda: is_seen(demo_window.arrived(f"notice.{digest.key}", qtbot)))
    qtbot.waitUntil(
        lambda: "하나\n둘" in texts_below(demo_window.arrived(f"notice.{digest.key}", qtbot))
    )
    plain = next(row for row in rows(model, "items") if row.symbol == "moved")
    assert not plain.opens


def test_arrows_walk_the_notices_and_enter_opens(demo_window, qtbot):
    model = remind(demo_window, qtbot, *later_today(demo_window)[:1])
    demo_window.travel(minutes=25)
    qtbot.waitUntil(lambda: model.property("items").rowCount() == 2)
    qtbot.waitUntil(lambda: demo_window.item("inbox.list").property("count") == 2)
    keys = [row.key for row in rows(model, "items")]
    window = demo_window.window
    window.requestActivate()
    demo_window.item("inbox.list").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(window, key)
    assert window.activeFocusItem().objectName() == f"notice.{keys[1]}"
    QTest.keyClick(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not rows(model, "items")[1].isUnread)
    assert rows(model, "items")[0].isUnread


def test_a_failing_read_keeps_the_notices(demo_window, qtbot):
    model = remind(demo_window, qtbot, later_today(demo_window)[0])
    shown = rows(model, "items")
    with unreadable(demo_window.box.databases.user):
        model.refresh()
        fail_a_search(demo_window, qtbot)
    assert state(model) == "ready"
    assert rows(model, "items") == shown


def test_a_notice_that_is_gone_is_said(demo_window, qtbot):
    demo_window.models.inbox.open("999")
    notices = demo_window.models.notices
    qtbot.waitUntil(lambda: len(rows(notices, "toasts")) == 1)
    assert "알림을 찾을 수 없어요" in rows(notices, "toasts")[0].text
