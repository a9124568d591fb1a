"""A payment provider on loopback with a ledger of its own: for demonstrations, tests and proofs.

It speaks the REST API of Toss Payments (2022-11-16) as far as this program uses it, and is
stricter: what the program must not send is refused.
"""

from __future__ import annotations

from eats_desktop.demo.provider.faults import (
    NO_FAULT,
    Fault,
    FaultKind,
    NoFaults,
    Operation,
    RandomFaults,
    ScriptedFaults,
)
from eats_desktop.demo.provider.ledger import EntryKind, Ledger, WireStatus
from eats_desktop.demo.provider.refusals import OPERATOR_FAULTS, REFUSALS, RefusalError
from eats_desktop.demo.provider.server import Moment, ProviderDouble

__all__ = [
    "NO_FAULT",
    "OPERATOR_FAULTS",
    "REFUSALS",
    "EntryKind",
    "Fault",
    "FaultKind",
    "Ledger",
    "Moment",
    "NoFaults",
    "Operation",
    "ProviderDouble",
    "RandomFaults",
    "RefusalError",
    "ScriptedFaults",
    "WireStatus",
]
