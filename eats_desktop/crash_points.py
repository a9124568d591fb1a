"""Where a test may kill the program in the middle of a payment, as a power cut would.

EATS_CRASH_AT=<point> kills at the first passing of that point, EATS_CRASH_AT=<point>:<call> only
within that call (start, inquire, confirm, refund); after_commit:<state> once that state of a
payment is committed. Nothing happens without the variable.
"""

from __future__ import annotations

import enum
import os
import signal
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_call: ContextVar[str] = ContextVar("payment_call", default="")


class CrashPoint(enum.StrEnum):
    BEFORE_INTENT = "before_intent"
    """The order and the intent are written, not committed."""
    AFTER_INTENT = "after_intent"
    """They are committed; nothing was sent."""
    BEFORE_SEND = "before_send"
    """The journal row of a call is committed; the call is about to be made."""
    AFTER_SEND = "after_send"
    """The request left; its answer was not read."""
    AFTER_ANSWER = "after_answer"
    """The answer was read; the journal does not know."""
    AFTER_COMMIT = "after_commit"
    """The journal, the order, the cart and the inbox know; nobody was told."""


@contextmanager
def within(call: str) -> Iterator[None]:
    """Name the call to a provider that this thread is busy with."""
    token = _call.set(call)
    try:
        yield
    finally:
        _call.reset(token)


def crash_at(point: CrashPoint) -> None:
    """Kill this process (no clean-up of any kind) when the environment asks for it here."""
    wanted = os.environ.get("EATS_CRASH_AT")
    if wanted is not None and wanted in (point.value, f"{point.value}:{_call.get()}"):
        kill_now()


def kill_now() -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
