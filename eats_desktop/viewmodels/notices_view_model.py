"""Toasts: short notices in the window's corner, each with at most one action."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.errors import EatsError

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_LEAST_MS, _PER_TEN_LETTERS_MS = 6000, 1000
_MOST = 4


@dataclass(frozen=True, slots=True)
class ToastRow:
    key: str
    kind: str
    text: str
    action: str


@QmlElement
class NoticesViewModel(QObject):
    announced = Signal(str)
    """Say this to a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._toasts = KeyedListModel(ToastRow, self)
        self._actions: dict[str, Callable[[], None]] = {}
        self._timers: dict[str, QTimer] = {}

    @Property(QObject, constant=True)
    def toasts(self) -> KeyedListModel:
        return self._toasts

    def say(
        self,
        text: str,
        *,
        kind: str = "info",
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a toast; it stays 6 s and a second more for every ten letters."""
        key = str(next(self._numbers))
        if act is not None:
            self._actions[key] = act
        others = [row for row in self._toasts.rows() if row.text != text]
        for same in set(self._toasts.rows()) - set(others):
            self._forget(same.key)
        rows = [*others, ToastRow(key, kind, text, action)]
        for old in rows[:-_MOST]:
            self._forget(old.key)
        self._toasts.replace(rows[-_MOST:])
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_LEAST_MS + len(text) // 10 * _PER_TEN_LETTERS_MS)
        timer.timeout.connect(lambda: self.dismiss(key))
        timer.start()
        self._timers[key] = timer
        self.announced.emit(text)

    def fail(self, error: EatsError) -> None:
        """Show a foreseen failure: what it names, else the sentence of its code."""
        title, help_ = error_texts(error.code)
        self.say(
            f"{error.detail} ({error.code})" if error.detail else f"{title} {help_}".strip(),
            kind="error",
        )

    @Slot(str)
    def act(self, key: str) -> None:
        action = self._actions.get(key)
        self.dismiss(key)
        if action is not None:
            action()

    @Slot()
    def dismissAll(self) -> None:
        for row in self._toasts.rows():
            self.dismiss(row.key)

    @Slot(str)
    def dismiss(self, key: str) -> None:
        self._forget(key)
        self._toasts.replace([row for row in self._toasts.rows() if row.key != key])

    @Slot(str, bool)
    def hold(self, key: str, on: bool) -> None:
        """Keep a toast while it is pointed at or has the focus."""
        timer = self._timers.get(key)
        if timer is not None:
            timer.stop() if on else timer.start()

    def _forget(self, key: str) -> None:
        self._actions.pop(key, None)
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
