"""Collects Python's garbage on the UI thread only.

A collection stops every thread, and on a worker thread it may delete Qt objects that belong to
the UI thread, which Qt does not survive. So the automatic one is off, and a timer looks at the
counters as Python itself would. What was loaded at the start is left out for good: looking
through it took 90 ms each time.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_MS = 250


class GarbageCollector(QObject):
    """Lives as long as the application; made on the UI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        QTimer.singleShot(0, gc.freeze)

    @Slot()
    def look(self) -> None:
        """Collect each generation whose counter passed its threshold, youngest first."""
        for generation, threshold in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] <= threshold:
                return
            gc.collect(generation)
