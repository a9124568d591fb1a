"""One measured figure with its baseline, and how runs are timed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.app.json_shapes import Json


@dataclass(frozen=True, slots=True)
class Figure:
    """`baseline` is measured in the same run, in the same unit; `size` says over what."""

    name: str
    value: float
    unit: str
    baseline_name: str
    baseline: float
    size: str = ""

    def as_json(self) -> dict[str, Json]:
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "baseline_name": self.baseline_name,
            "baseline": round(self.baseline, 3),
            "size": self.size,
        }

    def as_line(self) -> str:
        beside = f"{self.baseline_name}: {_number(self.baseline)} {self.unit}"
        over = f" [{self.size}]" if self.size else ""
        return f"{self.name}: {_number(self.value)} {self.unit}  ({beside}){over}"


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.3f}"


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the fastest run's seconds: the one that others disturbed least."""
    return min(seconds(work) for _ in range(times))


def share(values: Sequence[float], part: float) -> float:
    """Return the smallest value that `part` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
