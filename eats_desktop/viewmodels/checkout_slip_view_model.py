"""What a checkout is about: its lines and sums, at the prices of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.checkout_rows import (
    CheckoutRow,
    CheckoutSums,
    checkout_rows,
    checkout_sums,
    count_left,
    raised_text,
)
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.services.order_service import OrderSlip

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckoutSlipViewModel(QObject):
    changed = Signal()

    def __init__(self, source_title: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source_title = source_title
        self._rows = KeyedListModel(CheckoutRow, self)
        self._slip: OrderSlip | None = None
        self._sums = CheckoutSums()

    @property
    def slip(self) -> OrderSlip | None:
        return self._slip

    @property
    def total(self) -> str:
        return self._sums.total

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=changed)
    def countText(self) -> str:
        return self._sums.count

    @Property(str, notify=changed)
    def listText(self) -> str:
        return self._sums.list_price

    @Property(str, notify=changed)
    def discountText(self) -> str:
        """What it costs less than at the list prices, "" when nothing is reduced."""
        return self._sums.discount

    @Property(str, notify=changed)
    def totalText(self) -> str:
        return self._sums.total

    @Property(str, notify=changed)
    def leftText(self) -> str:
        """How many of the selection are left out, "" for none."""
        left = count_left(self._rows.rows())
        return f"주문할 수 없는 {left}가지는 빼고 주문해요." if left else ""

    @Property(str, notify=changed)
    def raisedText(self) -> str:
        """Which prices rose since they were put in, "" for none; the shopper has to agree."""
        return "" if self._slip is None else raised_text(self._slip)

    @Slot(str)
    def openSeller(self, key: str) -> None:
        """Open the seller's page of a line in the browser."""
        link = next((row.link for row in self._rows.rows() if row.key == key), "")
        if link:
            QDesktopServices.openUrl(QUrl(link))

    def draw(self, slip: OrderSlip | None) -> None:
        self._slip = slip
        self._rows.replace(() if slip is None else checkout_rows(slip, self._source_title))
        self._sums = CheckoutSums() if slip is None else checkout_sums(slip)
        self.changed.emit()
