"""How to pay (결제 방법): what there is, and which one the shopper chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.order import PaymentWay
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.payment_words import WAY_WORDS

if TYPE_CHECKING:
    from eats_desktop.viewmodels.payment_watch_view_model import PaymentWatchViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WayRow:
    key: str
    title: str
    help: str
    isChosen: bool


@QmlElement
class CheckoutWaysViewModel(QObject):
    """The only way there is needs no choosing; of several none is chosen beforehand."""

    changed = Signal()

    def __init__(self, watch: PaymentWatchViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._rows = KeyedListModel(WayRow, self)
        self._chosen: PaymentWay | None = None
        watch.changed.connect(self._show)

    @property
    def chosen(self) -> PaymentWay | None:
        return self._chosen

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(bool, notify=changed)
    def isChoice(self) -> bool:
        return len(self._watch.ways) > 1

    @Slot(str)
    def choose(self, way: str) -> None:
        self._chosen = PaymentWay(way)
        self._show()

    def clear(self) -> None:
        self._chosen = None
        self._show()

    def _show(self) -> None:
        ways = self._watch.ways
        if self._chosen not in ways:
            self._chosen = ways[0] if len(ways) == 1 else None
        self._rows.replace([WayRow(w.value, *WAY_WORDS[w], w is self._chosen) for w in ways])
        self.changed.emit()
