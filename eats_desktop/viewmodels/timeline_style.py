"""Colours and sizes of the painted timetable; QML fills them in from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.timeline_card import CardPainter

if TYPE_CHECKING:
    from collections.abc import Mapping

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TimelineStyle(QObject):
    """Two maps of named tokens; painting with one that is missing is a bug and raises KeyError."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours: dict[str, Any] = {}
        self._sizes: dict[str, Any] = {}
        self._cards: CardPainter | None = None

    @Property("QVariantMap", notify=changed)
    def colours(self) -> dict[str, Any]:
        return self._colours

    @colours.setter  # type: ignore[no-redef]
    def colours(self, colours: Mapping[str, Any]) -> None:
        if colours != self._colours:
            self._colours = dict(colours)
            self._restyle()

    @Property("QVariantMap", notify=changed)
    def sizes(self) -> dict[str, Any]:
        """In pixels."""
        return self._sizes

    @sizes.setter  # type: ignore[no-redef]
    def sizes(self, sizes: Mapping[str, Any]) -> None:
        if sizes != self._sizes:
            self._sizes = dict(sizes)
            self._restyle()

    @property
    def cards(self) -> CardPainter:
        """What paints cards in this style."""
        if self._cards is None:
            self._cards = CardPainter(self)
        return self._cards

    def colour(self, name: str) -> QColor:
        return QColor(self._colours[name])

    def size(self, name: str) -> int:
        return int(self._sizes[name])

    def _restyle(self) -> None:
        self._cards = None
        self.changed.emit()
