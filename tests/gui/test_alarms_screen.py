"""알림 조건: made where a shopper thinks of it, tried while writing, listed with what is next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eats_desktop.domain.alarm_rule import RuleKind
from eats_desktop.services.alarm_rule_service import RuleDraft
from tests.helpers.browsing import (
    is_seen,
    later_today,
    on_page,
    open_broadcast,
    press,
    rows,
    spoken,
    state,
    texts_below,
    told,
)

pytestmark = pytest.mark.gui

KIMCHI = RuleDraft(RuleKind.INGREDIENT, "김치")


def stored(window):
    return [item.rule.terms for item in window.box.alarm_rules.rules()]


def with_rule(window, qtbot, *drafts):
    """The page of alarms with these rules on it."""
    for draft in drafts:
        window.box.tasks.write_now(lambda draft=draft: window.box.alarm_rules.add(draft))
    model = on_page(window, qtbot, "alarms")
    qtbot.waitUntil(lambda: model.property("rules").rowCount() == len(drafts))
    qtbot.waitUntil(lambda: window.item("rules.list").property("count") == len(drafts))
    return model


def editor(window, qtbot, words=None):
    """The open editor; with words written on it, what it says about them."""
    model = window.models.alarmEditor
    qtbot.waitUntil(lambda: model.property("isOpen"))
    qtbot.waitUntil(lambda: is_seen(shown(window, "alarm.text")))
    qtbot.waitUntil(lambda: shown(window, "alarm.text").hasActiveFocus())
    if words is not None:
        shown(window, "alarm.text").setProperty("text", words)
    return model


def shown(window, name):
    """An item of the editor, which lies over the window's content."""
    overlay = window.window.contentItem().parentItem() or window.window.contentItem()
    return next((i for i in _below(overlay) if i.objectName() == name), None)


def _below(item):
    for child in item.childItems():
        yield child
        yield from _below(child)


def push(window, qtbot, name):
    qtbot.waitUntil(lambda: is_seen(shown(window, name)) and shown(window, name).isEnabled())
    shown(window, name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_Space)


def test_without_a_rule_the_page_offers_to_make_one(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "alarms", kinds=("none",))
    assert model.property("stateTitle") == "알림 조건이 없어요."
    action = next(
        item
        for item in demo_window.items()
        if is_seen(item) and item.property("text") == "조건 만들기" and item.activeFocusOnTab()
    )
    action.clicked.emit()
    editor(demo_window, qtbot)


def test_wishes_and_alarms_are_two_pages_of_one_place(demo_window, qtbot):
    on_page(demo_window, qtbot, "wishes", kinds=("none",))
    press(demo_window, qtbot, "wish.tabs.alarms")
    navigator = demo_window.models.navigator
    qtbot.waitUntil(lambda: navigator.property("page") == "alarms")
    assert navigator.property("section") == "wishes"
    navigator.back()
    assert navigator.property("page") == "wishes"


def test_writing_shows_at_once_what_would_have_been_told(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: model.property("canSave"))
    preview = demo_window.box.alarm_rules.preview(KIMCHI)
    assert preview.past
    assert model.property("previewText") == f"지난 2주에 {len(preview.past)}번 방송했어요"
    assert [row.key for row in rows(model, "matches")] == [
        str(match.broadcast.id) for match in preview.past[:5]
    ]
    assert f"앞으로 {len(preview.ahead)}번" in model.property("aheadText")
    assert stored(demo_window) == []


def test_a_price_limit_narrows_the_preview(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: model.property("canSave"))
    shown(demo_window, "alarm.price").setProperty("text", "1")
    qtbot.waitUntil(lambda: model.property("previewText") == "지난 2주에는 방송하지 않았어요")
    push(demo_window, qtbot, "alarm.save")
    qtbot.waitUntil(lambda: [t.highest_price_krw for t in stored(demo_window)] == [1])


