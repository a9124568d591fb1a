"""설정 → 재생: live pictures on or off, and the address of each channel's picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel

if TYPE_CHECKING:
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.settings import SettingsService
    from eats_desktop.services.stream_service import ChannelStream, StreamService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StreamRow:
    key: str
    title: str
    address: str
    problem: str
    """Why the address typed last was not taken, "" where it was."""


@QmlElement
class PlaybackViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        streams: StreamService,
        settings: SettingsService,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._streams = streams
        self._settings = settings
        self._tasks = tasks
        self._notices = notices
        self._problems: dict[str, str] = {}
        self._channels = KeyedListModel(StreamRow, self)
        self.refresh()

    @Property(bool, notify=changed)
    def liveOn(self) -> bool:
        return self._settings.current.playback.live

    @Property(bool, notify=changed)
    def autoplayOn(self) -> bool:
        return self._settings.current.playback.autoplay

    @Property(QObject, constant=True)
    def channels(self) -> KeyedListModel:
        return self._channels

    @Property(str, notify=changed)
    def knownText(self) -> str:
        """How many channels have an address."""
        known = sum(1 for row in self._channels.rows() if row.address)
        count = len(self._channels.rows())
        return f"채널 {count}개 가운데 {known}개에 영상 주소가 있어요." if known else ""

    def refresh(self) -> None:
        self._channels.replace([self._row(stream) for stream in self._streams.streams()])
        self.changed.emit()

    @Slot(bool)
    def setLive(self, on: bool) -> None:
        self._save(live=on)

    @Slot(bool)
    def setAutoplay(self, on: bool) -> None:
        self._save(autoplay=on)

    @Slot(str, str)
    def setAddress(self, key: str, text: str) -> None:
        """Keep what was typed for a channel; "" takes its address away."""
        self._tasks.write(
            partial(self._streams.set_address, key, text), partial(self._kept, key, text)
        )

    def _kept(self, key: str, text: str, outcome: Outcome[str | None]) -> None:
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        problem = outcome.error.detail if isinstance(outcome.error, EatsError) else ""
        self._problems = {**self._problems, key: problem}
        self.refresh()
        said = problem or ("영상 주소를 적어 뒀어요." if text.strip() else "영상 주소를 지웠어요.")
        self._notices.say(said, kind="warn" if problem else "ok")

    def _save(self, **values: Any) -> None:
        try:
            self._settings.update("playback", **values)
        except EatsError as error:
            self._notices.fail(error)
        self.changed.emit()

    def _row(self, stream: ChannelStream) -> StreamRow:
        channel = stream.channel
        return StreamRow(
            channel.channel_id,
            f"{channel.name} {channel.channel_no}번",
            stream.address or "",
            self._problems.get(channel.channel_id, ""),
        )
