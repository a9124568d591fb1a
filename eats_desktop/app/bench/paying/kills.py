"""Lives of a home in processes that are killed for real, at every kind of moment."""

from __future__ import annotations

import enum
import multiprocessing
import os
import signal
import threading
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.app.bench.paying.child import Errand, run, told_file
from eats_desktop.app.bench.paying.homes import fill_cart, offer, opened
from eats_desktop.app.bench.paying.verdict import Outcome, Promises, judge
from eats_desktop.crash_points import CrashPoint
from eats_desktop.demo.provider import Moment, Operation, ProviderDouble, RandomFaults
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.order import OrderNo

if TYPE_CHECKING:
    import random
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

_PATIENCE_S = 60.0
_ROUNDS = 80


class Ending(enum.StrEnum):
    """How a child is to end."""

    CRASH_POINT = "at a crash point"
    REQUEST = "around a request"
    RANDOM = "at a random moment"
    STOPPED = "stopped, later continued"
    STARVED = "disk full"
    TWO = "two at once, one killed"
    ALONE = "undisturbed"


_ENDINGS = {
    Ending.CRASH_POINT: 40,
    Ending.REQUEST: 25,
    Ending.RANDOM: 15,
    Ending.STOPPED: 6,
    Ending.STARVED: 4,
    Ending.TWO: 8,
    Ending.ALONE: 2,
}
_CALLS = ("", "", "start", "inquire", "confirm", "refund")


