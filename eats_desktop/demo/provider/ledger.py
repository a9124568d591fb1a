"""The provider's own books: payments by their keys, and what was really charged and given back."""

from __future__ import annotations

import enum
import threading
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.provider.refusals import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

OPEN_FOR = timedelta(minutes=30)
CONFIRM_WITHIN = timedelta(minutes=10)
CARD, ACCOUNT = "카드", "가상계좌"


class WireStatus(enum.StrEnum):
    READY = "READY"
    IN_PROGRESS = "IN_PROGRESS"
    WAITING_FOR_DEPOSIT = "WAITING_FOR_DEPOSIT"
    DONE = "DONE"
    CANCELED = "CANCELED"
    PARTIAL_CANCELED = "PARTIAL_CANCELED"
    ABORTED = "ABORTED"
    EXPIRED = "EXPIRED"


class EntryKind(enum.StrEnum):
    CHARGE = "charge"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Entry:
    """Money that moved; entries are added and never changed."""

    transaction_key: str
    order_id: str
    payment_key: str
    kind: EntryKind
    amount: int
    at: datetime
    reason: str = ""


@dataclass(slots=True)
class WirePayment:
    """One session of the payment window and what became of it."""

    payment_key: str
    order_id: str
    order_name: str
    amount: int
    created_at: datetime
    expires_at: datetime
    status: WireStatus = WireStatus.READY
    method: str | None = None
    approved_at: datetime | None = None
    failure: tuple[str, str] | None = None
    lands_after: int | None = None
    """How many more requests until an accepted confirmation is carried out; None: none waits."""
    landed: Callable[[], None] | None = None


