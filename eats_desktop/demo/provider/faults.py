"""What goes wrong between an asker and the provider, by a script or at random by a seed."""

from __future__ import annotations

import enum
import random
import threading
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from eats_desktop.demo.provider.refusals import OPERATOR_FAULTS, REFUSALS, UNCERTAIN

if TYPE_CHECKING:
    from collections.abc import Sequence


class Operation(enum.StrEnum):
    CREATE = "create"
    CONFIRM = "confirm"
    INQUIRE = "inquire"
    CANCEL = "cancel"
    TRANSACTIONS = "transactions"


class FaultKind(enum.StrEnum):
    """UNDONE: nothing happened in the books; DONE: it did, and the asker does not learn it."""

    NONE = "none"
    DROP_UNDONE = "drop_undone"
    DROP_DONE = "drop_done"
    ERROR_UNDONE = "error_undone"
    ERROR_DONE = "error_done"
    HTML_UNDONE = "html_undone"
    STALL_UNDONE = "stall_undone"
    STALL_DONE = "stall_done"
    LATE = "late"
    """Hangs up; the confirmation is carried out some requests later. Others: as DROP_DONE."""
    BUSY = "busy"
    GARBLED_DONE = "garbled_done"
    TORN_DONE = "torn_done"
    REFUSED = "refused"
    MISSTATED_DONE = "misstated_done"
    """Done, and a 200 that still says READY."""
    FOREIGN_DONE = "foreign_done"
    """Done, and a 200 that is about another order, which expired."""
    NOWHERE_UNDONE = "nowhere_undone"
    """A 404 page of something in between; nothing happened."""
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` is the provider's error code where the kind needs one; `requests` is for LATE."""

    kind: FaultKind
    code: str = ""
    requests: int = 2


NO_FAULT = Fault(FaultKind.NONE)


class Faults(Protocol):
    def next(self, operation: Operation, order_id: str) -> Fault: ...


class NoFaults:
    def next(self, operation: Operation, order_id: str) -> Fault:
        del operation, order_id
        return NO_FAULT


@dataclass
class ScriptedFaults:
    """Each operation meets its faults in this order and none after."""

    script: dict[Operation, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def then(
        self, operation: Operation, kind: FaultKind, code: str = "", requests: int = 2
    ) -> None:
        self.script[operation].append(Fault(kind, code, requests))

    def next(self, operation: Operation, order_id: str) -> Fault:
        del order_id
        waiting = self.script[operation]
        return waiting.popleft() if waiting else NO_FAULT


_ANYWHERE = (
    FaultKind.DROP_UNDONE,
    FaultKind.DROP_DONE,
    FaultKind.ERROR_UNDONE,
    FaultKind.ERROR_DONE,
    FaultKind.HTML_UNDONE,
    FaultKind.GARBLED_DONE,
    FaultKind.TORN_DONE,
    FaultKind.FOREIGN_DONE,
    FaultKind.NOWHERE_UNDONE,
)
_POSTED = (*_ANYWHERE, FaultKind.BUSY)
_KINDS = {
    Operation.CREATE: _POSTED,
    Operation.CONFIRM: (*_POSTED, FaultKind.LATE, FaultKind.REFUSED, FaultKind.MISSTATED_DONE),
    Operation.INQUIRE: _ANYWHERE,
    Operation.CANCEL: _POSTED,
    Operation.TRANSACTIONS: _ANYWHERE,
}


class RandomFaults:
    """Each request fails with `share`; after `most` faults in one order it meets no more.

    `stalls` and `operator` are the shares of silent servers and of wrong keys among the faults.
    """

    def __init__(
        self,
        seed: int,
        share: float = 0.35,
        most: int = 6,
        stalls: float = 0.0,
        operator: float = 0.0,
    ) -> None:
        self._random = random.Random(seed)
        self._share = share
        self._most = most
        self._stalls = stalls
        self._operator = operator
        self._met: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.counts: Counter[tuple[Operation, FaultKind]] = Counter()

    def next(self, operation: Operation, order_id: str) -> Fault:
        with self._lock:
            if self._met[order_id] >= self._most or self._random.random() >= self._share:
                return NO_FAULT
            self._met[order_id] += 1
            fault = self._any(operation)
            self.counts[operation, fault.kind] += 1
            return fault

    def stop(self) -> None:
        self._share = 0.0

    def _any(self, operation: Operation) -> Fault:
        drawn = self._random.random()
        if drawn < self._stalls:
            return Fault(self._one((FaultKind.STALL_UNDONE, FaultKind.STALL_DONE)))
        if drawn < self._stalls + self._operator:
            return Fault(FaultKind.OPERATOR, self._random.choice(list(OPERATOR_FAULTS)))
        kind = self._one(_KINDS[operation])
        if kind is FaultKind.REFUSED:
            return Fault(kind, self._random.choice(list(REFUSALS)))
        if kind in (FaultKind.ERROR_UNDONE, FaultKind.ERROR_DONE):
            return Fault(kind, self._random.choice(list(UNCERTAIN)))
        return Fault(kind, requests=self._random.randint(1, 5))

    def _one(self, kinds: Sequence[FaultKind]) -> FaultKind:
        return self._random.choice(kinds)
