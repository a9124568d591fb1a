"""The timetable of one day: channels as rows, minutes as width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TimelineViewModel(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def show(
        self,
        day: date,
        broadcasts: Sequence[Broadcast],
        now: datetime,
        wished: Collection[BroadcastId],
    ) -> None:
        """Lay out the broadcasts that overlap `day`."""
