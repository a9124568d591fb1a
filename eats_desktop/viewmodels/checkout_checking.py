"""Asking sellers for prices that grew old before an order, for at most ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from eats_desktop.domain.errors import EatsError, SourceUnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.price_recheck import PriceRecheck

LONGEST_MS = 10_000
OFFLINE = "값과 재고를 확인하려면 인터넷이 필요해요."
_UNANSWERED = "값을 다시 확인하지 못한 상품이 있어요."


class PriceChecking(QObject):
    """`finished` comes once for each `start` of some keys, with or without their answers."""

    finished = Signal()

    def __init__(self, recheck: PriceRecheck, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._recheck = recheck
        self._tasks = tasks
        self._round = 0
        self._waiting: set[ProductKey] = set()
        self._failures: list[EatsError] = []
        self._bound = QTimer(self)
        self._bound.setSingleShot(True)
        self._bound.setInterval(LONGEST_MS)
        self._bound.timeout.connect(self.stop)

    @property
    def is_running(self) -> bool:
        return self._bound.isActive()

    @property
    def trouble(self) -> str:
        """What kept prices from being asked for, "" when all sellers answered."""
        if any(isinstance(error, SourceUnavailableError) for error in self._failures):
            return OFFLINE
        return _UNANSWERED if self._failures or self._waiting else ""

    def start(self, keys: Sequence[ProductKey]) -> None:
        self._round += 1
        self._waiting, self._failures = set(keys), []
        self._bound.start()
        now = self._round
        for key in keys:
            self._tasks.ask(
                lambda key=key: self._recheck.ask(key),  # type: ignore[misc]  # bound default
                lambda outcome, key=key: self._answered(now, key, outcome),  # type: ignore[misc]  # bound default
            )

    def stop(self) -> None:
        """Wait no longer; what was not asked for stays as old as it is."""
        if self._bound.isActive() or self._waiting:
            self._bound.stop()
            self.finished.emit()

    def forget(self) -> None:
        """Drop the answers still to come."""
        self._round += 1
        self._waiting, self._failures = set(), []
        self._bound.stop()

    def _answered(self, asked_in: int, key: ProductKey, outcome: Outcome[None]) -> None:
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        if asked_in != self._round or not self.is_running:
            return
        self._waiting.discard(key)
        if outcome.error is not None:
            self._failures.append(outcome.error)
        if not self._waiting:
            self._bound.stop()
            self.finished.emit()
