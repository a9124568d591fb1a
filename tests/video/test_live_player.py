"""The live player over real streams and the real decoder: plays, stalls, fails, ends in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject

from eats_desktop.app.qt.video_media import open_media
from eats_desktop.app.stream_desk import StreamDesk
from eats_desktop.domain.clock import KST, SystemClock
from eats_desktop.domain.playback import Limits
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.paths import resources
from eats_desktop.services.settings import PlaybackSettings
from eats_desktop.sources.channels import load_channels
from eats_desktop.viewmodels.live_player import LivePlayer
from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
from eats_desktop.viewmodels.ui_poster import UiPoster
from eats_desktop.viewmodels.watchable import Watchable

pytestmark = pytest.mark.gui

QUICK = Limits(first_frame_s=4, stall_s=0.8, back_off_s=(0.1, 0.1, 0.1))


class Stall(SimpleNamespace):
    """A player with all that is real below it."""

    def offer(self, **changes):
        now = datetime.now(KST)
        facts = {
            "key": "nsmall-20261125T2000", "channel_id": "nsmall", "channel": "NS홈쇼핑 13번",
            "title": "제주 갈치", "starts_at": now, "ends_at": now + timedelta(hours=1),
            "stands": True,
        }  # fmt: skip
        self.player.visit(facts["key"], "schedule")
        self.player.offer(Watchable(**{**facts, **changes}))

    def phase(self):
        return self.player.property("phase")

    def words(self):
        return self.player.property("words")


@pytest.fixture
def stall(qtbot, qapp, tmp_path):
    poster, clock = UiPoster(), SystemClock()
    tasks = TaskRunner(poster.post)
    settings = PlaybackSettings(live=True)
    table = load_channels(resources() / "channels.toml")
    desk = StreamDesk(table, tmp_path, lambda: settings, lambda: None)
    owner = QObject()  # as the engine owns them in the program
    notices = NoticesViewModel(owner)
    player = LivePlayer(
        desk, open_media, None, lambda: settings, tasks, clock, notices, owner, QUICK
    )
    player._timer.setInterval(50)
    yield Stall(player=player, desk=desk, notices=notices)
    poster.close()
    player.shut()
    shiboken6.delete(owner)
    tasks.close()
    desk.close()


def colour(player):
    image = player.frame.toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_a_broadcast_on_air_begins_without_sound_and_its_picture_moves(stall, picture, qtbot):
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "playing", timeout=8000)
    assert (stall.player.property("muted"), stall.words()) == (True, "")
    seen = set()
    stall.player.frameCame.connect(lambda: seen.add(colour(stall.player).red() > 128))
    qtbot.waitUntil(lambda: seen == {True, False}, timeout=8000)
    assert all(path.startswith("/hls/") for path in picture.asked)


def test_a_picture_that_stands_is_connected_again_and_goes_on(stall, picture, qtbot):
    picture.feed = 5
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "playing", timeout=8000)
    qtbot.waitUntil(lambda: stall.phase() == "stalled", timeout=8000)
    assert stall.words() == "영상이 끊겼어요. 다시 연결하고 있어요."
    assert stall.player.property("hasPicture"), "the last frame stays, no black box"
    picture.feed = 8
    qtbot.waitUntil(lambda: stall.phase() == "playing", timeout=8000)
    picture.status = 503
    qtbot.waitUntil(lambda: stall.phase() == "unavailable", timeout=15000)
    assert stall.words() == "영상이 자꾸 끊겨서 멈췄어요. (VID-02)"
    picture.status = 200
    stall.player.toggle()
    qtbot.waitUntil(lambda: stall.phase() == "playing", timeout=8000)


def test_a_broadcaster_that_answers_no_more_is_noticed(stall, picture, qtbot):
    picture.hangs_from = 4
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "playing", timeout=8000)
    qtbot.waitUntil(lambda: stall.phase() == "stalled", timeout=8000)
    assert stall.words() == "영상이 끊겼어요. 다시 연결하고 있어요."


NO_PICTURE = "이 방송은 영상을 볼 수 없어요. (VID-01)"
NO_DECODER = "이 컴퓨터에서는 이 영상을 틀 수 없어요. (VID-03)"


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"status": 404}, NO_PICTURE),
        ({"playlist": "<html>점검</html>"}, NO_PICTURE),
        ({"segments": [b"no picture at all " * 200] * 8, "ended": True}, NO_DECODER),
    ],
    ids=["404", "a page", "noise"],
)
def test_what_cannot_be_played_is_said_at_once(stall, picture, qtbot, broken, words):
    vars(picture).update(broken)
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "unavailable", timeout=8000)
    assert stall.words() == words


def test_the_end_of_the_playlist_ends_the_picture(stall, picture, qtbot):
    picture.feed, picture.ended = 4, True
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "ended", timeout=8000)
    assert stall.words() == "영상이 끝났어요."


def test_a_machine_without_the_decoder_says_so(stall, picture, qtbot, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtMultimedia", None)
    stall.desk.service.set_address("nsmall", picture.url)
    stall.offer()
    qtbot.waitUntil(lambda: stall.phase() == "unavailable", timeout=8000)
    assert stall.words() == NO_DECODER