@dataclass
class Ledger:
    """Thread-safe. A confirmation that was accepted and waits is carried out by and by."""

    now: Callable[[], datetime]
    entries: list[Entry] = field(default_factory=list)
    _payments: dict[str, WirePayment] = field(default_factory=dict)
    _orders: dict[str, list[WirePayment]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def create(self, order_id: str, order_name: str, amount: int) -> WirePayment:
        """Open a session; several may be open for one order as long as none was charged."""
        with self._lock:
            if self.net(order_id) or any(p.lands_after is not None for p in self._of(order_id)):
                raise RefusalError("DUPLICATED_ORDER_ID")
            now = self.now()
            payment = WirePayment(
                f"tpk_{uuid.uuid4().hex}", order_id, order_name, amount, now, now + OPEN_FOR
            )
            self._payments[payment.payment_key] = payment
            self._orders.setdefault(order_id, []).append(payment)
            return payment

    def knows(self, order_id: str) -> bool:
        """Return whether a session was ever opened for this order."""
        with self._lock:
            return order_id in self._orders

    def by_key(self, payment_key: str) -> WirePayment:
        with self._lock:
            found = self._payments.get(payment_key)
            if found is None:
                raise RefusalError("NOT_FOUND_PAYMENT")
            return self._aged(found)

    def by_order(self, order_id: str) -> WirePayment:
        """Return the session that was charged, else the newest."""
        with self._lock:
            found = self._of(order_id)
            if not found:
                raise RefusalError("NOT_FOUND_PAYMENT")
            paid = {e.payment_key for e in self.entries if e.kind is EntryKind.CHARGE}
            charged = [payment for payment in found if payment.payment_key in paid]
            return self._aged((charged or found)[-1])

    def authorise(self, order_id: str, method: str = CARD, amount: int | None = None) -> bool:
        """The customer agrees in the window, perhaps to another amount; False when it is over."""
        with self._lock:
            payment = self.by_order(order_id)
            if payment.status is not WireStatus.READY:
                return False
            payment.status, payment.method = WireStatus.IN_PROGRESS, method
            payment.expires_at = self.now() + CONFIRM_WITHIN
            payment.amount = payment.amount if amount is None else amount
            return True

    def turn_back(self, order_id: str) -> bool:
        """The customer closes the window by its own button; False when it was too late for it."""
        with self._lock:
            payment = self.by_order(order_id)
            if payment.lands_after is not None or payment.status not in _UNDECIDED:
                return False
            self._abort(payment, "PAY_PROCESS_CANCELED")
            return True

    def expire(self, order_id: str) -> bool:
        """Let the session end now, as if its time had run out."""
        with self._lock:
            payment = self.by_order(order_id)
            if payment.status not in _UNDECIDED:
                return False
            payment.expires_at = self.now()
            return self._aged(payment).status is WireStatus.EXPIRED

    def deposit(self, order_id: str) -> bool:
        """The customer pays into the account that was given out."""
        with self._lock:
            payment = self.by_order(order_id)
            if payment.status is not WireStatus.WAITING_FOR_DEPOSIT:
                return False
            self._charge(payment)
            return True

    def lapse(self, order_id: str) -> bool:
        """Let an account that was given out end without a deposit."""
        with self._lock:
            payment = self.by_order(order_id)
            if payment.status is not WireStatus.WAITING_FOR_DEPOSIT:
                return False
            payment.status = WireStatus.EXPIRED
            return True

    def check_confirm(self, payment_key: str, order_id: str, amount: int) -> WirePayment:
        """Return the payment that may be confirmed now, else raise the RefusalError."""
        with self._lock:
            payment = self._payments.get(payment_key)
            if payment is None or payment.order_id != order_id:
                raise RefusalError("NOT_FOUND_PAYMENT_SESSION")
            status = self._aged(payment).status
            if payment.lands_after is not None:
                raise RefusalError("ALREADY_PROCESSING_REQUEST")
            if status in (WireStatus.READY, WireStatus.EXPIRED, WireStatus.ABORTED):
                raise RefusalError("NOT_FOUND_PAYMENT_SESSION")
            if status is not WireStatus.IN_PROGRESS:
                raise RefusalError("ALREADY_PROCESSED_PAYMENT")
            if amount != payment.amount:
                raise RefusalError("INVALID_REQUEST", "인증한 금액과 달라요.")
            return payment

    def confirm(self, payment: WirePayment) -> WirePayment:
        with self._lock:
            if payment.method == ACCOUNT:
                payment.status = WireStatus.WAITING_FOR_DEPOSIT
            else:
                self._charge(payment)
            return payment

    def refuse(self, payment: WirePayment, code: str) -> None:
        with self._lock:
            self._abort(payment, code)

    def hold(self, payment: WirePayment, requests: int, landed: Callable[[], None]) -> None:
        """Accept a confirmation and carry it out after so many more requests about it."""
        with self._lock:
            payment.lands_after, payment.landed = requests, landed

    def cancel(self, payment_key: str, amount: int | None, reason: str) -> WirePayment:
        """Give back `amount`, or all that is left."""
        with self._lock:
            payment = self.by_key(payment_key)
            if payment.status is WireStatus.CANCELED:
                raise RefusalError("ALREADY_CANCELED_PAYMENT")
            if payment.status not in (WireStatus.DONE, WireStatus.PARTIAL_CANCELED):
                raise RefusalError("NOT_CANCELABLE_PAYMENT")
            left = self.balance(payment)
            back = left if amount is None else amount
            if back > left:
                raise RefusalError("NOT_CANCELABLE_AMOUNT")
            self._enter(payment, EntryKind.REFUND, back, reason)
            whole = back == left
            payment.status = WireStatus.CANCELED if whole else WireStatus.PARTIAL_CANCELED
            return payment

    def touch(self, order_id: str) -> None:
        """Count one more request about the payments of this order."""
        with self._lock:
            for payment in self._of(order_id):
                if payment.lands_after is not None:
                    payment.lands_after -= 1
                    if payment.lands_after <= 0:
                        self._land(payment)

    def settle(self) -> None:
        """Carry out every confirmation that still waits."""
        with self._lock:
            for payment in self._payments.values():
                if payment.lands_after is not None:
                    self._land(payment)

    def of_payment(self, payment: WirePayment) -> tuple[Entry, ...]:
        with self._lock:
            return tuple(e for e in self.entries if e.payment_key == payment.payment_key)

    def balance(self, payment: WirePayment) -> int:
        return _sum(self.of_payment(payment))

    def net(self, order_id: str) -> int:
        """Return charges less refunds of this order, in won."""
        with self._lock:
            return _sum(tuple(e for e in self.entries if e.order_id == order_id))

    def totals(self) -> dict[str, tuple[int, int]]:
        """Return (number of charges, net won) for every order that has a session."""
        with self._lock:
            found = {payment.order_id: (0, 0) for payment in self._payments.values()}
            for entry in self.entries:
                charges, net = found[entry.order_id]
                is_charge = entry.kind is EntryKind.CHARGE
                sign = 1 if is_charge else -1
                found[entry.order_id] = (charges + is_charge, net + sign * entry.amount)
            return found

    def _of(self, order_id: str) -> list[WirePayment]:
        return self._orders.get(order_id, [])

    def _aged(self, payment: WirePayment) -> WirePayment:
        over = payment.status in _UNDECIDED and self.now() >= payment.expires_at
        if over and payment.lands_after is None:
            payment.status = WireStatus.EXPIRED
        return payment

    def _land(self, payment: WirePayment) -> None:
        payment.lands_after = None
        self.confirm(payment)
        if payment.landed is not None:
            payment.landed()

    def _charge(self, payment: WirePayment) -> None:
        payment.status, payment.approved_at = WireStatus.DONE, self.now()
        self._enter(payment, EntryKind.CHARGE, payment.amount, "")

    def _abort(self, payment: WirePayment, code: str) -> None:
        payment.status, payment.failure = WireStatus.ABORTED, (code, f"결제가 안 됐어요: {code}")

    def _enter(self, payment: WirePayment, kind: EntryKind, amount: int, reason: str) -> None:
        key = f"txr_{uuid.uuid4().hex}"
        self.entries.append(
            Entry(key, payment.order_id, payment.payment_key, kind, amount, self.now(), reason)
        )


_UNDECIDED = (WireStatus.READY, WireStatus.IN_PROGRESS)


def _sum(entries: tuple[Entry, ...]) -> int:
    return sum(e.amount if e.kind is EntryKind.CHARGE else -e.amount for e in entries)
