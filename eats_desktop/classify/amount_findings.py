"""What the parser of amounts hands on beside the terms of a name's body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eats_desktop.classify.amount_terms import ONE, Tally, Term

if TYPE_CHECKING:
    from decimal import Decimal

    from eats_desktop.classify.amount_tokens import Token

Clause = list[Term]
"""Terms that a plus joins."""


@dataclass(slots=True)
class Findings:
    """What a name says beside the terms of its body."""

    head: str | None = None
    """The text before the first amount: the name of the goods."""
    stated: list[Tally] = field(default_factory=list)
    shares: list[tuple[str, Token]] = field(default_factory=list)
    """Contents of one: 팩당 150g."""
    announced: list[Clause] = field(default_factory=list)
    """Terms of a bracket before the name proper: [12박스], ★1팩 더★."""
    kinds: Decimal = ONE
    choice: bool = False
    unknown: bool = False
    each: bool = False
    times: Decimal = ONE
    """1+1 stands for 2 of it."""
    timed: bool = False
    """Supplies for days or months are told, so a bare 12+6 may count those."""
    bare_sum: Decimal | None = None
