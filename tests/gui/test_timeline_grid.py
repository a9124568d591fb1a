"""The timetable on a screen: what mouse, wheel, keys and screen readers find there."""

from __future__ import annotations

import PySide6.QtQuick  # noqa: F401  QML items arrive in Python as what they are
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from eats_desktop.app.qt.icon_provider import IconProvider
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.paths import bundle_root, resources
from eats_desktop.viewmodels.timeline_view_model import TimelineViewModel
from tests.helpers.broadcasts import at
from tests.helpers.timetable import TODAY, full_day, key, show

pytestmark = pytest.mark.gui

NOW = at(14, 20)
MOST = 200
QML = b"""
import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.schedule

Window {
    id: window

    required property TimelineViewModel timeline
    property string mode: "light"
    property real textScale: 1
    property string selected
    property bool shown: true
    property var opened: []
    property var wished: []

    visible: true
    color: Theme.bg

    Binding { target: Theme; property: "mode"; value: window.mode }
    Binding { target: Theme; property: "scale"; value: window.textScale }
    Button { id: before; objectName: "before"; text: "before"; height: 40 }
    Loader {
        anchors.fill: parent
        anchors.topMargin: 40
        anchors.bottomMargin: 40
        active: window.shown
        sourceComponent: TimelineGrid {
            timeline: window.timeline
            selected: window.selected
            onOpened: key => window.opened.push(key)
            onWishToggled: key => window.wished.push(key)
        }
    }
    Button { objectName: "after"; text: "after"; height: 40; anchors.bottom: parent.bottom }
}
"""


