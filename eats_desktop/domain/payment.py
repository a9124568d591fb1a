"""Payments (결제): one try to pay for an order, the states it may take, and the port to a provider.

The journal (storage.payments) holds one row per payment. It is committed before each outside
effect, so that whatever ends the program, the row says what may have happened outside.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.order import OrderNo, PaymentWay


class PaymentState(enum.StrEnum):
    """CREATED: nothing was sent. WAITING: sent to the provider, and the shopper is there; or the
    slip lies at the counter. CONFIRMING: committed before the call that takes the money.
    UNKNOWN: an answer was lost; only an inquiry may end it."""

    CREATED = "created"
    WAITING = "waiting"
    CONFIRMING = "confirming"
    UNKNOWN = "unknown"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    MISMATCH = "mismatch"
    REFUNDING = "refunding"
    REFUND_UNKNOWN = "refund_unknown"
    REFUNDED = "refunded"


_S = PaymentState
_OUTCOMES = frozenset({_S.PAID, _S.DECLINED, _S.CANCELLED, _S.EXPIRED, _S.MISMATCH})

NEXT_PAYMENT: Mapping[PaymentState, frozenset[PaymentState]] = MappingProxyType(
    {
        _S.CREATED: frozenset({_S.WAITING, _S.CANCELLED}),
        _S.WAITING: _OUTCOMES | {_S.CONFIRMING, _S.UNKNOWN},
        _S.CONFIRMING: _OUTCOMES | {_S.UNKNOWN},
        _S.UNKNOWN: _OUTCOMES | {_S.WAITING, _S.CONFIRMING},
        _S.PAID: frozenset({_S.REFUNDING, _S.REFUNDED}),
        _S.DECLINED: frozenset({_S.PAID}),
        _S.CANCELLED: frozenset({_S.PAID}),
        _S.EXPIRED: frozenset({_S.PAID}),
        _S.MISMATCH: frozenset({_S.REFUNDING}),
        _S.REFUNDING: frozenset({_S.REFUNDED, _S.REFUND_UNKNOWN, _S.PAID}),
        _S.REFUND_UNKNOWN: frozenset({_S.REFUNDED, _S.REFUNDING, _S.PAID}),
        _S.REFUNDED: frozenset(),
    }
)
"""The legal steps. A closed payment that turns out paid is PAID; its order is then not PAID but
REFUND_REQUESTED. UNKNOWN goes back to WAITING or CONFIRMING when an inquiry says that the shopper
is still there, or that nothing was taken yet and the same key may be used again. PAID goes to
REFUNDED at once at the counter only."""

OPEN = frozenset({_S.CREATED, _S.WAITING, _S.CONFIRMING, _S.UNKNOWN})
"""Not decided yet. One user.db has at most one such payment with a provider."""

UNCERTAIN = frozenset({_S.CONFIRMING, _S.UNKNOWN, _S.REFUNDING, _S.REFUND_UNKNOWN})
"""Money may be moving: never say failed, never start another."""

UNSETTLED = OPEN | UNCERTAIN
"""What the payment thread has to look after."""

KEY_WINDOW = timedelta(days=15)
"""How long the provider knows an idempotency key from its first use; later only inquiries."""

PACE_S = (1, 2, 5, 10, 30, 60)
"""Seconds before the next inquiry after as many without a result; then each minute."""

POLL_S = 3
"""Seconds between inquiries while the shopper is at the provider's page."""

STAFF_AFTER = timedelta(minutes=15)
"""This long after the provider's session ended, an unknown payment is for the staff."""

SESSION = timedelta(minutes=30)
"""How long a provider's page is taken to live where it does not say."""

LATE_LOOK = timedelta(days=3)
"""How long after it was closed a payment is still asked about, and how far books are compared."""

PAID_LATE = "PAID_LATE"
"""`Payment.reason_code` of what was paid after it was closed."""

SLOW_S = 600
"""Seconds between inquiries about a payment that already is for the staff."""