def test_the_keyboard_alone_makes_a_rule(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: model.property("canSave"))
    QTest.keyClick(demo_window.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not model.property("isOpen"))
    assert [(t.kind, t.food) for t in stored(demo_window)] == [(RuleKind.INGREDIENT, "김치")]
    toast = told(demo_window, qtbot)
    assert (toast.text, toast.action) == ("‘김치’가 방송되기 전에 알려 드릴게요.", "보기")
    demo_window.models.notices.act(toast.key)
    assert demo_window.models.navigator.property("page") == "alarms"


def test_a_syllable_under_way_is_looked_for_too(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "김")
    QApplication.sendEvent(shown(demo_window, "alarm.text"), QInputMethodEvent("치", []))
    qtbot.waitUntil(lambda: "번 방송했어요" in model.property("previewText"))
    assert shown(demo_window, "alarm.text").property("text") == "김"


def test_half_a_word_is_completed_from_the_lexicon(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "고등")
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "suggestions")][:1] == ["고등어"])
    assert not model.property("canSave")
    push(demo_window, qtbot, "alarm.suggestion.고등어")
    qtbot.waitUntil(lambda: model.property("canSave"))
    assert shown(demo_window, "alarm.text").property("text") == "고등어"
    assert rows(model, "suggestions") == ()


def test_what_is_no_ingredient_is_offered_as_a_keyword(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "뜻모를낱말")
    qtbot.waitUntil(lambda: model.property("offersKeyword"))
    assert "모르는 재료예요" in model.property("problem")
    push(demo_window, qtbot, "alarm.asKeyword")
    qtbot.waitUntil(lambda: model.property("canSave"))
    assert (model.property("kind"), model.property("problem")) == ("keyword", "")


def test_the_same_rule_again_is_refused_where_it_is_written(demo_window, qtbot):
    with_rule(demo_window, qtbot, KIMCHI)
    demo_window.models.alarmEditor.createFor("김치")
    model = editor(demo_window, qtbot)
    push(demo_window, qtbot, "alarm.save")
    qtbot.waitUntil(lambda: "이미 있어요" in model.property("problem"))
    assert model.property("isOpen")
    assert len(stored(demo_window)) == 1


def test_escape_gives_up(demo_window, qtbot):
    demo_window.models.alarmEditor.create()
    model = editor(demo_window, qtbot, "김치")
    QTest.keyClick(demo_window.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not model.property("isOpen"))
    assert stored(demo_window) == []


def test_a_row_says_what_it_waits_for_and_what_comes_next(demo_window, qtbot):
    model = with_rule(demo_window, qtbot, KIMCHI)
    (row,) = rows(model, "rules")
    line = demo_window.arrived(f"rule.{row.key}", qtbot)
    assert spoken(line) == row.spokenText
    for part in ("재료 김치", row.nextText, row.productText, "알림 켜짐"):
        assert part in row.spokenText
    line.clicked.emit()
    assert demo_window.models.navigator.property("broadcast") == row.broadcast


def test_the_switch_keeps_the_rule_and_drops_its_reminders(demo_window, qtbot):
    model = with_rule(demo_window, qtbot, KIMCHI)
    key = rows(model, "rules")[0].key
    assert demo_window.box.databases.reminders.reminders()
    press(demo_window, qtbot, f"rule.switch.{key}")
    qtbot.waitUntil(lambda: not rows(model, "rules")[0].isOn)
    assert demo_window.box.databases.reminders.reminders() == ()


def test_a_removed_rule_comes_back_as_it_was(demo_window, qtbot):
    model = with_rule(demo_window, qtbot, RuleDraft(RuleKind.KEYWORD, "김치", 50000))
    press(demo_window, qtbot, f"rule.remove.{rows(model, 'rules')[0].key}")
    qtbot.waitUntil(lambda: state(model) == "none")
    toast = told(demo_window, qtbot)
    assert (toast.text, toast.action) == ("‘김치’ 알림 조건을 지웠어요.", "되돌리기")
    demo_window.models.notices.act(toast.key)
    qtbot.waitUntil(lambda: [row.limitText for row in rows(model, "rules")] == ["50,000원 이하"])


