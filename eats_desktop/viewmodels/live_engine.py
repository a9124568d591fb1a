"""Drives one decoder by the playback machine: what happened goes in, the decoder obeys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.playback import Command, Failed, Fault, Limits, Playback, Signal, step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.playback import Event
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner


class Streams(Protocol):
    def address(self, channel_id: str) -> str | None:
        """Return what may be played of a channel."""

    def open(self, address: str) -> str:
        """Return the address that the decoder is to open; off the UI thread."""

    def judge(self, fault: Fault | None) -> Fault | None:
        """Return a fault of the decoder as it looks beside what the network said."""

    def is_complete(self) -> bool:
        """Tell whether the end that the decoder came to is the picture's own."""


class Media(Protocol):
    """The decoder with its loudspeaker."""

    @property
    def has_sound(self) -> bool: ...

    @property
    def frame(self) -> object | None:
        """Return the last frame, None when there is none."""

    def start(self, address: str) -> None: ...

    def stop(self) -> None: ...

    def set_sound(self, volume: float, *, muted: bool) -> None: ...

    def show_on(self, sink: QObject) -> None: ...

    def leave(self, sink: QObject) -> None: ...

    def close(self) -> None: ...


class LiveEngine:
    """UI thread only. The decoder is made at the first start, and used for every picture."""

    def __init__(
        self,
        streams: Streams,
        open_media: Callable[[Callable[[Event], None]], Media],
        tasks: TaskRunner,
        clock: Clock,
        changed: Callable[[], None],
        framed: Callable[[], None],
        limits: Limits,
    ) -> None:
        self._streams = streams
        self._open_media = open_media
        self._tasks = tasks
        self._clock = clock
        self._changed = changed
        self._framed = framed
        self._limits = limits
        self._serial = 0
        self._address: str | None = None
        self._volume, self._muted = 0.6, True
        self.media: Media | None = None
        self.playback = Playback()

    def open(self, address: str | None) -> None:
        self._address = address
        self.tell(Signal.OPENED)

    def tell(self, event: Event) -> None:
        before = self.playback
        self.playback, command = step(before, event, self._clock.monotonic(), self._limits)
        if command is Command.START:
            self._start()
        elif command is Command.STOP:
            self._stop()
        if (before.phase, before.fault) != (self.playback.phase, self.playback.fault):
            self._changed()

    def set_sound(self, volume: int, *, muted: bool) -> None:
        self._volume, self._muted = volume / 100, muted
        if self.media is not None:
            self.media.set_sound(self._volume, muted=muted)

    def shut(self) -> None:
        self._serial += 1
        if self.media is not None:
            self.media.close()
            self.media = None

    def _start(self) -> None:
        self._serial += 1
        address = self._address
        if address is None:
            self.tell(Failed(Fault.NO_STREAM))
            return
        self._tasks.read(partial(self._streams.open, address), partial(self._opened, self._serial))

    def _opened(self, serial: int, outcome: Outcome[str]) -> None:
        if outcome.error is not None:
            raise outcome.error
        if serial != self._serial or outcome.value is None or not self.playback.decoding:
            return
        if self.media is None:
            try:
                self.media = self._open_media(self._heard)
            except EatsError:
                self.tell(Failed(Fault.UNPLAYABLE))
                return
            self._changed()
        self.media.set_sound(self._volume, muted=self._muted)
        self.media.start(outcome.value)

    def _stop(self) -> None:
        self._serial += 1
        if self.media is not None:
            self.media.stop()

    def _heard(self, event: Event) -> None:
        if isinstance(event, Failed):
            event = Failed(self._streams.judge(event.fault))
        elif event is Signal.FINISHED and not self._streams.is_complete():
            event = Failed()
        self.tell(event)
        if event is Signal.FRAME:
            self._framed()