PAYMENT_WORDS: Mapping[PaymentState, str] = MappingProxyType(
    {
        _S.CREATED: "결제 준비",
        _S.WAITING: "결제 진행 중",
        _S.CONFIRMING: "결제 확인 중",
        _S.UNKNOWN: "결제 확인 중",
        _S.PAID: "결제 완료",
        _S.DECLINED: "결제 거절",
        _S.CANCELLED: "결제 취소",
        _S.EXPIRED: "결제 시간 지남",
        _S.MISMATCH: "금액 다름",
        _S.REFUNDING: "환불 중",
        _S.REFUND_UNKNOWN: "환불 확인 중",
        _S.REFUNDED: "환불 완료",
    }
)


def check_payment_step(before: PaymentState, after: PaymentState) -> None:
    """Raise ConflictError for a step that the table does not have."""
    if after not in NEXT_PAYMENT[before]:
        words = f"‘{PAYMENT_WORDS[before]}’인 결제는 ‘{PAYMENT_WORDS[after]}’"
        raise ConflictError(f"{words} 상태로 바꿀 수 없어요.")


@dataclass(frozen=True, slots=True)
class Payment:
    """A row of the journal.

    `idempotency_key` is random and of this try alone; `wire_id` is the order's name at the
    provider. `page_url` is what the browser opens or the QR code shows. `inquiries` counts those
    without a result since the last step. `charged_krw` is what the provider says it took.
    `turned_back`: the shopper asked to cancel and the provider's word is awaited. `steps` counts
    the history, so that a step is taken only from what was read.
    """

    payment_id: int
    order_no: OrderNo
    request_key: str
    idempotency_key: str
    way: PaymentWay
    amount_krw: int
    state: PaymentState
    created_at: datetime
    changed_at: datetime
    expires_at: datetime | None = None
    provider_key: str | None = None
    page_url: str | None = None
    reason_code: str | None = None
    reason: str = ""
    inquiries: int = 0
    ask_again_at: datetime | None = None
    confirm_sent_at: datetime | None = None
    turned_back: bool = False
    charged_krw: int | None = None
    method: str = ""
    receipt_url: str | None = None
    refund_key: str | None = None
    refund_sent_at: datetime | None = None
    steps: int = 0

    @property
    def wire_id(self) -> str:
        return f"eats-{self.idempotency_key}"

    @property
    def was_started(self) -> bool:
        """The provider said that it awaits the shopper."""
        return self.page_url is not None or self.expires_at is not None

    @property
    def is_open(self) -> bool:
        """Not decided yet: no other payment may be begun."""
        return self.state in OPEN

    @property
    def is_uncertain(self) -> bool:
        """Money may be moving: "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."."""
        return self.state in UNCERTAIN

    @property
    def is_late(self) -> bool:
        """Paid after it was closed: there is no such order, and the money goes back."""
        return self.state is PaymentState.PAID and self.reason_code == PAID_LATE

    @property
    def can_be_cancelled(self) -> bool:
        """The shopper may turn back as long as no confirm was sent and none turned back."""
        return self.is_open and self.confirm_sent_at is None and not self.turned_back

    def is_for_staff(self, now: datetime) -> bool:
        """Return whether the program alone gets no further: wrong amount, or unknown for long."""
        if self.state is PaymentState.MISMATCH:
            return True
        ends = self.expires_at or self.created_at + SESSION
        started = self.refund_sent_at
        since = started if started is not None and self.state not in OPEN else ends
        return self.is_uncertain and now > since + STAFF_AFTER


@dataclass(frozen=True, slots=True)
class PaymentEvent:
    """One step of a payment's history; `number` counts from 1."""

    number: int
    state: PaymentState
    at: datetime
    reason_code: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaymentIntent:
    """What a gateway is told; `amount_krw` is computed anew from the order's lines each time."""

    wire_id: str
    amount_krw: int
    order_name: str
    idempotency_key: str
    provider_key: str | None = None
    refund_key: str | None = None


# What a provider may answer. Nothing else comes out of a gateway; it never raises for the network.


