"""The one player of live pictures: on the broadcast's page, docked in a corner, or over all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.playback import Limits, Phase, Signal
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.viewmodels import video_picture  # noqa: F401  known to QML by it
from eats_desktop.viewmodels.live_engine import LiveEngine
from eats_desktop.viewmodels.watchable import NO_STREAM, Watchable, playback_text, watchable

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.playback import Event
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.schedule_service import ScheduleService
    from eats_desktop.services.settings import PlaybackSettings
    from eats_desktop.viewmodels.live_engine import Media, Streams
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_TICK_MS = 500
_CORNERS = 4
_LIVELY = (Phase.LOADING, Phase.PLAYING, Phase.STALLED)


@QmlElement
class LivePlayer(QObject):
    changed = QtSignal()
    frameCame = QtSignal()
    broadcastWanted = QtSignal(str)

    def __init__(
        self,
        streams: Streams,
        open_media: Callable[[Callable[[Event], None]], Media],
        schedule: ScheduleService,
        settings: Callable[[], PlaybackSettings],
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
        limits: Limits | None = None,
    ) -> None:
        super().__init__(parent)
        self._streams = streams
        self._schedule = schedule
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._notices = notices
        self._engine = LiveEngine(
            streams,
            open_media,
            tasks,
            clock,
            self._phase_changed,
            self.frameCame.emit,
            limits or Limits(),
        )
        self._offered: Watchable | None = None
        self._shown: Watchable | None = None
        self._place = ("", "")
        self._declined = ""
        self._engaged = self._docked = self._full = self._held = self._resumes = False
        self._muted, self._volume, self._corner = True, 60, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @Property(str, notify=changed)
    def key(self) -> str:
        """The broadcast whose picture is open, "" for none."""
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._shown.title if self._shown is not None else ""

    @Property(str, notify=changed)
    def channelText(self) -> str:
        return self._shown.channel if self._shown is not None else ""

    @Property(str, notify=changed)
    def drawing(self) -> str:
        return self._shown.drawing if self._shown is not None else ""

    @Property(str, notify=changed)
    def photoUrl(self) -> str:
        return self._shown.photo if self._shown is not None else ""

    @Property(str, notify=changed)
    def phase(self) -> str:
        return self._engine.playback.phase.value

    @Property(str, notify=changed)
    def words(self) -> str:
        """What there is instead of a moving picture; "" while it plays."""
        return playback_text(self._engine.playback)

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether it was given up: the seller's page and the phone are left."""
        return self._engine.playback.phase is Phase.UNAVAILABLE

    @Property(bool, notify=changed)
    def hasPicture(self) -> bool:
        """Whether there is a picture to show, moving or standing still for a moment."""
        return (
            self._engine.playback.phase in (Phase.PLAYING, Phase.STALLED)
            and self._engine.playback.seen
        )

    @Property(bool, notify=changed)
    def goesOn(self) -> bool:
        """Whether it plays or is about to."""
        return self._goes_on

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where the picture is: "page", "mini", "full", or "" for nowhere."""
        if self._shown is None or self._held:
            return ""
        return "full" if self._full else "mini" if self._docked else "page"

    @Property(bool, notify=changed)
    def canWatch(self) -> bool:
        """Whether the broadcast of the page is on air and its picture is not open here."""
        return self._can_watch(self._offered)

    @Property(str, notify=changed)
    def offerText(self) -> str:
        """Why there is no picture of a broadcast that is on air; "" where there is no need to."""
        offered = self._offered
        if offered is None or not offered.is_on(self._clock.now()):
            return ""
        return "" if self._address(offered) is not None else NO_STREAM

    @Property(bool, notify=changed)
    def muted(self) -> bool:
        return self._muted

    @Property(int, notify=changed)
    def volume(self) -> int:
        """Loudness, 0 to 100."""
        return self._volume

    @Property(bool, notify=changed)
    def hasSound(self) -> bool:
        media = self._engine.media
        return media is None or media.has_sound

    @Property(int, notify=changed)
    def corner(self) -> int:
        """Where the docked picture lies: 0 bottom right, then clockwise."""
        return self._corner

    @property
    def _key(self) -> str:
        return self._shown.key if self._shown is not None else ""

    @property
    def _goes_on(self) -> bool:
        return self._engine.playback.phase in _LIVELY

    def _can_watch(self, offered: Watchable | None) -> bool:
        if offered is None or (offered.key == self._key and not self._docked):
            return False
        return offered.is_on(self._clock.now()) and self._address(offered) is not None

    @property
    def frame(self) -> object | None:
        return self._engine.media.frame if self._engine.media is not None else None

    def visit(self, key: str, page: str) -> None:
        """Follow the shopper to a place: what was being watched comes along in the corner."""
        was, self._place = self._place, (key, page)
        if key != was[0]:
            self._declined = ""
        if not self._key or (key, page) == was:
            return
        self._full = False
        if key == self._key:
            self._docked = self._docked and was[0] == key
        elif was[0] == self._key and not self._docked:
            self._docked = self._goes_on and (self._engaged or page != was[1])
            if not self._docked:
                self._close()
        self.changed.emit()

    def offer(self, offered: Watchable | None) -> None:
        """Take the broadcast of the page; one that is on air begins without sound."""
        self._offered = offered
        if offered is not None and offered.key == self._key:
            self._shown = offered
        free = self._settings().autoplay and not self._key
        if offered is not None and free and offered.key != self._declined:
            self._begin_by_itself(offered)
        self.changed.emit()

    def refresh(self) -> None:
        """Read the end of what is shown again: the schedule or a setting changed."""
        if self._shown is None:
            self.changed.emit()
        elif self._address(self._shown) is None:
            self._close()
            self.changed.emit()
        else:
            broadcast_id = BroadcastId.parse(self._shown.key)
            self._tasks.read(
                lambda: watchable(self._schedule.detail(broadcast_id).broadcast), self._read_again
            )

    def shut(self) -> None:
        """End the decoder for good; to be called before the engine goes."""
        self._timer.stop()
        self._engine.shut()

    @Slot()
    def watch(self) -> None:
        """Show the picture of the page's broadcast here, whatever was open elsewhere."""
        if self._offered is None or not self._can_watch(self._offered):
            return
        self._engaged, self._docked = True, False
        if self._offered.key != self._key:
            self._open(self._offered)
            self._engaged = True
        self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Stop for a moment, or go on with what is on air then."""
        self._engaged = True
        if self._engine.playback.phase is Phase.PAUSED:
            self._engine.tell(Signal.RESUMED)
        elif self._goes_on:
            self._engine.tell(Signal.PAUSED)
        else:
            self.retry()

    @Slot()
    def retry(self) -> None:
        if self._shown is not None:
            self._engine.open(self._address(self._shown))

    @Slot()
    def close(self) -> None:
        self._declined = self._key
        self._close()
        self.changed.emit()

    @Slot()
    def toggleMuted(self) -> None:
        self._engaged = True
        self._muted = not self._muted
        self._sound()

    @Slot(int)
    def setVolume(self, volume: int) -> None:
        self._engaged = True
        self._volume = max(0, min(100, volume))
        self._muted = self._volume == 0
        self._sound()

    @Slot()
    def dock(self) -> None:
        """Move the picture into a corner of the window (작게 보기)."""
        self._engaged = self._docked = bool(self._key)
        self._full = False
        self.changed.emit()

    @Slot()
    def expand(self) -> None:
        """Back to the broadcast's page, in full width."""
        key = self._key
        self._docked = self._full = False
        self.changed.emit()
        if key and key != self._place[0]:
            self.broadcastWanted.emit(key)

    @Slot(bool)
    def setFull(self, on: bool) -> None:
        self._full = on and bool(self._key)
        self._engaged = True
        self.changed.emit()

    @Slot(int)
    def setCorner(self, corner: int) -> None:
        self._corner = corner % _CORNERS
        self.changed.emit()

    @Slot(float, float)
    def drop(self, across: float, down: float) -> None:
        """Dock in the corner next to a point, given as shares of the window."""
        corners = {(True, True): 0, (False, True): 1, (False, False): 2, (True, False): 3}
        self.setCorner(corners[across >= 0.5, down >= 0.5])

    @Slot(bool)
    def hold(self, on: bool) -> None:
        """Nobody can see the picture (cooking, a window in the tray): rest until they can."""
        if on == self._held:
            return
        self._held = on
        if on:
            self._resumes = self._goes_on
            self._engine.tell(Signal.PAUSED)
        elif self._resumes:
            self._engine.tell(Signal.RESUMED)
        self.changed.emit()

    @Slot(QObject)
    def showOn(self, sink: QObject) -> None:
        """Send the frames to a sink of the scene (VideoOutput)."""
        if self._engine.media is not None:
            self._engine.media.show_on(sink)

    @Slot(QObject)
    def leave(self, sink: QObject) -> None:
        """Send the frames nowhere in particular: that sink is about to go."""
        if self._engine.media is not None:
            self._engine.media.leave(sink)

    @Slot()
    def tick(self) -> None:
        """Look whether the picture stands still and whether the broadcast is over."""
        shown = self._shown
        if shown is not None and shown.is_over(self._clock.now()):
            self._close()
            ended = "끝나" if shown.stands else "취소되거나 옮겨져"
            self._notices.say(f"‘{shown.title}’ 방송이 {ended} 영상을 닫았어요.")
            self.changed.emit()
            return
        self._engine.tell(Signal.TICK)

    def _address(self, of: Watchable) -> str | None:
        return self._streams.address(of.channel_id)

    def _begin_by_itself(self, offered: Watchable) -> None:
        if self._can_watch(offered):
            self._open(offered)

    def _open(self, what: Watchable) -> None:
        self._shown = what
        self._engaged = self._docked = self._full = False
        self._muted = True
        self._sound()
        self._engine.open(self._address(what))
        self._timer.start()

    def _close(self) -> None:
        self._timer.stop()
        self._engine.tell(Signal.CLOSED)
        self._shown = None
        self._engaged = self._docked = self._full = False

    def _read_again(self, outcome: Outcome[Watchable]) -> None:
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        if outcome.value is not None and outcome.value.key == self._key:
            self._shown = outcome.value
            self.tick()

    def _phase_changed(self) -> None:
        if self._engine.playback.phase in (Phase.STALLED, Phase.UNAVAILABLE):
            self._notices.announced.emit(playback_text(self._engine.playback))
        self.changed.emit()

    def _sound(self) -> None:
        self._engine.set_sound(self._volume, muted=self._muted)
        self.changed.emit()
