"""Instants in columns: UTC epoch seconds there, aware Korean time here."""

from __future__ import annotations

from datetime import datetime
from typing import overload

from eats_desktop.domain.clock import KST


@overload
def epoch(instant: datetime) -> int: ...
@overload
def epoch(instant: None) -> None: ...
def epoch(instant: datetime | None) -> int | None:
    """Return whole UTC seconds."""
    return None if instant is None else int(instant.timestamp())


@overload
def moment(seconds: int) -> datetime: ...
@overload
def moment(seconds: None) -> None: ...
def moment(seconds: int | None) -> datetime | None:
    """Return the aware instant of whole UTC seconds."""
    return None if seconds is None else datetime.fromtimestamp(seconds, KST)