@dataclass(frozen=True, slots=True)
class Started:
    """The provider awaits the shopper; `page_url` is None where there is no page (demo)."""

    page_url: str | None
    expires_at: datetime | None = None
    provider_key: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """The shopper has not finished at the provider's page.

    `may_still_pay`: an account was given out that can be paid into without us.
    """

    page_url: str | None = None
    may_still_pay: bool = False


@dataclass(frozen=True, slots=True)
class Authorised:
    """The shopper agreed; nothing is taken before the confirm call."""

    provider_key: str
    amount_krw: int
    currency: str = "KRW"
    wire_id: str | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """The provider says it took the money; what it says is verified before it counts."""

    provider_key: str
    amount_krw: int
    currency: str
    method: str
    at: datetime | None = None
    receipt_url: str | None = None
    wire_id: str | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """A definite refusal; nothing was or will be taken."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Given up at the provider's page; nothing was taken."""

    code: str = "PAY_PROCESS_CANCELED"


@dataclass(frozen=True, slots=True)
class Expired:
    """The provider's session ended without a payment."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The provider knows no such payment."""


@dataclass(frozen=True, slots=True)
class Refunded:
    """`amount_krw` is what was given back in all, `remaining_krw` what is still kept."""

    amount_krw: int
    remaining_krw: int = 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """No usable answer: network, time-out, 5xx, in progress, unreadable. `reason` is for the log;
    `code` is the provider's word where there was one."""

    reason: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """The operator's fault (key, contract): stop selling this way and tell the staff."""

    code: str
    text: str


Answer = (
    Paid
    | Pending
    | Authorised
    | Declined
    | Cancelled
    | Expired
    | Absent
    | Refunded
    | Unknown
    | Fault
)
StartAnswer = Started | Declined | Unknown | Fault


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of the provider's own list; `amount_krw` is negative for money given back."""

    provider_key: str
    wire_id: str
    amount_krw: int
    at: datetime


class PaymentGateway(Protocol):
    """One way to pay. Calls block (up to a minute for `confirm`) and never raise for the network.

    `start` and `confirm` carry the intent's idempotency key, `refund` its refund key; each may be
    repeated with the same key within KEY_WINDOW. `charges` returns None when there is no list.
    """

    def start(self, intent: PaymentIntent) -> StartAnswer: ...

    def confirm(self, intent: PaymentIntent) -> Answer: ...

    def inquire(self, intent: PaymentIntent) -> Answer: ...

    def refund(self, intent: PaymentIntent, reason: str) -> Answer: ...

    def charges(self, since: datetime, until: datetime) -> tuple[Charge, ...] | None: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """The provider's books and ours disagree about a payment: what each says it kept, in won."""

    payment: Payment
    ours_krw: int
    theirs_krw: int


@dataclass(frozen=True, slots=True)
class ReconcileReport:
    """What a reconciliation found. `settled` were open or moving before and are not any more,
    `unresolved` still are; `late` were closed and turned out paid (their orders ask for a
    refund). `strangers` are charges of our names without an order: never given back by itself.
    `for_staff` need a person. `compared` is False when the provider's list could not be read."""

    settled: tuple[Payment, ...] = ()
    unresolved: tuple[Payment, ...] = ()
    late: tuple[Payment, ...] = ()
    strangers: tuple[Charge, ...] = ()
    differing: tuple[Difference, ...] = ()
    for_staff: tuple[Payment, ...] = ()
    compared: bool = False

    @property
    def is_clean(self) -> bool:
        found = (self.unresolved, self.strangers, self.differing, self.for_staff)
        return not any(found)


def pause_s(payment: Payment, now: datetime) -> int:
    """Return the seconds to let pass, by a clock that never jumps, before the next inquiry."""
    if payment.is_for_staff(now):
        return SLOW_S
    if payment.state is PaymentState.WAITING and payment.inquiries == 0:
        return 0 if payment.ask_again_at is None else POLL_S
    return PACE_S[min(max(payment.inquiries, 1), len(PACE_S)) - 1]
