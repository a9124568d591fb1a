"""What the timetable tells its window: where to go, what is in sight, what a key means."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from eats_desktop.viewmodels.timeline_rows import MOST_CELLS
from eats_desktop.viewmodels.timeline_view_model import TimelineViewModel
from tests.helpers.broadcasts import at
from tests.helpers.timetable import TODAY, full_day, key, show

NOW = at(14, 20)
SIGHT = (1000.0, 500.0)


class Watched:
    """A timetable and what it asked of its window."""

    def __init__(self, model):
        self.model = model
        self.places, self.opened, self.wishes, self.today = [], [], [], []
        model.placeWanted.connect(self._go)
        model.opened.connect(self.opened.append)
        model.wishToggled.connect(self.wishes.append)
        model.todayWanted.connect(lambda: self.today.append(True))

    def _go(self, x, y):
        self.places.append((x, y))
        self.model.see(x, y, *SIGHT)

    def show(self, broadcasts, now=NOW, wished=(), day=TODAY):
        self.model.show(day, broadcasts, now, wished)

    def look(self, x=0.0, y=0.0, sight=SIGHT):
        self.model.see(x, y, *sight)

    def press(self, code, letters=True, modifiers=0):
        return self.model.press(code, modifiers, letters)

    def rows(self, name):
        return {row.key: row for row in self.model.property(name).rows()}

    @property
    def current(self):
        return self.model.property("currentKey")


@pytest.fixture
def timetable(qapp):
    model = TimelineViewModel(qapp)
    yield Watched(model)
    model.deleteLater()


def test_today_opens_half_an_hour_before_now(timetable):
    timetable.show(full_day())
    timetable.look()
    assert timetable.places == [((14 * 60 + 20 - 30) * 4.0, 0.0)]


def test_another_day_opens_at_its_first_broadcast(timetable):
    timetable.show([show(2, 540), show(4, 500)], now=at(14, 20, day=-1))
    timetable.look()
    assert timetable.places == [(495 * 4.0, 0.0)]
    assert not timetable.model.property("isToday")


def test_an_evening_alone_opens_where_it_begins_not_at_an_empty_now(timetable):
    timetable.show([show(2, 18 * 60)], now=at(9))
    timetable.look()
    assert timetable.places == [((18 * 60 - 5) * 4.0, 0.0)]


def test_a_new_day_goes_to_its_own_opening_place(timetable):
    timetable.show([show(2, 540)], now=at(14, 20, day=-1))
    timetable.look()
    timetable.show([show(2, 1440 + 60)], now=at(14, 20, day=-1), day=at(0, day=1).date())
    assert timetable.places[-1] == (55 * 4.0, 0.0)


def test_a_minute_later_nothing_is_rebuilt_and_the_reader_stays_where_he_is(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(1200.0, 300.0)
    timetable.places.clear()
    cells = timetable.model.property("cells")
    QAbstractItemModelTester(cells, QAbstractItemModelTester.FailureReportingMode.Fatal, cells)
    events = []
    for name in ("modelReset", "rowsInserted", "rowsRemoved", "rowsMoved"):
        getattr(cells, name).connect(lambda *_a, name=name: events.append(name))
    timetable.show(full_day(), now=at(14, 21))
    assert events == []
    assert timetable.places == []
    assert isinstance(cells, QAbstractItemModel)


def test_a_channel_that_appears_above_does_not_push_away_what_is_read(timetable):
    shows = [show(number, 800) for number in range(4, 20)]
    timetable.show(shows)
    timetable.look()
    lane = timetable.model.property("laneHeight")
    timetable.look(3000.0, 3 * lane + 10)
    timetable.show([show(2, 800), *shows])
    assert timetable.places[-1] == (3000.0, 4 * lane + 10)


def test_what_a_filter_leaves_is_looked_up_when_nothing_of_it_is_in_sight(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(0.0, 0.0)
    timetable.show([show(2, 1150)])
    assert timetable.places[-1] == (1145 * 4.0, 0.0)


@pytest.mark.parametrize("sight", [(1120.0, 600.0), (1760.0, 880.0), (3680.0, 2000.0)])
@pytest.mark.parametrize("out", [0, -5])
def test_no_window_holds_more_than_200_cells_on_the_fullest_day(timetable, sight, out):
    timetable.show(full_day())
    timetable.look(sight=sight)
    timetable.model.zoom(out, 0.0)
    for x in range(0, 5000, 350):
        timetable.look(float(x), 120.0, sight)
        assert 0 < len(timetable.rows("cells")) <= MOST_CELLS
        assert timetable.current in timetable.rows("cells")


def test_cells_follow_what_is_in_sight(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(2 * 60 * 4.0, 0.0)
    cells = timetable.rows("cells")
    assert key(1, 2 * 60 + 24) in cells
    assert key(1, 20 * 60) not in cells
    assert "나루1쇼핑 1번" in cells[key(1, 2 * 60 + 24)].spokenText


def test_arrows_go_along_a_channel_and_across_channels(timetable):
    timetable.show([show(2, 600), show(2, 660), show(4, 630), show(6, 640)])
    timetable.look()
    timetable.press(Qt.Key.Key_Home)
    seen = [timetable.current]
    for code in ("Right", "Down", "Down", "Up", "Left", "End", "PageUp", "PageDown"):
        assert timetable.press(Qt.Key[f"Key_{code}"])
        seen.append(timetable.current)
    assert seen == [
        key(2, 600), key(2, 660), key(4, 630), key(6, 640), key(4, 630), key(4, 630), key(4, 630),
        key(2, 600), key(6, 640),
    ]  # fmt: skip


def test_the_keyboard_brings_into_sight_what_it_goes_to(timetable):
    timetable.show(full_day())
    timetable.look()
    for _step in range(12):
        timetable.press(Qt.Key.Key_Down)
    for _step in range(8):
        timetable.press(Qt.Key.Key_Right)
    place = timetable.model.property("currentPlace")
    x, y = timetable.places[-1]
    assert x <= place.left()
    assert place.right() <= x + SIGHT[0]
    assert y <= place.top()
    assert place.bottom() <= y + SIGHT[1]


def test_enter_opens_and_w_wishes_what_can_be_wished(timetable):
    timetable.show([show(2, 600), show(2, 900)])
    timetable.look()
    timetable.press(Qt.Key.Key_Home)
    timetable.press(Qt.Key.Key_W)
    timetable.press(Qt.Key.Key_Return)
    timetable.press(Qt.Key.Key_End)
    timetable.press(Qt.Key.Key_W)
    assert timetable.opened == [key(2, 600)]
    assert timetable.wishes == [key(2, 900)]


def test_letters_can_be_switched_off_and_other_keys_are_left_to_the_window(timetable):
    timetable.show([show(2, 900)])
    timetable.look()
    assert not timetable.press(Qt.Key.Key_W, letters=False)
    assert not timetable.press(Qt.Key.Key_Plus, modifiers=Qt.KeyboardModifier.ControlModifier.value)
    assert not timetable.press(Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier.value)
    assert not timetable.press(Qt.Key.Key_Tab)
    assert timetable.wishes == []


def test_n_jumps_to_now_and_asks_for_today_on_another_day(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(0.0, 0.0)
    timetable.press(Qt.Key.Key_Home)
    timetable.press(Qt.Key.Key_N)
    assert timetable.places[-1] == (830 * 4.0, 0.0)
    assert timetable.current == key(1, 816)
    assert timetable.today == []
    timetable.show(full_day(), now=at(14, day=1))
    timetable.press(Qt.Key.Key_N)
    assert timetable.today == [True]


def test_zooming_keeps_the_minute_under_the_pointer(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(2400.0, 0.0)
    timetable.model.zoom(1, 400.0)
    wide = timetable.model.property("hourWidth") / 60
    assert wide == pytest.approx(4.8)
    assert timetable.places[-1][0] == pytest.approx((2400 + 400) / 4 * 4.8 - 400)


def test_zoom_ends_at_its_limits(timetable):
    timetable.show(full_day())
    timetable.look()
    for steps, limit in ((20, 6.0), (-40, 2.4)):
        timetable.model.zoom(steps, 0.0)
        assert timetable.model.property("hourWidth") == pytest.approx(60 * limit)
    timetable.press(Qt.Key.Key_Plus)
    assert timetable.model.property("hourWidth") == pytest.approx(60 * 2.4 * 1.2)


def test_larger_text_gets_wider_minutes(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.model.setProperty("textScale", 1.5)
    assert timetable.model.property("hourWidth") == pytest.approx(360)


def test_the_keyboard_enters_at_something_in_sight(timetable):
    timetable.show(full_day())
    timetable.look()
    timetable.look(0.0, 600.0)
    timetable.model.enter()
    place = timetable.model.property("currentPlace")
    assert place.left() < SIGHT[0]
    assert place.bottom() > 600


def test_pointing_at_a_card_tells_all_of_its_text(timetable):
    timetable.show([show(2, 600, 15, name="산골 사과 부사 10kg 가정용 특별 구성")])
    timetable.model.hover(605 * 4.0, 20.0)
    assert "산골 사과 부사 10kg 가정용 특별 구성" in timetable.model.property("hoveredText")
    timetable.model.hover(300 * 4.0, 20.0)
    assert timetable.model.property("hoveredText") == ""
    assert timetable.model.property("hoveredKey") == ""


def test_an_empty_day_leaves_nothing_to_go_to(timetable):
    timetable.show([show(2, 600)])
    timetable.look()
    timetable.show([])
    assert timetable.press(Qt.Key.Key_Right)
    timetable.press(Qt.Key.Key_Return)
    timetable.model.enter()
    assert timetable.current == ""
    assert timetable.opened == []
    assert timetable.rows("channels") == {}
