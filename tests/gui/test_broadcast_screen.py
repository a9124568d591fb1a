"""방송 상세: what it shows of a broadcast in each of its states, and what can be done there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import BroadcastId, BroadcastState, ProductRole
from tests.gui.conftest import EVENING
from tests.helpers.browsing import (
    fail_a_search,
    is_seen,
    later_today,
    on_page,
    open_broadcast,
    overlay_items,
    press,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    today,
    told,
    unreadable,
    web_browser,
)
from tests.helpers.faulty_sites import FaultySites
from tests.helpers.listings import product
from tests.helpers.storage_builders import OTHER, airing, put
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui


@pytest.fixture
def editable(qtbot, qapp, tmp_path):
    """A window over sites whose schedule a test can change."""
    with open_window(tmp_path, EVENING, sites=FaultySites) as window:
        window.synchronise(1)
        yield window


def movable(window):
    """A slot of a seller that is still to come, and the day it can be edited in."""
    for channel in ("nsmall", "hnsmall", "hmall"):
        day = window.sites.edit(channel, EVENING.date())
        for slot in day.slots():
            broadcast_id = BroadcastId(channel, slot.starts_at)
            known = window.box.databases.schedule.broadcast(broadcast_id)
            late = slot.starts_at > EVENING + timedelta(minutes=95)
            if late and slot.is_food and known is not None and known.products:
                return day, slot, broadcast_id
    raise AssertionError("no slot is left today")


def answer(window, qtbot, name):
    """Answer the question whether to leave; return what its code says."""
    in_popup = lambda wanted: next(  # noqa: E731
        (i for i in overlay_items(window) if i.objectName() == wanted and is_seen(i)), None
    )
    qtbot.waitUntil(lambda: in_popup(name) is not None)
    code = in_popup("qr").property("text")
    in_popup(name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: in_popup(name) is None)
    return code


def synchronise_twice(window):
    """A slot must be missing from two answers before it counts as gone."""
    for _ in range(2):
        window.clock.advance(timedelta(minutes=40))
        window.synchronise(2)


def test_a_detail_shows_state_day_hours_name_price_and_products(demo_window, qtbot):
    chosen = next(b for b in later_today(demo_window) if len(b.food_products) > 1)
    detail = open_broadcast(demo_window, qtbot, chosen)
    row = rows(detail, "card")[0]
    seen = texts_below(demo_window.item("broadcast"))
    assert row.stateText in seen
    assert f"{row.channel} {row.channelNo}번" in seen
    assert f"{detail.property('dayText')} {row.timeText}" in seen
    assert row.title in seen
    assert row.priceText in seen
    assert f"이 방송의 상품 {len(chosen.food_products)}개" in seen
    assert [r.name for r in rows(detail, "products")] == [p.name for p in chosen.food_products]
    assert detail.property("sourceText") in seen
    assert detail.property("countdownText").endswith("뒤에 시작해요")


def test_what_is_on_air_says_how_long_once(demo_window, qtbot):
    now = demo_window.clock.now()
    live = next(b for b in today(demo_window) if b.state_at(now) is BroadcastState.LIVE)
    detail = open_broadcast(demo_window, qtbot, live)
    said = [text for text in texts_below(demo_window.item("broadcast")) if "남" in text]
    assert said == [rows(detail, "card")[0].stateText]


def test_a_slot_of_the_guide_alone_says_that_its_products_are_unknown(demo_window, qtbot):
    lone = next(b for b in today(demo_window) if not b.products)
    detail = open_broadcast(demo_window, qtbot, lone)
    assert detail.property("products").rowCount() == 0
    note = demo_window.item("broadcast.guideOnly")
    qtbot.waitUntil(lambda: is_seen(note))
    assert spoken(note).startswith("편성 정보 (상품 미확인)")


def test_products_that_are_no_food_are_left_out_and_counted(demo_window, qtbot):
    starts_at = EVENING.replace(second=0) + timedelta(hours=30)
    food, pan = product("1"), product("2", "통주물 프라이팬 3종", role=ProductRole.SIDE)
    put(demo_window.box.databases, airing(starts_at, food, pan), readings={"2": OTHER})
    detail = open_broadcast(demo_window, qtbot, BroadcastId("hmall", starts_at))
    assert [row.name for row in rows(detail, "products")] == [food.name]
    qtbot.waitUntil(
        lambda: "식품이 아닌 상품 1개는 뺐어요." in texts_below(demo_window.item("broadcast"))
    )


def test_a_heart_in_the_detail_brings_the_alarm_switch_and_the_way_back(demo_window, qtbot):
    chosen = later_today(demo_window)[0]
    detail, box = open_broadcast(demo_window, qtbot, chosen), demo_window.box
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("broadcast.alarm")))
    press(demo_window, qtbot, "broadcast.wish")
    qtbot.waitUntil(lambda: detail.property("wishId") > 0)
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert (told(demo_window, qtbot, 0).text[:5], told(demo_window, qtbot, 0).action) == (
        "찜했어요.",
        "되돌리기",
    )
    assert demo_window.item("broadcast.wish").property("text") == "찜 풀기"
    assert len(box.databases.reminders.reminders()) == 2
    press(demo_window, qtbot, "broadcast.alarm")
    qtbot.waitUntil(lambda: not detail.property("alarmOn"))
    assert box.databases.reminders.reminders() == ()
    assert told(demo_window, qtbot).text == "알림을 껐어요. 찜은 그대로예요."
    demo_window.models.notices.act(told(demo_window, qtbot, 0).key)
    qtbot.waitUntil(lambda: box.wishes.wishlist() == ())
    qtbot.waitUntil(lambda: detail.property("wishId") == 0)


def test_a_product_can_be_followed_beyond_this_broadcast(demo_window, qtbot):
    chosen = later_today(demo_window)[0]
    key = str(chosen.food_products[0].key)
    detail = open_broadcast(demo_window, qtbot, chosen)
    assert spoken(demo_window.item(f"product.wish.{key}")).startswith("이 상품 방송마다 알림: ")
    press(demo_window, qtbot, f"product.wish.{key}")
    qtbot.waitUntil(lambda: rows(detail, "products")[0].isWished)
    assert demo_window.box.wishes.wished_products() == {chosen.food_products[0].key}
    assert not rows(detail, "card")[0].isWished
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert told(demo_window, qtbot, 0).text == "이 상품이 방송될 때마다 알려 드릴게요."


def test_the_phone_number_comes_when_asked_for_in_large_type(qtbot, qapp, tmp_path):
    known = '[[channel]]\nchannel_id = "nsmall"\norder_phone = "080-123-4567"\n'
    (tmp_path / "channels.toml").write_text(known, encoding="utf-8")
    with open_window(tmp_path, EVENING) as window:
        window.synchronise(1)
        by_phone = next(b for b in today(window) if b.id.channel_id == "nsmall")
        without = next(b for b in today(window) if b.id.channel_id != "nsmall")
        open_broadcast(window, qtbot, by_phone)
        qtbot.waitUntil(lambda: not is_seen(window.item("broadcast.number")))
        press(window, qtbot, "broadcast.phone")
        number = window.item("broadcast.number")
        assert spoken(number) == "080-123-4567 이 번호로 전화하면 주문할 수 있어요."
        qtbot.waitUntil(lambda: is_seen(window.item("broadcast.phoneNumber")))
        assert window.item("broadcast.phoneNumber").property("text") == "080-123-4567"
        press(window, qtbot, "broadcast.copyPhone")
        assert QGuiApplication.clipboard().text() == "080-123-4567"
        assert told(window, qtbot).text == "복사했어요: 080-123-4567"
        open_broadcast(window, qtbot, without)
        qtbot.waitUntil(lambda: not is_seen(window.item("broadcast.number")))
        press(window, qtbot, "broadcast.phone")
        words = "전화번호 정보가 없어요. 판매처 화면에서 확인해 주세요."
        assert texts_below(window.item("broadcast.number")) == [words]


def test_the_seller_opens_in_the_browser_and_the_screen_says_so_before(demo_window, qtbot):
    chosen = later_today(demo_window)[0]
    open_broadcast(demo_window, qtbot, chosen)
    words = "판매처 화면으로 이동해요. 주문과 결제는 그곳에서 이뤄져요."
    qtbot.waitUntil(lambda: words in texts_below(demo_window.item("broadcast")))
    links = [chosen.headline.product_url, chosen.food_products[-1].product_url]
    with web_browser() as browser:
        press(demo_window, qtbot, "broadcast.seller")
        answer(demo_window, qtbot, "handOver.no")
        assert browser.visited == []
        press(demo_window, qtbot, "broadcast.seller")
        code = answer(demo_window, qtbot, "handOver.yes")
        assert code == links[0]
        press(demo_window, qtbot, f"product.seller.{chosen.food_products[-1].key}")
        answer(demo_window, qtbot, "handOver.yes")
    assert browser.visited == links


def test_j12_a_moved_broadcast_says_so_and_leads_to_where_it_went(editable, qtbot):
    day, slot, old = movable(editable)
    editable.box.tasks.write_now(lambda: editable.box.wishes.wish_broadcast(old))
    later = slot.starts_at + timedelta(hours=14)
    day.move(slot.index, later)
    synchronise_twice(editable)
    detail = open_broadcast(editable, qtbot, old)
    assert rows(detail, "card")[0].stateKind == "moved"
    qtbot.waitUntil(lambda: not is_seen(editable.item("broadcast.wish")))
    words = spoken(editable.item("broadcast.change")).replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("방송 시간이 바뀌었어요: 11/25(수) ")
    assert words.endswith(f"→ 11/26(목) {later:%H:%M}")
    press(editable, qtbot, "broadcast.moved")
    new = replace(old, starts_at=later)
    qtbot.waitUntil(lambda: [row.key for row in rows(detail, "card")] == [str(new)])
    assert detail.property("bannerText").startswith("방송 시간이 바뀌었어요 (전: ")
    qtbot.waitUntil(lambda: not is_seen(editable.item("broadcast.moved")))
    assert detail.property("wishId") > 0


def test_j12_a_cancelled_broadcast_says_so_and_cannot_be_wished(editable, qtbot):
    day, slot, gone = movable(editable)
    day.remove(slot.index)
    synchronise_twice(editable)
    detail = open_broadcast(editable, qtbot, gone)
    assert detail.property("bannerKind") == "cancelled"
    assert rows(detail, "card")[0].stateText == "방송 취소"
    qtbot.waitUntil(lambda: is_seen(editable.item("broadcast.change")))
    qtbot.waitUntil(lambda: not is_seen(editable.item("broadcast.wish")))
    qtbot.waitUntil(lambda: not is_seen(editable.item("broadcast.moved")))


def test_later_airings_name_their_day_and_lead_there(demo_window, qtbot):
    for broadcast in today(demo_window):
        if broadcast.products and demo_window.box.schedule.detail(broadcast.id).next_airings:
            break
    detail = open_broadcast(demo_window, qtbot, broadcast)
    following = rows(detail, "laterAirings")
    assert 0 < len(following) <= 5
    assert all(row.timeText.startswith(("오늘 ", "내일 ", "11/")) for row in following)
    assert all(row.spokenText.startswith(("오늘, ", "내일, ", "11/")) for row in following)
    demo_window.arrived(f"line.{following[0].key}", qtbot).opened.emit()
    qtbot.waitUntil(lambda: detail.property("key") == following[0].key)


def test_what_is_over_offers_its_next_airing(demo_window, qtbot):
    for broadcast in today(demo_window):
        following = demo_window.box.schedule.detail(broadcast.id).next_airings
        if broadcast.products and following:
            break
    demo_window.travel(seconds=(broadcast.ends_at - demo_window.clock.now()).total_seconds() + 1)
    following = demo_window.box.schedule.detail(broadcast.id).next_airings
    detail = open_broadcast(demo_window, qtbot, broadcast)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("broadcast.next")))
    moment = f"{following[0].starts_at:%H:%M}"
    words = demo_window.item("broadcast.next").property("text")
    assert (words[:7], words[-5:]) == ("다음 방송: ", moment)
    press(demo_window, qtbot, "broadcast.next")
    qtbot.waitUntil(lambda: detail.property("key") == str(following[0].id))


def test_a_broadcast_that_is_not_there_fails_in_words(demo_window, qtbot):
    demo_window.models.navigator.open("hmall-20200101T0900")
    qtbot.waitUntil(lambda: state(demo_window.models.broadcast) == "error")
    assert "찾으시는 것이 없어요." in demo_window.models.broadcast.property("stateTitle")
    assert demo_window.models.broadcast.property("stateAction") == "다시 시도"
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("broadcast.phone")))


def test_a_failing_read_keeps_what_was_shown_and_a_first_one_can_be_tried_again(demo_window, qtbot):
    first, second = later_today(demo_window)[:2]
    detail = open_broadcast(demo_window, qtbot, first)
    shown = rows(detail, "card")
    with unreadable(demo_window.box.databases.catalog):
        detail.refresh()
        demo_window.models.navigator.open(str(second.id))
        qtbot.waitUntil(lambda: state(detail) == "error")
        demo_window.models.navigator.open(str(first.id))
        qtbot.waitUntil(lambda: state(detail) == "error")
    detail.retry()
    qtbot.waitUntil(lambda: rows(detail, "card") == shown)
    with unreadable(demo_window.box.databases.catalog):
        detail.refresh()
        fail_a_search(demo_window, qtbot)
    assert state(detail) == "ready"
    assert rows(detail, "card") == shown


def test_every_control_of_the_detail_has_a_name(demo_window, qtbot):
    open_broadcast(demo_window, qtbot, later_today(demo_window)[0])
    QAccessible.setActive(True)
    try:
        controls = [i for i in demo_window.items() if is_seen(i) and i.activeFocusOnTab()]
        assert [i.objectName() for i in controls if not spoken(i).strip()] == []
        assert spoken(demo_window.item("broadcast.close")) == "방송 상세 닫기"
    finally:
        QAccessible.setActive(False)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 100), (1100, 800, 100), (1024, 640, 150), (640, 480, 200)],
)
def test_nothing_reaches_over_the_edge_at_any_size(demo_window, qtbot, width, height, size):
    demo_window.models.look.chooseTextScale(size)
    demo_window.window.resize(width, height)
    chosen = max(later_today(demo_window), key=lambda b: len(b.products))
    open_broadcast(demo_window, qtbot, chosen)
    screen = demo_window.item("broadcast")
    frame = screen.mapRectToScene(screen.boundingRect())
    for item in demo_window.items():
        if is_seen(item) and screen.isAncestorOf(item) and not item.childItems():
            place = item.mapRectToScene(QRectF(0, 0, item.width(), 1))
            assert place.left() >= frame.left() - 1, item.objectName()
            assert place.right() <= frame.right() + 1, texts_below(item)


def test_over_the_whole_page_the_arrows_scroll_and_escape_closes(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    on_page(demo_window, qtbot, "schedule")
    open_broadcast(demo_window, qtbot, later_today(demo_window)[0])
    demo_window.window.requestActivate()
    scroll = demo_window.item("broadcast.scroll")
    qtbot.waitUntil(scroll.hasActiveFocus)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Down)
    assert scroll.property("contentY") > 0
    QTest.keyClick(demo_window.window, Qt.Key.Key_Escape)
    assert demo_window.models.navigator.property("broadcast") == ""