class Grid:
    """The window with the timetable, its view-model, and where things are on it."""

    def __init__(self, engine, model, qtbot):
        self.engine, self.model, self.qtbot = engine, model, qtbot
        self.window = engine.rootObjects()[0]
        self.window.requestActivate()
        qtbot.waitUntil(self.window.isActive)

    @property
    def sight(self):
        return self.model._sight

    @property
    def focused(self):
        return self.window.activeFocusItem().objectName()

    def told(self, name):
        return self.window.property(name).toVariant()

    def point(self, broadcast_key, right=30.0, down=30.0):
        """Where in the window a point of a card is."""
        place = self.model.table.place_of(broadcast_key).topLeft() + QPointF(right, down)
        corner = self.item("schedule.timeline").mapToScene(QPointF(160, 44))
        return (place - self.sight.topLeft() + corner).toPoint()

    def click(self, broadcast_key):
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=self.point(broadcast_key))

    def keys(self, *codes):
        for code in codes:
            QTest.keyClick(self.window, Qt.Key[f"Key_{code}"])

    def wheel(self, turn, modifiers=Qt.KeyboardModifier.NoModifier):
        spot = QPointF(600, 300)
        event = QWheelEvent(
            spot, spot, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(self.window, event)

    def item(self, name):
        return next((i for i in _items(self.window.contentItem()) if i.objectName() == name), None)

    def cells(self):
        return {row.key: row for row in self.model.property("cells").rows()}


def _items(item):
    """The item and all that it shows; those of a Repeater are no children of the QML object."""
    yield item
    for child in item.childItems():
        yield from _items(child)


def _spoken(item):
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


@pytest.fixture
def open_grid(qapp, qtbot):
    engines = []

    def make(broadcasts, *, size=(1280, 800), now=NOW, wished=(), zoomed=0, **properties):
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.addImageProvider("icon", IconProvider(resources() / "icons"))
        engine.addImportPath(str(bundle_root() / "ui"))
        model = TimelineViewModel(engine)
        model.show(TODAY, broadcasts, now, wished)
        model.zoom(zoomed, 0.0)
        width, height = size
        given = {"timeline": model, "width": width, "height": height, **properties}
        engine.setInitialProperties(given)
        engine.loadData(QML, QUrl("file:///timetable.qml"))
        return Grid(engine, model, qtbot)

    yield make
    for engine in engines:
        engine.rootObjects()[0].close()
        engine.deleteLater()
    QTest.qWait(0)


def afternoon():
    return [show(2, 840), show(2, 900), show(4, 850, 50), show(4, 930), show(6, 870)]


def test_the_table_opens_half_an_hour_before_now(open_grid):
    grid = open_grid(full_day())
    assert grid.sight.x() == (14 * 60 + 20 - 30) * 4


def test_a_table_that_is_shown_before_its_day_is_read_opens_at_now_too(open_grid):
    grid = open_grid([], shown=False)
    grid.window.setProperty("shown", True)
    grid.model.show(TODAY, full_day(), NOW, ())
    assert grid.sight.x() == 830 * 4


def test_a_table_that_comes_back_opens_at_now_again(open_grid):
    grid = open_grid(full_day())
    grid.model.scroll(-2000.0, 0.0)
    grid.window.setProperty("shown", False)
    grid.window.setProperty("shown", True)
    assert grid.sight.x() == 830 * 4


def test_a_click_opens_the_broadcast_under_it(open_grid):
    grid = open_grid(afternoon())
    grid.click(key(4, 930))
    assert grid.told("opened") == [key(4, 930)]
    assert grid.focused == f"slot.{key(4, 930)}"


def test_a_click_between_broadcasts_opens_nothing(open_grid):
    grid = open_grid(afternoon())
    spot = grid.point(key(6, 870), right=-40)
    QTest.mouseClick(grid.window, Qt.MouseButton.LeftButton, pos=spot)
    assert grid.told("opened") == []


def test_the_table_is_one_stop_of_the_tab_key(open_grid):
    grid = open_grid(afternoon())
    grid.item("before").forceActiveFocus()
    grid.keys("Tab")
    grid.qtbot.waitUntil(lambda: grid.focused.startswith("slot."))
    assert grid.item("timeline.ring").isVisible()
    grid.keys("Tab")
    assert grid.focused == "after"
    assert not grid.item("timeline.ring").isVisible()
    grid.keys("Backtab")
    assert grid.focused.startswith("slot.")
    grid.keys("Backtab")
    assert grid.focused == "before"


def test_arrows_move_the_focus_and_the_ring_from_broadcast_to_broadcast(open_grid):
    grid = open_grid(afternoon())
    grid.click(key(2, 840))
    seen = []
    for code in ("Right", "Down", "Down", "Up", "Left", "Home", "End"):
        grid.keys(code)
        seen.append(grid.focused.removeprefix("slot."))
        ring, item = grid.item("timeline.ring"), grid.item(grid.focused)
        assert (ring.x(), ring.y(), ring.width()) == (item.x(), item.y(), item.width())
    assert seen == [
        key(2, 900), key(4, 850), key(6, 870), key(4, 850), key(4, 850), key(4, 850), key(4, 930),
    ]  # fmt: skip


def test_enter_opens_w_wishes_n_comes_back_to_now(open_grid):
    grid = open_grid(full_day())
    grid.click(key(1, 864))
    grid.keys("W", "Return", "Home")
    assert grid.told("wished") == [key(1, 864)]
    assert grid.told("opened") == [key(1, 864)] * 2
    assert grid.sight.x() == 0
    grid.keys("N")
    assert grid.sight.x() == 830 * 4
    assert grid.focused == f"slot.{key(1, 816)}"


def test_every_broadcast_in_sight_has_a_button_with_its_words_for_screen_readers(open_grid):
    grid = open_grid(afternoon(), selected=key(2, 900))
    QAccessible.setActive(True)
    for broadcast_key, cell in grid.cells().items():
        face = QAccessible.queryAccessibleInterface(grid.item(f"slot.{broadcast_key}"))
        assert face.role() == QAccessible.Role.Button
        assert _spoken(grid.item(f"slot.{broadcast_key}")) == cell.spokenText
    assert "나루2쇼핑 2번, 15:00부터 16:00까지" in grid.cells()[key(2, 900)].spokenText
    face = QAccessible.queryAccessibleInterface(grid.item(f"slot.{key(2, 900)}"))
    assert face.state().focusable
    face.actionInterface().doAction("Press")
    assert grid.told("opened") == [key(2, 900)]
    assert _spoken(grid.item("schedule.timeline")) == "시간표, 채널 3개, 방송 5개"
    assert _spoken(grid.item("channel.ch02")) == "나루2쇼핑 2번, 방송 2개"


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (3840, 2160)])
def test_the_fullest_day_makes_no_more_than_200_items(open_grid, size):
    grid = open_grid(full_day(), size=size)
    grid.model.zoom(-9, 0.0)
    for x in range(0, 3000, 400):
        grid.model.scroll(400.0 if x else 0.0, 0.0)
        items = [i for i in _items(grid.window.contentItem()) if i.objectName()[:5] == "slot."]
        assert 0 < len(items) <= MOST


def test_a_minute_later_the_items_are_the_same_ones(open_grid):
    grid = open_grid(full_day())
    grid.click(key(1, 864))
    before = {name: grid.item(f"slot.{name}") for name in grid.cells()}
    grid.model.show(TODAY, full_day(), at(14, 21), {BroadcastId.parse(key(1, 864))})
    assert {name: grid.item(f"slot.{name}") for name in grid.cells()} == before
    assert grid.focused == f"slot.{key(1, 864)}"
    assert "찜함" in grid.cells()[key(1, 864)].spokenText


