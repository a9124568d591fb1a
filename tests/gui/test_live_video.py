"""J01 (1-3) through the window: a live picture on the page, small in a corner, over everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import BroadcastState
from tests.helpers.browsing import (
    is_seen,
    later_today,
    on_page,
    open_broadcast,
    press,
    spoken,
    state,
    texts_below,
    today,
    told,
)
from tests.helpers.streams import LivePicture, make_segments

pytestmark = pytest.mark.gui


@pytest.fixture(scope="session")
def segments(tmp_path_factory):
    return make_segments(tmp_path_factory.mktemp("hls"))


@pytest.fixture
def picture(segments):
    with LivePicture(segments) as running:
        yield running


@pytest.fixture
def watching(demo_window, picture):
    """The window of a shopper who turned live pictures on, and a broadcast that is on air."""
    live = on_air(demo_window)
    demo_window.box.streams.service.set_address(live.channel.channel_id, picture.url)
    demo_window.box.settings.update("playback", live=True)
    demo_window.live = live
    return demo_window


def on_air(window):
    now = window.clock.now()
    live = (b for b in today(window) if b.state_at(now) is BroadcastState.LIVE and b.products)
    return max(live, key=lambda b: b.ends_at)


def is_playing(window):
    return window.models.player.property("phase") == "playing"


def colour(window, name="video.picture"):
    """What the window shows in the middle of the picture: "red", "blue" or something else."""
    item = window.item(name)
    if not is_seen(item):
        return None
    spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    seen = window.window.grabWindow().pixelColor(spot)
    return "red" if seen.red() > 200 > 60 > seen.blue() else (
        "blue" if seen.blue() > 200 > 60 > seen.red() else seen.name()
    )  # fmt: skip


def test_j01_a_live_picture_starts_silently_and_comes_along(watching, qtbot):
    player, models = watching.models.player, watching.models
    on_page(watching, qtbot, "schedule")
    open_broadcast(watching, qtbot, watching.live)
    qtbot.waitUntil(lambda: is_playing(watching), timeout=8000)
    assert (player.property("where"), player.property("muted")) == ("page", True)
    seen = set()
    qtbot.waitUntil(lambda: seen.add(colour(watching)) or {"red", "blue"} <= seen)
    qtbot.waitUntil(lambda: not is_seen(watching.item("gallery")))

    press(watching, qtbot, "video.dock")
    qtbot.waitUntil(lambda: is_seen(watching.item("mini")))
    mini = watching.item("mini")
    assert (round(mini.width()), watching.item("gallery").isVisible()) == (400, True)
    assert spoken(mini) == f"작은 영상: {watching.live.display_title}"
    models.navigator.openProduct(str(watching.live.products[0].key))
    qtbot.waitUntil(lambda: state(models.product) == "ready")
    assert player.property("where") == "mini"
    assert watching.item("mini") is mini
    assert colour(watching) in ("red", "blue")

    before = (mini.x(), mini.y())
    press(watching, qtbot, "mini.move")
    assert (mini.x(), mini.y()) == (16, before[1])
    mini.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(watching.window, Qt.Key.Key_P)
    assert player.property("phase") == "paused"
    press(watching, qtbot, "mini.expand")
    qtbot.waitUntil(lambda: player.property("where") == "page")
    assert models.navigator.property("broadcast") == str(watching.live.id)
    press(watching, qtbot, "video.close")
    assert player.property("key") == ""
    qtbot.waitUntil(lambda: is_seen(watching.item("video.watch")))


def test_over_everything_and_back_by_escape_and_resting_while_nobody_looks(watching, qtbot):
    player = watching.models.player
    open_broadcast(watching, qtbot, watching.live)
    qtbot.waitUntil(lambda: is_playing(watching), timeout=8000)
    press(watching, qtbot, "video.full")
    full = watching.arrived("video.over", qtbot)
    assert (full.width(), full.height()) == (watching.window.width(), watching.window.height())
    QTest.keyClick(watching.window, Qt.Key.Key_Escape)
    assert player.property("where") == "page"
    watching.window.hide()
    assert (player.property("where"), player.property("phase")) == ("", "paused")
    watching.window.show()
    qtbot.waitUntil(lambda: is_playing(watching), timeout=8000)


def test_a_narrow_window_has_a_strip_and_the_end_of_the_slot_closes_it(watching, qtbot):
    player = watching.models.player
    watching.window.resize(1024, 640)
    watching.models.look.chooseTextScale(150)
    open_broadcast(watching, qtbot, watching.live)
    qtbot.waitUntil(lambda: player.property("phase") in ("loading", "playing"))
    player.dock()
    watching.models.navigator.go("cart")
    qtbot.waitUntil(lambda: is_seen(watching.item("mini")))
    strip = watching.item("mini")
    assert (round(strip.width()), round(strip.height())) == (watching.window.width(), 108)
    watching.clock.advance(watching.live.ends_at - watching.clock.now())
    player.tick()
    assert player.property("key") != ""
    watching.travel(seconds=60)
    player.tick()
    assert player.property("key") == ""
    title = watching.live.display_title
    assert told(watching, qtbot).text == f"‘{title}’ 방송이 끝나 영상을 닫았어요."
    qtbot.waitUntil(lambda: watching.item("mini") is None)


def test_without_an_address_the_poster_says_so_and_nothing_is_loaded(demo_window, qtbot):
    open_broadcast(demo_window, qtbot, on_air(demo_window))
    words = "이 방송은 영상을 볼 수 없어요. (VID-01)"
    qtbot.waitUntil(lambda: is_seen(demo_window.item("video.none")))
    assert texts_below(demo_window.item("video.none")) == [words]
    open_broadcast(demo_window, qtbot, later_today(demo_window)[0])
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("video.none")))
    assert demo_window.models.player._engine.media is None


def test_addresses_are_kept_in_the_table_of_the_data_folder(demo_window, qtbot):
    demo_window.models.navigator.go("settings")
    press(demo_window, qtbot, "playback.addresses")
    press(demo_window, qtbot, "playback.live")
    entry = demo_window.arrived("playback.address.hmall", qtbot)
    entry.setProperty("text", "http://tv.example/live.m3u8")
    press(demo_window, qtbot, "playback.keep.hmall")
    assert told(demo_window, qtbot).text == "영상 주소는 https로 시작해야 해요."
    entry = demo_window.item("playback.address.hmall")
    entry.setProperty("text", "https://tv.example/live.m3u8")
    press(demo_window, qtbot, "playback.keep.hmall")
    qtbot.waitUntil(lambda: told(demo_window, qtbot).text == "영상 주소를 적어 뒀어요.")
    kept = (demo_window.box.data_dir / "channels.toml").read_text("utf-8")
    assert 'stream_url = "https://tv.example/live.m3u8"' in kept
    assert demo_window.box.settings.current.playback.live
    assert demo_window.box.streams.address("hmall") == "https://tv.example/live.m3u8"
