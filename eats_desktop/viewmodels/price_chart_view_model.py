"""값의 변화 on the product page: the picture, the sentence, the table, and how far back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.price_history import LONG, YEAR
from eats_desktop.viewmodels import price_chart_painter  # noqa: F401  known to QML by it
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.price_chart import PriceLine, figure, sentence, table, within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.amount import Amount
    from eats_desktop.domain.price_history import PriceSpan
    from eats_desktop.viewmodels.price_chart import Figure

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_REACHES = {"90": LONG, "365": YEAR}


@QmlElement
class PriceChartViewModel(QObject):
    """`figure` is for the painter; None where a sentence says it all."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[PriceSpan] = ()
        self._amount: Amount | None = None
        self._now: datetime | None = None
        self._reach = "90"
        self._figure: Figure | None = None
        self._sentence = ""
        self._has_more = False
        self._lines = KeyedListModel(PriceLine, self)

    @property
    def figure(self) -> Figure | None:
        return self._figure

    @Property(bool, notify=changed)
    def isDrawn(self) -> bool:
        return self._figure is not None

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        """Whether prices older than three months are known, so that a year can be chosen."""
        return self._has_more

    @Property(str, notify=changed)
    def reach(self) -> str:
        """How many days back the picture goes, as text."""
        return self._reach

    @Property(str, notify=changed)
    def sentenceText(self) -> str:
        return self._sentence

    @Property(QObject, constant=True)
    def lines(self) -> KeyedListModel:
        return self._lines

    @Slot(str)
    def look(self, reach: str) -> None:
        """Go back so many days: "90" or "365"."""
        if reach in _REACHES and reach != self._reach:
            self._reach = reach
            self._build()

    def show(self, spans: Sequence[PriceSpan], amount: Amount | None, now: datetime) -> None:
        self._spans, self._amount, self._now = spans, amount, now
        self._build()

    def clear(self) -> None:
        """Forget the product: the next one starts with three months."""
        self._spans, self._now, self._reach = (), None, "90"
        self._build()

    def _build(self) -> None:
        now = self._now
        if now is None:
            self._figure, self._sentence, self._has_more = None, "", False
            self._lines.replace([])
        else:
            shown = within(self._spans, now, _REACHES[self._reach])
            self._figure = figure(shown, now)
            self._sentence = sentence(shown, now)
            self._has_more = any(
                s.observed_at < now - LONG - timedelta(days=1) for s in self._spans
            )
            self._lines.replace(table(shown, self._amount, now) if self._figure else [])
        self.changed.emit()
