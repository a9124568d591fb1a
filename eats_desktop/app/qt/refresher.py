"""Reads again what is on screen when something changed, and the rest when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eats_desktop.viewmodels.navigator import Navigator

_GATHER_MS = 200


class Refresher(QObject):
    """Many changes within 200 ms, as a synchronisation makes them, cause one reading."""

    def __init__(
        self,
        navigator: Navigator,
        pages: Mapping[str, Callable[[], None]],
        always: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._pages = pages
        self._always = always
        self._stale = set(pages)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER_MS)
        self._timer.timeout.connect(self._read)
        navigator.placeChanged.connect(self._look)

    def mark(self) -> None:
        """Everything shown may be out of date."""
        self._stale = set(self._pages)
        if not self._timer.isActive():
            self._timer.start()

    def hurry(self) -> None:
        """The shopper did something and waits to see it."""
        self._stale = set(self._pages)
        self._read()

    def _read(self) -> None:
        self._always()
        self._look()

    def _look(self) -> None:
        page = self._navigator.place.page
        if page in self._stale:
            self._stale.discard(page)
            self._pages[page]()