def test_a_rule_is_changed_where_it_stands(demo_window, qtbot):
    model = with_rule(demo_window, qtbot, KIMCHI)
    press(demo_window, qtbot, f"rule.edit.{rows(model, 'rules')[0].key}")
    form = editor(demo_window, qtbot)
    assert shown(demo_window, "alarm.text").property("text") == "김치"
    push(demo_window, qtbot, "alarm.channels")
    push(demo_window, qtbot, "alarm.channel.hmall")
    qtbot.waitUntil(lambda: form.property("channelsText") == "채널 1곳에서만")
    push(demo_window, qtbot, "alarm.save")
    qtbot.waitUntil(lambda: rows(model, "rules")[0].limitText == "현대홈쇼핑")


def test_a_broadcast_offers_its_food_and_then_leads_to_the_rule(demo_window, qtbot):
    chosen = next(b for b in later_today(demo_window) if demo_window.box.alarm_rules.food_of(b))
    detail = open_broadcast(demo_window, qtbot, chosen)
    food = detail.property("foodText")
    assert f"‘{food}’ 방송되면 알려 주기" in texts_below(demo_window.item("broadcast.wait"))
    press(demo_window, qtbot, "broadcast.wait")
    editor(demo_window, qtbot)
    push(demo_window, qtbot, "alarm.save")
    qtbot.waitUntil(lambda: detail.property("ruleId") > 0)
    assert f"‘{food}’ 알림 받는 중" in texts_below(demo_window.item("broadcast.wait"))


def test_a_search_that_finds_nothing_offers_to_wait_for_it(demo_window, qtbot):
    demo_window.models.search.ask("뜻모를낱말")
    model = on_page(demo_window, qtbot, "search", kinds=("none",))
    qtbot.waitUntil(lambda: model.property("stateAction") == "방송되면 알려 주기")
    action = next(
        item
        for item in demo_window.items()
        if is_seen(item)
        and item.property("text") == "방송되면 알려 주기"
        and item.activeFocusOnTab()
    )
    action.clicked.emit()
    form = editor(demo_window, qtbot)
    assert form.property("kind") == "keyword"
    assert shown(demo_window, "alarm.text").property("text") == "뜻모를낱말"


def test_every_control_of_the_editor_has_a_name_and_room_for_a_finger(demo_window, qtbot):
    QAccessible.setActive(True)
    try:
        demo_window.models.alarmEditor.createFor("고등")
        editor(demo_window, qtbot)
        demo_window.models.alarmEditor.chooseKind("ingredient")
        qtbot.waitUntil(lambda: is_seen(shown(demo_window, "alarm.suggestion.고등어")))
        push(demo_window, qtbot, "alarm.channels")
        qtbot.waitUntil(lambda: is_seen(shown(demo_window, "alarm.channel.hmall")))
        overlay = shown(demo_window, "alarm.page").parentItem()
        controls = [i for i in _below(overlay) if i.activeFocusOnTab() and is_seen(i)]
        assert len(controls) > 12
        for item in controls:
            assert spoken(item).strip(), item.objectName()
            assert item.height() >= 40, item.objectName()
    finally:
        QAccessible.setActive(False)


def test_the_list_is_one_stop_whose_buttons_follow_and_delete_takes_away(demo_window, qtbot):
    model = with_rule(demo_window, qtbot, KIMCHI, RuleDraft(RuleKind.KEYWORD, "갈비"))
    window = demo_window.window
    window.requestActivate()
    demo_window.item("rules.list").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    first, second = (row.key for row in rows(model, "rules"))
    qtbot.waitUntil(lambda: window.activeFocusItem().objectName() == f"rule.{first}")
    QTest.keyClick(window, Qt.Key.Key_Down)
    for name in ("rule.switch", "rule.edit", "rule.remove"):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        assert window.activeFocusItem().objectName() == f"{name}.{second}"
    QTest.keyClick(window, Qt.Key.Key_Up)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "rules")] == [second])
