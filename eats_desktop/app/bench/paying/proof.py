"""Many random lives against one provider, counted and judged."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol
from unittest.mock import patch

from eats_desktop.app.bench.paying.crashing import Crasher
from eats_desktop.app.bench.paying.homes import API_KEY, START, Homes, toss_settings
from eats_desktop.app.bench.paying.kills import KilledLife, Nursery
from eats_desktop.app.bench.paying.shopper import Life
from eats_desktop.app.bench.paying.verdict import strangers
from eats_desktop.demo.provider import ProviderDouble
from eats_desktop.domain.clock import ManualClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from eats_desktop.app.bench.paying.verdict import Outcome, Promises
    from eats_desktop.demo.provider import FaultKind, Operation, RandomFaults

_MANY = 200
_TRIES = 5
"""Lives for each kill that is wanted: not every life is killed."""

_WAIT_S = 1.0
"""How long the program waits for a silent provider; in earnest 10 s and 60 s."""


class AnyLife(Protocol):
    """What one life leaves to be counted."""

    promises: Promises
    faults: RandomFaults
    happened: Counter[str]
    begun_s: list[float]
    kills: int

    def live(self) -> Outcome: ...


@dataclass
class Tally:
    """Sums over all lives; `violations` name the seed of the life they were found in."""

    runs: int = 0
    kills: int = 0
    crashes: int = 0
    full: int = 0
    orders: int = 0
    paid: int = 0
    charges: int = 0
    refunds: int = 0
    unknowns: int = 0
    late: int = 0
    promises: int = 0
    requests: int = 0
    unkeyed: int = 0
    took_s: float = 0.0
    begun_s: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    happened: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def add(self, seed: str, outcome: Outcome, life: AnyLife) -> None:
        self.runs += 1
        self.orders += len(outcome.orders)
        self.paid += len(life.promises.paid)
        self.charges += outcome.charges
        self.refunds += outcome.refunds
        self.unknowns += outcome.unknowns
        self.late += outcome.late
        self.promises += life.promises.count
        self.kills += life.kills
        self.begun_s += life.begun_s
        self.happened += life.happened
        self.faults += _named(life.faults.counts)
        self.violations += [f"{seed}: {problem}" for problem in outcome.violations]

    def missing(self, kills: int) -> list[str]:
        """Name what did not happen often enough for the proof to mean anything."""
        wanted = {
            "charges": (self.charges, self.runs // 4),
            "unknowns": (self.unknowns, self.runs // 10),
            "kills": (self.kills, kills),
            "promises": (self.promises, self.runs),
        }
        if self.runs >= _MANY:
            wanted |= {"refunds": (self.refunds, self.runs // 20)}
            wanted |= {"crashes": (self.crashes, self.runs // 10)}
            wanted |= {"full disks": (self.full, self.runs // 20)}
        return [f"{name}: {got} of {least}" for name, (got, least) in wanted.items() if got < least]


def prove(folder: Path, seed: int, runs: int, kills: int, share: float | None = None) -> Tally:
    """Play `runs` lives within this process, then lives in processes until so many were killed.

    `share` of the requests meet a fault; each life draws its own unless it is given.
    """
    begins = time.perf_counter()
    clock = ManualClock(START)
    with _provider(clock) as double, patch.dict(os.environ, {"EATS_TOSS_KEY": API_KEY}):
        proof = _Proof(Homes(folder), double, clock, seed, share)
        tally = proof.tally
        proof.within(runs)
        proof.killing(kills)
        tally.violations += strangers(double.ledger, proof.known)
        tally.unkeyed = double.api.unkeyed
        tally.requests = double.asked.total()
    tally.took_s = time.perf_counter() - begins
    return tally


class _Proof:
    """`known` are the names at the provider that some home has."""

    def __init__(
        self,
        homes: Homes,
        double: ProviderDouble,
        clock: ManualClock,
        seed: int,
        share: float | None,
    ) -> None:
        self._homes = homes
        self._double = double
        self._seed = seed
        self._share = share
        self._clock = clock
        self._settings = toss_settings(double.base_url, _WAIT_S)
        self.known: set[str] = set()
        self.tally = Tally()

    def within(self, runs: int) -> None:
        crasher = Crasher()
        with crasher.installed():
            for number in range(runs):
                self._one(
                    f"{self._seed}-{number}",
                    lambda home, rng: Life(home, self._double, crasher, rng, self._share),
                )
        self.tally.crashes, self.tally.full = crasher.crashes, crasher.full

    def killing(self, kills: int) -> None:
        nursery = Nursery()
        for number in range(kills * _TRIES):
            if self.tally.kills >= kills:
                break
            self._one(
                f"{self._seed}-k{number}",
                lambda home, rng: KilledLife(home, self._double, nursery, rng),
            )

    def _one(self, name: str, life_of: Callable[[Path, random.Random], AnyLife]) -> None:
        self._clock.instant = START
        home = self._homes.fresh(name, self._settings)
        life = life_of(home, random.Random(name))  # noqa: S311  the same life for the same seed
        outcome = life.live()
        self.known |= {payment.wire_id for payment in outcome.payments}
        self.tally.add(name, outcome, life)
        self._homes.discard(home)


@contextmanager
def _provider(clock: ManualClock) -> Iterator[ProviderDouble]:
    """The provider's clock is three minutes ahead of the homes'."""
    with ProviderDouble(clock, API_KEY, timedelta(minutes=3)) as double:
        yield double


def _named(counts: Counter[tuple[Operation, FaultKind]]) -> Counter[str]:
    return Counter({f"{operation} {kind}": n for (operation, kind), n in counts.items()})