def test_the_keyboard_stays_in_the_table_when_its_broadcast_goes(open_grid):
    grid = open_grid(afternoon())
    grid.click(key(4, 930))
    grid.model.show(TODAY, [show(2, 840), show(4, 850, 50)], NOW, ())
    grid.qtbot.waitUntil(lambda: grid.focused == f"slot.{key(4, 850)}")


def test_the_wheel_scrolls_down_shift_aside_and_ctrl_zooms(open_grid):
    grid = open_grid(full_day())
    begun = grid.sight.topLeft()
    grid.wheel(-120)
    grid.qtbot.waitUntil(lambda: grid.sight.y() > 0)
    assert grid.sight.x() == begun.x()
    grid.wheel(120, Qt.KeyboardModifier.ShiftModifier)
    assert grid.sight.x() == begun.x() - 120
    grid.wheel(120, Qt.KeyboardModifier.ControlModifier)
    assert grid.model.property("hourWidth") == pytest.approx(60 * 4.8)
    assert grid.window.property("textScale") == 1


def test_dragging_pans_and_opens_nothing(open_grid):
    grid = open_grid(full_day())
    begun = grid.sight.x()
    QTest.mousePress(grid.window, Qt.MouseButton.LeftButton, pos=QPoint(900, 300))
    for x in range(890, 500, -30):
        QTest.mouseMove(grid.window, QPoint(x, 300), 5)
    QTest.mouseRelease(grid.window, Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    assert grid.sight.x() > begun + 100
    assert grid.told("opened") == []


def test_the_line_of_now_lies_behind_the_cards(open_grid):
    live = key(4, 850)
    grid = open_grid(afternoon())
    now = 860 * 4 - 850 * 4
    image = grid.window.grabWindow()
    live_colour = QColor("#B3001B")
    assert image.pixelColor(grid.point(live, right=now, down=1)) == live_colour
    assert image.pixelColor(grid.point(live, right=now, down=8)) == QColor("#FFFFFF")


def _fresh(open_grid, grid, *arguments, **properties):
    """The picture of a window that opens with these properties, scrolled to where `grid` is."""
    other = open_grid(*arguments, **properties)
    there = grid.sight.topLeft() - other.sight.topLeft()
    other.model.scroll(there.x(), there.y())
    assert other.sight == grid.sight
    return other.window.grabWindow()


def test_zooming_leaves_nothing_painted_before_standing(open_grid):
    grid = open_grid(full_day())
    grid.window.grabWindow()
    grid.model.zoom(-2, 300.0)
    seen = grid.window.grabWindow()
    assert seen == _fresh(open_grid, grid, full_day(), zoomed=-2)


def test_news_are_painted_at_once_where_the_reader_is(open_grid):
    news = {
        "broadcasts": [*afternoon()[:-1], show(6, 870, cancelled_at=NOW)],
        "now": at(14, 40),
        "wished": {show(4, 930).id},
    }
    grid = open_grid(afternoon())
    grid.window.grabWindow()
    grid.model.show(TODAY, **news)
    seen = grid.window.grabWindow()
    assert seen == _fresh(open_grid, grid, **news)


def test_the_chosen_broadcast_is_painted_so(open_grid):
    grid = open_grid(afternoon())
    before = grid.window.grabWindow()
    grid.window.setProperty("selected", key(2, 900))
    seen = grid.window.grabWindow()
    assert seen != before
    assert seen == _fresh(open_grid, grid, afternoon(), selected=key(2, 900))


def test_a_change_of_theme_repaints_the_cards(open_grid):
    grid = open_grid(afternoon())
    grid.window.grabWindow()
    grid.window.setProperty("mode", "dark")
    assert grid.window.grabWindow() == open_grid(afternoon(), mode="dark").window.grabWindow()


@pytest.mark.parametrize(("mode", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_all_states_are_painted_in_every_theme_and_text_size(open_grid, mode, scale, size):
    shows = [
        *afternoon(),
        show(2, 780, 50),
        show(4, 780, 15),
        show(8, 840, cancelled_at=NOW),
        show(8, 900, cancelled_at=NOW, moved_to=at(20)),
        show(8, 864, products=(), title="오늘의 밥상"),
    ]
    wished = {show(4, 850, 50).id}
    grid = open_grid(
        shows, size=size, wished=wished, selected=key(2, 900), mode=mode, textScale=scale
    )
    image = grid.window.grabWindow()
    colours = {image.pixelColor(x, y).name() for x in range(400, 900, 3) for y in range(90, 400, 3)}
    assert len(colours) > 10
    assert grid.model.property("laneHeight") >= 90 * scale + 24
