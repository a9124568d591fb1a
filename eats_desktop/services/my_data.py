"""What the open person's data are worth knowing of: copies, sizes, a file of them, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.order import STATE_WORDS, OrderState
from eats_desktop.services.export_service import ExportService
from eats_desktop.storage.backup_list import backup_copies
from eats_desktop.storage.user_export import UserExport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.services.people import Person
    from eats_desktop.services.settings import Settings
    from eats_desktop.storage.backup_list import BackupCopy
    from eats_desktop.storage.databases import Databases

ERASE_WORDS = "모두 지우기"
"""What is typed by who means it."""

_OPEN = (OrderState.RECEIVED, OrderState.PAYMENT_REQUESTED)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes on the disk."""

    catalogue: int
    person: int
    backups: int


class MyData:
    """For reading threads; `back_up` too: it copies beside the writer."""

    def __init__(
        self,
        databases: Databases,
        person: Callable[[], Person],
        settings: Callable[[], Settings],
        clock: Clock,
    ) -> None:
        self._databases = databases
        self._clock = clock
        self.export = ExportService(UserExport(databases.user), person, settings, clock)

    def copies(self) -> tuple[BackupCopy, ...]:
        return backup_copies(self._databases.backups)

    def newest_backup_at(self) -> datetime | None:
        return self._databases.newest_backup_at()

    def back_up(self, file: Path | None = None) -> Path:
        """Make a verified copy of now, in the backups folder unless a file is given."""
        stamp = f"{self._clock.now().astimezone(KST):%Y%m%d-%H%M%S}"
        target = file or self._databases.backups / f"user-{stamp}.db"
        self._databases.backup_user(target)
        return target

    def why_not_replace(self) -> str:
        """Say for which payment the journal must stay as it is; "" when none needs it."""
        payments = self._databases.payments
        for payment in (*payments.unsettled(), *payments.for_staff(self._clock.now())):
            return (
                f"주문 {payment.order_no}의 결제 결과를 확인하고 있어요. "
                "결과가 나온 뒤에 다시 해 주세요."
            )
        return ""

    def why_not_erase(self) -> str:
        """Say which payment must be settled before these data may go; "" when none."""
        unknown = self.why_not_replace()
        if unknown:
            return unknown
        orders = self._databases.orders
        for order in orders.in_state(*_OPEN):
            return (
                f"주문 {order.order_no}이 ‘{STATE_WORDS[order.state]}’이에요. "
                "결제하거나 취소한 뒤에 지울 수 있어요."
            )
        for order in orders.in_state(OrderState.REFUND_REQUESTED):
            return f"주문 {order.order_no}의 환불이 끝난 뒤에 지울 수 있어요."
        return ""

    def sizes(self) -> Sizes:
        catalogue, person = (_whole(file.path) for file in self._databases.files)
        return Sizes(catalogue, person, _sum(self._databases.backups.glob("user-*")))


def _whole(path: Path) -> int:
    """A database with its log."""
    return _sum(path.parent.glob(f"{path.name}*"))


def _sum(paths: Iterable[Path]) -> int:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:  # replaced while we looked
            continue
    return total
