"""The demo way: plays a provider inside the program; nobody is ever charged.

EATS_PAY chooses what happens, e.g. `EATS_PAY=declined`.
"""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from eats_desktop.crash_points import kill_now
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.payment import (
    Absent,
    Answer,
    Authorised,
    Cancelled,
    Charge,
    Declined,
    Expired,
    Paid,
    PaymentIntent,
    Pending,
    Refunded,
    StartAnswer,
    Started,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from eats_desktop.domain.clock import Clock

T = TypeVar("T")

_SESSION = timedelta(minutes=10)
_LOST_INQUIRIES = 2
_OFF_BY_KRW = 100


class Play(enum.StrEnum):
    """HANG: never finishes. TIMEOUT: taken, but the answer and the first inquiries are lost.
    LOST: taken, and no answer ever. LATE: first given up, then taken all the same."""

    OK = "ok"
    DECLINED = "declined"
    SOLD_OUT = "sold_out"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    HANG = "hang"
    TIMEOUT = "timeout"
    LOST = "lost"
    MISMATCH = "mismatch"
    LATE = "late"
    CRASH = "crash_after_request"


def play(environment: Mapping[str, str]) -> Play:
    """Read EATS_PAY; InputError for a word that is none of it."""
    word = environment.get("EATS_PAY", "").strip() or Play.OK.value
    word = {"decline": Play.DECLINED.value}.get(word, word)
    if word not in set(Play):
        raise InputError(
            f"EATS_PAY로 쓸 수 없는 값이에요: {word} (쓸 수 있는 값: {', '.join(Play)})"
        )
    return Play(word)


class Book(Protocol):
    """See storage.demo_charges."""

    def put(self, wire_id: str, amount_krw: int, state: str, at: datetime) -> None: ...

    def asked(self, wire_id: str) -> tuple[str, int] | None: ...


class DemoGateway:
    """Implements domain.payment.PaymentGateway; `write` runs work on the writer's thread."""

    def __init__(
        self,
        book: Book,
        environment: Mapping[str, str],
        clock: Clock,
        write: Callable[[Callable[[], None]], None],
    ) -> None:
        self._book = book
        self._environment = environment
        self._clock = clock
        self._write = write

    def start(self, intent: PaymentIntent) -> StartAnswer:
        self._put(intent, "ready")
        return Started(None, self._clock.now() + _SESSION)

    def confirm(self, intent: PaymentIntent) -> Answer:
        scene = play(self._environment)
        if scene is Play.DECLINED:
            self._put(intent, "declined")
            return Declined("REJECT_CARD_COMPANY", "카드사에서 거절했어요")
        if scene is Play.SOLD_OUT:
            self._put(intent, "declined")
            return Declined("SOLD_OUT", "그사이 품절됐어요")
        self._put(intent, "done")
        if scene is Play.CRASH:
            kill_now()
        if scene in (Play.TIMEOUT, Play.LOST):
            return Unknown("demo: the answer was lost")
        return self._paid(intent)

    def inquire(self, intent: PaymentIntent) -> Answer:
        scene = play(self._environment)
        state, asked = self._ask(intent)
        if state == "done":
            if scene is Play.LOST or (scene is Play.TIMEOUT and asked <= _LOST_INQUIRIES):
                return Unknown("demo: no answer")
            return self._paid(intent)
        if state == "ready":
            return self._at_the_page(scene, intent)
        if state == "refunded":
            return Refunded(intent.amount_krw)
        if state == "given_up":
            self._put(intent, "done")
            return self._paid(intent)
        return _CLOSED[state]

    def refund(self, intent: PaymentIntent, reason: str) -> Answer:  # noqa: ARG002
        self._put(intent, "refunded")
        return Refunded(intent.amount_krw)

    def charges(self, since: datetime, until: datetime) -> tuple[Charge, ...] | None:  # noqa: ARG002
        return None

    def _at_the_page(self, scene: Play, intent: PaymentIntent) -> Answer:
        if scene is Play.HANG:
            return Pending()
        if scene is Play.LATE:
            self._put(intent, "given_up")
            return Cancelled()
        if scene in (Play.CANCELLED, Play.EXPIRED):
            self._put(intent, scene.value)
            return _CLOSED[scene.value]
        off = _OFF_BY_KRW if scene is Play.MISMATCH else 0
        return Authorised(_key(intent), intent.amount_krw + off)

    def _paid(self, intent: PaymentIntent) -> Paid:
        return Paid(
            _key(intent), intent.amount_krw, "KRW", "시연", self._clock.now(), None, intent.wire_id
        )

    def _put(self, intent: PaymentIntent, state: str) -> None:
        now = self._clock.now()
        self._write(lambda: self._book.put(intent.wire_id, intent.amount_krw, state, now))

    def _ask(self, intent: PaymentIntent) -> tuple[str, int]:
        found: list[tuple[str, int] | None] = []
        self._write(lambda: found.append(self._book.asked(intent.wire_id)))
        return found[0] or ("absent", 0)


_CLOSED: dict[str, Answer] = {
    "absent": Absent(),
    "declined": Declined("REJECT_CARD_COMPANY", "카드사에서 거절했어요"),
    "cancelled": Cancelled(),
    "expired": Expired(),
}


def _key(intent: PaymentIntent) -> str:
    return f"demo-{intent.wire_id}"
