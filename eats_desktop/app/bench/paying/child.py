"""A program of its own that orders and pays, to be killed, stopped or starved from outside."""

from __future__ import annotations

import io
import json
import logging
import os
import resource
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.app.bench.paying.homes import API_KEY, opened
from eats_desktop.app.main import EXIT_FAILED, main
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.events import PaymentChanged
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import PaymentState

if TYPE_CHECKING:
    from eats_desktop.app.purchases import Purchases

_STEPS = 25
_ORDER = ("order", "create-from-cart", "--way", "toss", "--accept-raised", "--json")
_RECONCILE = ("reconcile", "--json")
_LONGEST_PAUSE_S = 900.0
_PAGE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Errand:
    """What a child is sent for; `crash_at` as EATS_CRASH_AT.

    `room` is by how many pages the journal's log may grow before its disk is full, 0: any.
    `by_command` runs commands of the command line instead of what the window's program does.
    """

    home: str
    now: str
    crash_at: str = ""
    room: int = 0
    by_command: bool = False
    gives_back: bool = False
    """Whether the shopper wants the money of a paid order back."""


def told_file(home: Path) -> Path:
    """Where the children write what they told the shopper, one line each."""
    return home / "told.txt"


def run(errand: Errand) -> None:
    """Be a program on this home from start to end."""
    logging.getLogger().addHandler(logging.NullHandler())
    os.environ["EATS_TOSS_KEY"] = API_KEY
    os.environ["EATS_CRASH_AT"] = errand.crash_at
    home = Path(errand.home)
    told = os.open(told_file(home), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    clock = ManualClock(datetime.fromisoformat(errand.now))
    if errand.room:
        _starve(home, errand.room)
    if errand.by_command:
        os._exit(_commands(errand, told))
    box = opened(home, clock)
    box.bus.subscribe(PaymentChanged, partial(_tell, told))
    try:
        _pay(errand, box.purchases, clock, told)
    except EatsError as refusal:
        os.write(told, f"refused {type(refusal).__name__}\n".encode())
    finally:
        box.close()
    os._exit(0)


def _tell(told: int, event: PaymentChanged) -> None:
    if event.payment.state is PaymentState.PAID:
        os.write(told, f"paid {event.payment.order_no}\n".encode())


def _pay(errand: Errand, purchases: Purchases, clock: ManualClock, told: int) -> None:
    """Take up what was left, order what is in the cart, perhaps want it back."""
    purchases.payment_job.take_up()
    slip = purchases.orders.slip()
    if slip.items and not purchases.checkout.unsettled():
        payment = purchases.checkout.begin(
            slip, PaymentWay.TOSS, consented=True, accepts_raised=True
        )
        os.write(told, f"begun {payment.order_no}\n".encode())
    _work(purchases, clock)
    paid = [o for o in purchases.orders.newest() if o.state is OrderState.PAID]
    if errand.gives_back and paid:
        purchases.checkout.refund(paid[0].order_no, "단순 변심", Actor.SHOPPER)
        _work(purchases, clock)


def _work(purchases: Purchases, clock: ManualClock) -> None:
    """Let the payment thread's code work until nothing is open, or the shopper leaves."""
    for _ in range(_STEPS):
        if not purchases.checkout.unsettled():
            return
        pause = min(purchases.payment_job.beat(), _LONGEST_PAUSE_S)
        clock.advance(timedelta(seconds=pause))


def _commands(errand: Errand, told: int) -> int:
    """Order by a command and let others ask the provider; nobody waits in between."""
    before = ["eats-desktop", "--data-dir", errand.home, "--now", errand.now]
    for command in (_ORDER, *[_RECONCILE] * 4):
        sys.argv = [*before, *command]
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with redirect_stdout(out), redirect_stderr(io.TextIOWrapper(io.BytesIO(), "utf-8")):
            code = main()
            out.flush()
        if code not in (0, EXIT_FAILED):
            return code
        if command is _ORDER and code == 0:
            said = json.loads(out.buffer.getvalue())
            os.write(told, f"begun {said['order_no']}\n".encode())
    return 0


def _starve(home: Path, room: int) -> None:
    """Forbid this process to make a file larger than the log may become."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    log = home / "user.db-wal"
    grown = log.stat().st_size if log.is_file() else 0
    most = grown + room * _PAGE_BYTES
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