class Nursery:
    """Starts children from a process that has imported everything already."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(
            ["eats_desktop.app.bench.paying.child", "eats_desktop.app.cli.root"]
        )

    def start(self, errand: Errand) -> ForkServerProcess:
        process = self._context.Process(target=run, args=(errand,))
        process.start()
        return process


class KilledLife:
    """One to four children after one another on one home, then an undisturbed program."""

    def __init__(
        self, home: Path, double: ProviderDouble, nursery: Nursery, rng: random.Random
    ) -> None:
        self._home = home
        self._double = double
        self._nursery = nursery
        self._rng = rng
        self._clock = ManualClock(double.clock.now())
        self._pid: int | None = None
        self._lock = threading.Lock()
        self._requests_left = 0
        self._moment = Moment.RECEIVED
        self._signal: signal.Signals | None = None
        self._reached = threading.Event()
        self.promises = Promises()
        self.happened: Counter[str] = Counter()
        self.begun_s: list[float] = []
        self.kills = 0
        self.faults = RandomFaults(
            rng.randrange(1 << 30),
            share=rng.choice((0.0, 0.2, 0.4)),
            most=6,
            stalls=0.03,
            operator=0.03,
        )

    def live(self) -> Outcome:
        self._double.faults = self.faults
        self._double.watch = self._watch
        try:
            for _ in range(self._rng.randint(1, 4)):
                self._fill()
                self._child()
                self._time_passes()
        finally:
            self._double.watch = None
        self._read_promises()
        return self._end()

    def _fill(self) -> None:
        """Only into an empty cart, so that no line grows beyond what one may order."""
        box = opened(self._home, self._clock)
        try:
            offer(box)
            if not box.purchases.cart.count():
                self.promises.cart += fill_cart(box, self._rng)
        finally:
            box.close()

    def _child(self) -> None:
        (ending,) = self._rng.choices(list(_ENDINGS), list(_ENDINGS.values()))
        self._arm(ending)
        crash_at = self._crash_point() if ending is Ending.CRASH_POINT else ""
        errand = Errand(
            str(self._home),
            self._clock.now().isoformat(),
            crash_at,
            room=self._rng.randint(20, 120) if ending is Ending.STARVED else 0,
            by_command=self._rng.random() < 0.25,
            gives_back=self._rng.random() < 0.35,
        )
        self.happened["full disks of processes"] += bool(errand.room)
        self.happened["commands"] += errand.by_command
        processes = [self._nursery.start(errand)]
        if ending is Ending.TWO:
            processes.append(self._nursery.start(errand))
        with self._lock:
            self._pid = processes[0].pid
        if ending in (Ending.RANDOM, Ending.TWO):
            self._kill_some_time(processes[0])
        if ending is Ending.STOPPED:
            self._continue_later(processes[0])
        for process in processes:
            self._see_off(process, ending)

    def _crash_point(self) -> str:
        point = self._rng.choice(list(CrashPoint))
        call = self._rng.choice(_CALLS)
        return f"{point}:{call}" if call else point.value

    def _arm(self, ending: Ending) -> None:
        watched = ending in (Ending.REQUEST, Ending.STOPPED, Ending.RANDOM, Ending.TWO)
        self._reached.clear()
        self._requests_left = self._rng.randint(1, 6) if watched else 0
        self._moment = self._rng.choice(list(Moment))
        strikes = {Ending.REQUEST: signal.SIGKILL, Ending.STOPPED: signal.SIGSTOP}
        self._signal = strikes.get(ending)

    def _watch(self, moment: Moment, operation: Operation, order_id: str) -> None:
        """On the provider's thread: the customer pays at the page, and children are struck."""
        if operation is Operation.CREATE and moment is Moment.ANSWERED:
            self._customer(order_id)
        if moment is not self._moment or self._requests_left == 0:
            return
        self._requests_left -= 1
        if self._requests_left == 0:
            self._strike()

    def _strike(self) -> None:
        with self._lock:
            if self._signal is not None and self._pid is not None:
                os.kill(self._pid, self._signal)
        self._reached.set()

    def _customer(self, order_id: str) -> None:
        ledger, drawn = self._double.ledger, self._rng.random()
        if drawn < 0.85:
            ledger.authorise(order_id)
        elif drawn < 0.90:
            ledger.turn_back(order_id)
        elif drawn < 0.94:
            ledger.authorise(order_id, amount=self._rng.randint(1, 10**6))

    def _kill(self, process: ForkServerProcess) -> None:
        if process.exitcode is None and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)

    def _kill_some_time(self, process: ForkServerProcess) -> None:
        """Any moment after some request; one in five before the first."""
        if self._rng.random() < 0.2:
            process.join(self._rng.uniform(0.0, 0.3))
        else:
            while process.exitcode is None and not self._reached.wait(0.005):
                process.join(0)
            process.join(self._rng.uniform(0.0, 0.04))
        self._kill(process)

    def _continue_later(self, process: ForkServerProcess) -> None:
        """A suspended machine: the provider's time and its late charges go on meanwhile."""
        while process.exitcode is None and not self._reached.wait(0.01):
            process.join(0)
        if process.exitcode is not None or process.pid is None:
            return
        self.happened["suspended"] += 1
        self._provider_passes(timedelta(minutes=self._rng.choice((1, 11, 45))))
        self._double.ledger.settle()
        os.kill(process.pid, signal.SIGCONT)

    def _see_off(self, process: ForkServerProcess, ending: Ending) -> None:
        process.join(_PATIENCE_S)
        if process.exitcode is None:
            self._kill(process)
            process.join()
            raise AssertionError(f"a child did not end: {ending}")
        with self._lock:  # the number may be another's from here on
            self._pid = None if self._pid == process.pid else self._pid
        if process.exitcode == -signal.SIGKILL:
            self.kills += 1
            self.happened[f"killed {ending}"] += 1
        elif process.exitcode != 0:
            raise AssertionError(f"a child ended with {process.exitcode}: {ending}")
        process.close()

    def _time_passes(self) -> None:
        drawn = self._rng.random()
        if drawn < 0.2:
            self._clock.instant += timedelta(hours=self._rng.uniform(-30, 30))
            self.happened["clock jumps"] += 1
        else:
            self._clock.advance(timedelta(minutes=1))
        if drawn > 0.8:
            self._provider_passes(timedelta(minutes=self._rng.choice((1, 11, 45))))
        if self._rng.random() < 0.3:
            self._double.ledger.settle()

    def _provider_passes(self, by: timedelta) -> None:
        provider = self._double.clock
        if isinstance(provider, ManualClock):
            provider.advance(by)

    def _read_promises(self) -> None:
        told = told_file(self._home)
        lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
        for line in lines:
            word, number = line.split()
            if word == "refused":
                self.happened[line] += 1
                continue
            kept = self.promises.begun if word == "begun" else self.promises.paid
            kept.add(OrderNo.parse(number))

    def _end(self) -> Outcome:
        """Nothing goes wrong any more; a program started anew has the time it needs."""
        self.faults.stop()
        self._double.ledger.settle()
        box = opened(self._home, self._clock)
        try:
            job = box.purchases.payment_job
            job.take_up()
            for _ in range(_ROUNDS):
                if not box.purchases.checkout.unsettled():
                    break
                self._clock.advance(timedelta(seconds=min(job.beat(), 900.0)))
                self._provider_passes(timedelta(minutes=1))
            box.purchases.checkout.reconcile(threading.Event())
            return judge(box, self._double.ledger, self.promises)
        finally:
            box.close()
