"""Handing a purchase over to the seller: a link, a code for a telephone, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels import qr_code  # noqa: F401  known to QML by it

if TYPE_CHECKING:
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HandOver(QObject):
    """Nothing is left for the browser before the shopper said yes."""

    changed = Signal()

    def __init__(self, notices: NoticesViewModel | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._name = ""
        self._link = ""
        self._is_open = False

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(str, notify=changed)
    def name(self) -> str:
        """What is to be bought."""
        return self._name

    @Property(str, notify=changed)
    def link(self) -> str:
        return self._link

    @Property(str, notify=changed)
    def host(self) -> str:
        """The seller's site as a shopper knows it."""
        return (urlsplit(self._link).hostname or "").removeprefix("www.")

    def offer(self, name: str, link: str) -> None:
        """Ask whether to leave for `link`; one that is no web address is passed over."""
        if link.startswith(("https://", "http://")):
            self._name, self._link, self._is_open = name, link, True
            self.changed.emit()

    @Slot()
    def go(self) -> None:
        self.close()
        QDesktopServices.openUrl(QUrl(self._link))

    @Slot()
    def close(self) -> None:
        self._is_open = False
        self.changed.emit()

    @Slot(str)
    def copy(self, text: str) -> None:
        """Put a number or a link on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        if self._notices is not None:
            self._notices.say(f"복사했어요: {text}", kind="ok")
