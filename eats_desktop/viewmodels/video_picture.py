"""Paints the live player's frames where there is no GPU: VideoOutput is black there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from eats_desktop.viewmodels.live_player import LivePlayer

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class VideoPicture(QQuickPaintedItem):
    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._player: LivePlayer | None = None
        self.setFillColor(Qt.GlobalColor.black)

    @Property(QObject, notify=changed)
    def player(self) -> LivePlayer | None:
        return self._player

    @player.setter  # type: ignore[no-redef]
    def player(self, player: LivePlayer | None) -> None:
        self._player = player
        if player is not None:
            player.frameCame.connect(self._look)
        self.update()

    # A Slot: PySide 6.11 never calls a plain method of an item that QML made.
    @Slot()
    def _look(self) -> None:
        if self.isVisible():
            self.update()

    def paint(self, painter: QPainter) -> None:
        frame: Any = self._player.frame if self._player is not None else None
        if frame is None or not frame.isValid():
            return
        image: QImage = frame.toImage()
        whole = QSizeF(self.width(), self.height())
        size = QSizeF(image.size()).scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
