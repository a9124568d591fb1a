"""Which picture is open and where, by what the shopper does and what the clock says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject

from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.playback import Signal
from eats_desktop.jobs.task_runner import Outcome
from eats_desktop.services.settings import PlaybackSettings
from eats_desktop.viewmodels.live_player import LivePlayer
from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
from eats_desktop.viewmodels.watchable import Watchable
from tests.helpers.broadcasts import broadcast

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 25, 20, 0, 30, tzinfo=KST)
END = NOW.replace(second=0) + timedelta(minutes=40)


class Screen:
    """A decoder that shows whatever it is told to."""

    has_sound, frame = True, None

    def __init__(self):
        self.open = None
        self.sound = None

    def start(self, address):
        self.open = address

    def stop(self):
        self.open = None

    def set_sound(self, volume, *, muted):
        self.sound = (volume, muted)

    def close(self):
        self.open = None


class Room(SimpleNamespace):
    """A shopper before the player; `goes` is where they go, `is_shown` what they see there."""

    def goes(self, page, broadcast=None):
        self.player.visit(broadcast.key if broadcast else "", page)
        self.player.offer(None)
        self.player.offer(broadcast)

    def plays(self, broadcast):
        self.goes("schedule", broadcast)
        self.player._engine.tell(Signal.FRAME)
        assert self.player.property("phase") == "playing"

    @property
    def seen(self):
        return self.player.property("key"), self.player.property("where")


@pytest.fixture
def room(qapp):
    owner = QObject()  # as the engine owns them in the program
    clock, screen, notices = ManualClock(NOW), Screen(), NoticesViewModel(owner)
    settings = SimpleNamespace(now=PlaybackSettings(live=True))
    addresses = {"nsmall": "https://ns.example/a.m3u8", "hmall": "https://h.example/a.m3u8"}
    streams = SimpleNamespace(
        address=lambda name: addresses.get(name) if settings.now.live else None,
        open=lambda address: address,
        judge=lambda fault: fault,
        is_complete=lambda: True,
    )
    tasks = SimpleNamespace(read=lambda work, done: done(Outcome(value=work())))
    schedule = SimpleNamespace()
    player = LivePlayer(
        streams, lambda told: screen, schedule, lambda: settings.now, tasks, clock, notices, owner
    )
    yield Room(
        player=player, screen=screen, clock=clock, notices=notices, settings=settings,
        schedule=schedule,
    )  # fmt: skip
    player.shut()
    shiboken6.delete(owner)


def on_air(channel="nsmall", **changes):
    facts = Watchable(
        f"{channel}-20261125T1940", channel, "채널", f"{channel} 방송",
        NOW - timedelta(minutes=20), END, stands=True,
    )  # fmt: skip
    return replace(facts, **changes)


def toasts(room):
    return [row.text for row in room.notices.property("toasts").rows()]


def test_a_broadcast_to_come_or_over_or_cancelled_is_not_opened(room):
    for changes in (
        {"starts_at": NOW + timedelta(minutes=1)},
        {"ends_at": NOW},
        {"stands": False},
        {"channel_id": "gsshop"},
    ):
        room.goes("schedule", on_air(**changes))
        assert room.seen == ("", "")
        assert not room.player.property("canWatch")


def test_it_begins_by_itself_only_where_that_is_wanted(room):
    room.settings.now = PlaybackSettings(live=True, autoplay=False)
    room.goes("schedule", on_air())
    assert (room.seen, room.player.property("canWatch")) == (("", ""), True)
    room.player.watch()
    assert room.screen.open == "https://ns.example/a.m3u8"


def test_every_picture_begins_without_sound(room):
    room.plays(on_air())
    room.player.setVolume(80)
    assert room.screen.sound == (0.8, False)
    room.goes("schedule", on_air("hmall"))
    room.player.watch()
    assert room.screen.sound == (0.8, True)


def test_what_was_only_glanced_at_ends_with_its_page(room):
    room.plays(on_air())
    room.goes("schedule")
    assert (room.seen, room.screen.open) == (("", ""), None)


def test_what_led_on_to_a_product_comes_along(room):
    room.plays(on_air())
    room.goes("product")
    assert room.seen == ("nsmall-20261125T1940", "mini")
    room.goes("schedule", on_air())
    assert room.seen == ("nsmall-20261125T1940", "page")


def test_what_was_listened_to_comes_along_when_its_page_is_closed(room):
    room.plays(on_air())
    room.player.toggleMuted()
    room.goes("schedule")
    assert room.seen[1] == "mini"


def test_another_page_does_not_take_the_picture_before_it_is_asked_to(room):
    room.plays(on_air())
    room.player.dock()
    other = on_air("hmall")
    room.goes("schedule", other)
    assert room.screen.open == "https://ns.example/a.m3u8"
    room.player.watch()
    assert room.seen == (other.key, "page")
    assert room.screen.open == "https://h.example/a.m3u8"


def test_a_closed_picture_stays_closed_while_the_page_is_open(room):
    room.plays(on_air())
    room.player.close()
    room.player.offer(on_air())
    assert room.seen == ("", "")
    room.goes("schedule")
    room.goes("schedule", on_air())
    assert room.seen[1] == "page"


def test_it_closes_a_minute_after_the_end(room):
    room.plays(on_air())
    room.clock.advance(END - NOW + timedelta(seconds=59))
    room.player._engine.tell(Signal.FRAME)
    room.player.tick()
    assert room.seen[1] == "page"
    room.clock.advance(timedelta(seconds=1))
    room.player.tick()
    assert (room.seen, toasts(room)) == (
        ("", ""),
        ["‘nsmall 방송’ 방송이 끝나 영상을 닫았어요."],
    )


@pytest.mark.parametrize("change", ["earlier", "cancelled"])
def test_j12_a_changed_end_counts_at_once(room, change):
    room.plays(on_air())
    known = broadcast(NOW.replace(minute=0, second=0) - timedelta(minutes=20), channel="nsmall")
    known = replace(known, ends_at=NOW, cancelled_at=NOW if change == "cancelled" else None)
    room.schedule.detail = lambda _key: SimpleNamespace(broadcast=known)
    room.clock.advance(timedelta(seconds=60))
    room.player._engine.tell(Signal.FRAME)
    room.player.refresh()
    assert room.seen == ("", "")
    assert ("끝나" if change == "earlier" else "취소되거나 옮겨져") in toasts(room)[0]


def test_turning_live_pictures_off_closes_the_picture(room):
    room.plays(on_air())
    room.settings.now = PlaybackSettings(live=False)
    room.player.refresh()
    assert (room.seen, room.screen.open) == (("", ""), None)
    room.player.offer(on_air())
    assert room.player.property("offerText").endswith("(VID-01)")


def test_nobody_looking_lets_the_decoder_rest(room):
    room.plays(on_air())
    room.player.hold(True)
    assert (room.seen[1], room.screen.open) == ("", None)
    room.player.hold(False)
    assert (room.seen[1], room.screen.open) == ("page", "https://ns.example/a.m3u8")
    room.player.toggle()
    room.player.hold(True)
    room.player.hold(False)
    assert room.player.property("phase") == "paused"


def test_it_is_docked_in_the_corner_next_to_where_it_was_dropped(room):
    for across, down, corner in ((0.9, 0.9, 0), (0.1, 0.8, 1), (0.2, 0.2, 2), (0.7, 0.1, 3)):
        room.player.drop(across, down)
        assert room.player.property("corner") == corner
