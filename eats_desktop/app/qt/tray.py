"""The icon in the system tray: keeps reminding while the window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from eats_desktop.domain.links import INBOX

if TYPE_CHECKING:
    from collections.abc import Callable


class Tray(QObject):
    """Only where the desktop has a tray; `wanted` carries the link to open ("" for none)."""

    wanted = Signal(str)

    def __init__(self, fetch: Callable[[], None], parent: QApplication) -> None:
        super().__init__(parent)
        self._told = False
        self._menu = QMenu()
        self._menu.addAction("Eat's 유혹 열기", lambda: self.wanted.emit(""))
        self._menu.addAction("알림함 열기", lambda: self.wanted.emit(INBOX))
        self._menu.addAction("지금 새로 받기", fetch)
        self._menu.addSeparator()
        self._menu.addAction("끝내기", parent.quit)
        self._icon = QSystemTrayIcon(parent.windowIcon(), self)
        self._icon.setToolTip("Eat's 유혹")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(lambda: self.wanted.emit(INBOX))
        self._icon.show()

    @staticmethod
    def is_available() -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable()

    def close(self) -> None:
        """Take the icon away: its window goes, and another may come."""
        self._icon.hide()
        self.deleteLater()

    def say_it_stays(self) -> None:
        """Tell once that closing the window did not end the reminders."""
        if not self._told:
            self._told = True
            self._icon.showMessage(
                "Eat's 유혹",
                "여기 남아서 찜한 방송을 알려 드릴게요. 끝내려면 이 그림을 눌러 주세요.",
            )

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.wanted.emit("")
