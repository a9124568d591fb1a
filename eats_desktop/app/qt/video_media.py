"""The decoder of live pictures: QtMultimedia, loaded when the first picture is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)

from eats_desktop.domain.errors import MediaError
from eats_desktop.domain.playback import Failed, Fault, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

    from eats_desktop.domain.playback import Event

_ORDINARY = (
    "Couldn't load pipewire-0.3 library",
    "Couldn't resolve pipewire-0.3 symbols",
    "PulseAudioService: pa_context_connect() failed",
    "Cannot set loops for non-seekable source",
    "Could not open media. FFmpeg error description",
    "QRhi* {anonymous}::ThreadLocalRhiHolder::ensureRhi",
)
"""What Qt warns of and is no trouble: a machine without sound or graphics card, a picture that is
live, a picture that cannot be opened (which the player says itself). Most have no category."""


class QtMedia(QObject):
    """UI thread only. Without a sound device it plays silently.

    A QObject with real slots: frames queued by the decoder's thread die with it.
    """

    def __init__(self, told: Callable[[Event], None]) -> None:
        super().__init__()
        from PySide6.QtMultimedia import (  # noqa: PLC0415  25 ms and threads, for pictures only
            QAudioOutput,
            QMediaDevices,
            QMediaPlayer,
            QVideoSink,
        )

        self._told = told
        self._player: QMediaPlayer = QMediaPlayer(self)
        self._own_sink: QVideoSink = QVideoSink(self._player)
        self._sink = self._own_sink
        self._frame: QVideoFrame | None = None
        self._audio: QAudioOutput | None = None
        if QMediaDevices.audioOutputs():
            self._audio = QAudioOutput(self._player)
            self._player.setAudioOutput(self._audio)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._framed)
        queued = Qt.ConnectionType.QueuedConnection  # what follows may end what it tells of
        self._player.errorOccurred.connect(self._failed, queued)
        self._player.mediaStatusChanged.connect(self._status, queued)

    @property
    def has_sound(self) -> bool:
        return self._audio is not None

    @property
    def frame(self) -> object | None:
        return self._frame

    def start(self, address: str) -> None:
        self._player.setSource(QUrl(address))
        self._player.play()

    def stop(self) -> None:
        """End decoding; the last frame stays, so that a break shows no black box."""
        self._player.stop()
        self._player.setSource(QUrl())

    def set_sound(self, volume: float, *, muted: bool) -> None:
        if self._audio is not None:
            self._audio.setVolume(volume)
            self._audio.setMuted(muted)

    def show_on(self, sink: QObject) -> None:
        """Send frames to the sink of a VideoOutput, on which they are counted as well."""
        from PySide6.QtMultimedia import QVideoSink  # noqa: PLC0415

        if isinstance(sink, QVideoSink) and sink is not self._sink:
            self._sink = sink
            sink.videoFrameChanged.connect(self._framed)
            self._player.setVideoSink(sink)

    def leave(self, sink: QObject) -> None:
        if sink is self._sink:
            self._sink = self._own_sink
            self._player.setVideoSink(self._sink)

    def close(self) -> None:
        """End for good; nothing is told any more."""
        self._told = lambda _event: None
        self.stop()
        self._frame = None
        shiboken6.delete(self)

    @Slot("QVideoFrame")
    def _framed(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._frame = frame
            self._told(Signal.FRAME)

    @Slot("QMediaPlayer::Error")
    def _failed(self, error: QMediaPlayer.Error) -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415

        kinds = {
            QMediaPlayer.Error.FormatError: Fault.UNPLAYABLE,
            QMediaPlayer.Error.AccessDeniedError: Fault.NO_STREAM,
        }
        self._told(Failed(kinds.get(error)))

    @Slot("QMediaPlayer::MediaStatus")
    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415

        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._told(Signal.FINISHED)


def open_media(told: Callable[[Event], None]) -> QtMedia:
    """Make the decoder; MediaError where the module or a library of it is missing."""
    _pass_over_the_ordinary()
    try:
        return QtMedia(told)
    except ImportError as exc:
        raise MediaError(str(exc)) from exc


def _pass_over_the_ordinary() -> None:
    def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if before is not None and not message.startswith(_ORDINARY):
            before(kind, context, message)

    before = qInstallMessageHandler(pass_on)
