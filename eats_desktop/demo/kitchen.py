"""What lies in the pantry of the demonstration, with days counted from the one it is shown on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sized

_FOODS = (
    ("우유 500ml", 1),
    ("두부 1모", 2),
    ("콩나물 1봉지", 3),
    ("애호박 1개", 6),
    ("양파 3개", None),
    ("감자 4개", None),
)
"""What there is and for how many days it keeps, None where nobody wrote it down."""


class Pantry(Protocol):
    """services.pantry_service has it."""

    def items(self) -> Sized: ...
    def add(self, text: str, use_by: date | None = None) -> object: ...


def stock(pantry: Pantry, today: date) -> None:
    """Put a few foods into an empty pantry; for the writer thread."""
    if len(pantry.items()):
        return
    for text, days in _FOODS:
        pantry.add(text, None if days is None else today + timedelta(days=days))
