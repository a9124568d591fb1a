"""검색: broadcasts and mall products that hold the words, nothing found, and what a click opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import BroadcastId
from tests.helpers.browsing import (
    is_seen,
    on_page,
    overlay_items,
    press,
    rows,
    spoken,
    state,
    texts_below,
    unreadable,
    web_browser,
)

pytestmark = pytest.mark.gui


def ask(window, qtbot, words, kind="ready"):
    model = window.models.search
    model.ask(words)
    on_page(window, qtbot, "search", kinds=(kind,))
    qtbot.waitUntil(lambda: words in model.property("headingText"))
    return model


def counts(model):
    return model.property("broadcastCount"), model.property("productCount")


def dishes(model):
    return model.property("recipeCount")


def over(window, name):
    """An item of what lies over the window."""
    return next((item for item in overlay_items(window) if item.objectName() == name), None)


def test_before_anything_is_asked_the_page_says_what_to_do(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "search", kinds=("none",))
    assert model.property("stateTitle") == "무엇을 찾으세요?"


def test_broadcasts_and_products_stand_side_by_side_under_their_counts(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    aired, sold = counts(model)
    assert len(rows(model, "broadcasts")) == aired > 0
    assert len(rows(model, "products")) == sold > 0
    count = aired + sold + dishes(model)
    assert model.property("headingText") == f"“김치” 검색 결과 {count}개"
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    titles = {f"방송 {aired}개", f"콕 상품 {sold}개", f"전체 {count}", f"방송 {aired}"}
    content = demo_window.window.contentItem()
    qtbot.waitUntil(lambda: titles <= set(texts_below(content)))


def test_every_airing_of_a_product_stands_below_its_first_in_the_order_of_time(demo_window, qtbot):
    found = rows(ask(demo_window, qtbot, "김치"), "broadcasts")
    assert found[0].isLead
    groups = []
    for row in found:
        if row.isLead:
            groups.append([])
        groups[-1].append(row)
    assert any(len(group) > 1 for group in groups)
    assert len({group[0].title for group in groups}) == len(groups)
    for group in groups:
        assert {row.title for row in group} == {group[0].title}
        ahead = [BroadcastId.parse(row.key).starts_at for row in group if not row.isOver]
        assert ahead == sorted(ahead)
        over = [row.isOver for row in group]
        assert over == sorted(over)


def test_a_hit_says_why_it_is_there_unless_its_name_does(demo_window, qtbot):
    found = rows(ask(demo_window, qtbot, "김치"), "broadcasts")
    whys = {row.title: row.whyText for row in found if row.isLead}
    assert whys["홍달래포기김치"] == ""
    beside = next(why for why in whys.values() if why.startswith("함께 방송하는"))
    row = next(row for row in found if row.whyText == beside)
    assert row.spokenText.endswith(beside)
    assert any(why.startswith("같은 식품") for why in whys.values())
    qtbot.waitUntil(lambda: beside in texts_below(demo_window.item("search.broadcasts")))


def test_words_taken_for_others_say_so_and_can_be_searched_as_they_are(demo_window, qtbot):
    model = ask(demo_window, qtbot, "고등아")
    assert (model.property("noteText"), model.property("noteAction")) == (
        "“고등어”로 찾았어요.",
        "original",
    )
    assert all("찾음" not in row.whyText for row in rows(model, "broadcasts"))
    press(demo_window, qtbot, "search.note.action")
    qtbot.waitUntil(lambda: model.property("noteAction") == "alarm")
    assert model.property("noteText") == "꼭 맞는 것은 없어서 가까운 것을 보여 드려요."
    assert "고등아" in model.property("headingText")
    reasons = [row.whyText for row in rows(model, "broadcasts") if row.isLead]
    assert reasons
    assert all(reason.endswith("뜻이 비슷해요") for reason in reasons)


def test_conditions_narrow_the_results_are_shown_as_chips_and_taken_back(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    before = counts(model)
    press(demo_window, qtbot, "search.conditions")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "conditions.time.ahead")))
    over(demo_window, "conditions.time.ahead").clicked.emit()
    over(demo_window, "conditions.kind.prepared").clicked.emit()
    qtbot.waitUntil(lambda: counts(model) < before and state(model) == "ready")
    assert not any(row.isOver for row in rows(model, "broadcasts"))
    over(demo_window, "conditions.done").clicked.emit()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.chip.time")))
    assert [row.text for row in rows(model, "chips")] == ["앞으로", "완제품"]
    press(demo_window, qtbot, "search.chip.time")
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "chips")] == ["kind"])
    press(demo_window, qtbot, "search.clear")
    qtbot.waitUntil(lambda: counts(model) == before)


def test_a_channel_narrows_broadcasts_to_its_own(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    channel = rows(model, "channels")[0]
    model.toggleChannel(channel.key)
    qtbot.waitUntil(lambda: {r.channel for r in rows(model, "broadcasts")} == {channel.text})
    assert len(rows(model, "channels")) > 1
    assert [row.text for row in rows(model, "chips")] == [channel.text]


def test_a_highest_price_leaves_nothing_dearer(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    model.choosePrice("10000")
    qtbot.waitUntil(lambda: [row.text for row in rows(model, "chips")] == ["1만원 이하"])
    qtbot.waitUntil(lambda: {len(r.priceText) for r in rows(model, "products")} <= {6, 7})
    assert rows(model, "products")


def test_health_supplements_are_shown_only_when_asked_for(demo_window, qtbot):
    def has_supplement():
        return any("프로바이오틱스" in row.name for row in rows(model, "products"))

    model = ask(demo_window, qtbot, "프로바이오틱스")
    assert rows(model, "products")
    assert not has_supplement()
    model.chooseSupplements("with")
    qtbot.waitUntil(has_supplement)
    assert [row.text for row in rows(model, "chips")] == ["건강기능식품 함께"]
    model.dropCondition("supplements")
    qtbot.waitUntil(lambda: not has_supplement())


def test_conditions_that_leave_nothing_say_so_and_can_be_cleared(demo_window, qtbot):
    model = ask(demo_window, qtbot, "도토리묵")
    model.chooseKind("prepared")
    qtbot.waitUntil(lambda: state(model) == "filtered")
    assert model.property("stateTitle") == "고른 조건에 맞는 결과가 없어요."
    model.clearConditions()
    qtbot.waitUntil(lambda: state(model) == "ready")


def test_the_next_words_are_asked_without_the_conditions_of_the_last(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    model.chooseTime("past")
    model.chooseScope("broadcasts")
    ask(demo_window, qtbot, "고등어")
    assert rows(model, "chips") == ()
    assert model.property("scope") == "all"


def test_a_word_like_it_is_offered_where_nothing_was_found(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김칫국물녀", kind="none")
    nearest = [row.key for row in rows(model, "nearest")]
    assert 0 < len(nearest) <= 3
    press(demo_window, qtbot, f"search.nearest.{nearest[0]}")
    qtbot.waitUntil(lambda: model.property("query") == nearest[0])
    qtbot.waitUntil(lambda: state(model) == "ready")
    assert demo_window.models.navigator.property("page") == "search"


def test_the_way_back_leads_to_the_words_before_and_the_box_says_them(demo_window, qtbot):
    model, navigator = demo_window.models.search, demo_window.models.navigator
    for words in ("김치", "고등어"):
        model.ask(words)
        navigator.search(words)
        qtbot.waitUntil(lambda words=words: words in model.property("headingText"))
    navigator.back()
    qtbot.waitUntil(lambda: "김치" in model.property("headingText"))
    assert demo_window.item("top.search").property("text") == "김치"
    assert demo_window.box.food.history.recent() == ("고등어", "김치")


def test_a_link_may_name_the_words(demo_window, qtbot):
    demo_window.models.navigator.follow("eats://search?q=%EA%B9%80%EC%B9%98")
    model = demo_window.models.search
    qtbot.waitUntil(lambda: "“김치”" in model.property("headingText"))
    assert demo_window.models.navigator.property("page") == "search"


def test_back_from_a_broadcast_the_list_stands_where_it_was(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    model = ask(demo_window, qtbot, "김치")
    listed = demo_window.arrived("search.broadcasts", qtbot)
    qtbot.waitUntil(lambda: listed.property("contentHeight") > 2 * listed.height())
    listed.setProperty("contentY", 300.0)
    demo_window.models.navigator.open(rows(model, "broadcasts")[2].key)
    qtbot.waitUntil(lambda: not is_seen(listed))
    demo_window.models.navigator.back()
    qtbot.waitUntil(lambda: is_seen(listed))
    demo_window.models.search.refresh()
    qtbot.wait(300)
    assert listed.property("contentY") == 300.0


def test_what_a_synchronisation_brings_is_found_at_once(bare_window, qtbot):
    model = bare_window.models.search
    model.ask("김치")
    on_page(bare_window, qtbot, "search", kinds=("none",))
    bare_window.synchronise(1)
    qtbot.waitUntil(lambda: state(model) == "ready")


def test_a_broadcast_that_was_found_says_its_day(demo_window, qtbot):
    found = rows(ask(demo_window, qtbot, "김치"), "broadcasts")
    assert {row.timeText.split()[0] for row in found} >= {"오늘", "내일"}
    assert all(row.spokenText.startswith(row.timeText.split()[0]) for row in found)


def test_where_there_is_no_room_the_first_products_stand_under_the_broadcasts(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    model = ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.products")))
    assert rows(model, "preview") == rows(model, "products")[:5]
    demo_window.item("search.broadcasts").positionViewAtEnd()
    press(demo_window, qtbot, "search.allProducts")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))
    press(demo_window, qtbot, "search.scope.broadcasts")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))


def test_words_that_nothing_holds_say_so_and_leave_no_old_rows(demo_window, qtbot):
    ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: demo_window.item("search.broadcasts").property("count") > 0)
    model = ask(demo_window, qtbot, "없는말", kind="none")
    assert model.property("stateTitle") == "“없는말”에 맞는 결과를 찾지 못했어요."
    assert rows(model, "broadcasts") == rows(model, "products") == ()
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))


def test_words_of_the_mall_alone_show_the_mall_alone(demo_window, qtbot):
    model = ask(demo_window, qtbot, "도토리묵")
    assert rows(model, "broadcasts") == ()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))
    assert model.property("noteText") == "앞으로 잡힌 방송은 아직 없어요."
    press(demo_window, qtbot, "search.note.action")
    editor = demo_window.models.alarmEditor
    qtbot.waitUntil(lambda: editor.property("isOpen"))
    assert editor.property("text") == "도토리묵"


def test_a_mall_product_opens_its_page_or_its_seller_and_promises_no_broadcast(demo_window, qtbot):
    row = rows(ask(demo_window, qtbot, "김치"), "products")[0]
    name = f"product.{row.key}"
    qtbot.waitUntil(lambda: is_seen(demo_window.item(name)))
    assert spoken(demo_window.item(name)) == row.spokenText
    qtbot.waitUntil(lambda: not is_seen(demo_window.item(f"product.wish.{row.key}")))
    with web_browser() as browser:
        press(demo_window, qtbot, f"product.seller.{row.key}")
    assert browser.visited == [row.link]
    assert row.link.startswith("https://")
    press(demo_window, qtbot, name)
    assert demo_window.models.navigator.property("product") == row.key
    qtbot.waitUntil(lambda: state(demo_window.models.product) == "ready")


def test_in_the_list_enter_opens_and_w_wishes(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    window = demo_window.window
    window.requestActivate()
    demo_window.item("search.broadcasts").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Down)
    chosen = rows(model, "broadcasts")[1]
    assert window.activeFocusItem().objectName() == f"line.{chosen.key}"
    QTest.keyClick(window, Qt.Key.Key_W)
    wished = demo_window.box.wishes.wished_broadcasts
    qtbot.waitUntil(lambda: [str(key) for key in wished()] == [chosen.key])
    qtbot.waitUntil(lambda: rows(model, "broadcasts")[1].isWished)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert demo_window.models.navigator.property("broadcast") == chosen.key


def test_a_failing_first_read_says_so_and_can_be_tried_again(demo_window, qtbot):
    model = demo_window.models.search
    with unreadable(demo_window.box.databases.catalog):
        model.ask("김치")
        qtbot.waitUntil(lambda: state(model) == "error")
        assert model.property("stateAction") == "다시 시도"
    model.retry()
    qtbot.waitUntil(lambda: state(model) == "ready")
    assert rows(model, "broadcasts")
