"""One timer for the whole window: tells each new minute, for states change at whole minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock

_LATE_MS = 30
_LONGEST_MS = 20_000
"""The clock may be set or the machine sleep: look again at least this often."""


class MinuteTicker(QObject):
    ticked = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minute = clock.now().replace(second=0, microsecond=0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._arm()

    def look(self) -> None:
        """Tell once when the minute is another one than at the last look."""
        minute = self._clock.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.ticked.emit()
        self._arm()

    def _arm(self) -> None:
        now = self._clock.now()
        to_go = 60_000 - now.second * 1000 - now.microsecond // 1000
        self._timer.start(min(to_go + _LATE_MS, _LONGEST_MS))
