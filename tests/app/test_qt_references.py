"""Some versions of PySide6 lose a reference to None or True on every void call; Python then dies
after hours, when the count reaches zero. Python 3.12 made them immortal; 3.11 must not lose any."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter, QPen

TIMES = 2000
PRECIOUS = (None, True, False)
RESERVE = [*PRECIOUS] * (TIMES * 50)
"""Spare references, so that a leaking version fails this test instead of ending it."""


class Bell(QObject):
    rung = Signal()
    counted = Signal(int)
    switched = Signal(bool)
    carried = Signal(object)

    def __init__(self):
        super().__init__()
        self._on = False

    @Slot()
    def hear(self):
        pass

    @Property(bool, notify=switched)
    def on(self):
        return self._on

    @on.setter
    def on(self, value):
        self._on = value

    def event(self, event):
        return True


class Rows(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):  # noqa: B008  Qt's own signature
        return 2

    def data(self, index, role=0):
        return (None, True, False)[role % 3]


def painting():
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    pen = QPen()

    def paint():
        painter.setPen(pen)
        painter.drawRect(0, 0, 5, 5)

    yield paint
    painter.end()


def emitting():
    bell = Bell()
    bell.rung.connect(bell.hear)
    bell.switched.connect(lambda _on: None)
    bell.carried.connect(lambda _what: None)

    def emit():
        bell.rung.emit()
        bell.counted.emit(3)
        bell.switched.emit(True)
        bell.carried.emit(None)

    yield emit


def properties():
    bell = Bell()

    def use():
        bell.setProperty("on", True)
        bell.property("on")
        bell.setProperty("made_up", False)
        bell.blockSignals(False)

    yield use


def models():
    rows = Rows()
    shown = QSortFilterProxyModel()
    shown.setSourceModel(rows)
    first = rows.index(0)

    def show():
        rows.dataChanged.emit(first, first)
        for role in range(3):
            shown.data(shown.index(0, 0), role)
        rows.beginResetModel()
        rows.endResetModel()

    yield show


def overriding():
    bell = Bell()
    yield lambda: QCoreApplication.sendEvent(bell, QEvent(QEvent.Type.User))


@pytest.mark.gui
@pytest.mark.parametrize("kind", [painting, emitting, properties, models, overriding])
def test_calling_qt_loses_no_reference(qapp, kind):
    calls = kind()
    call = next(calls)
    call()
    before = [sys.getrefcount(value) for value in PRECIOUS]
    for _ in range(TIMES):
        call()
    after = [sys.getrefcount(value) for value in PRECIOUS]
    lost = [(old - new) / TIMES for old, new in zip(before, after, strict=True)]
    assert max(lost) < 0.4, dict(zip(PRECIOUS, lost, strict=True))
    next(calls, None)
