"""A linear programme with some whole variables, solved by HiGHS through scipy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GAP = 1e-4
_NODES = 3_000
"""Ends a long search in the same place on every machine; the time is for a very slow one."""

_TIME_S = 5.0


@dataclass(frozen=True, slots=True)
class Solution:
    """`gap`: how far from the best the costs may be, as a share of them; 0 when proven best."""

    values: Sequence[float]
    gap: float


def warm() -> None:
    """Load the solver, about a second of libraries, before it is needed."""
    from scipy import optimize, sparse  # noqa: PLC0415

    _ = optimize.milp, sparse.csr_array


class IntegerProgramme:
    """Variables from 0 to 1 with costs to make small, under rows that must not be exceeded."""

    def __init__(self) -> None:
        self._costs: list[float] = []
        self._whole: list[int] = []
        self._rows: list[tuple[Mapping[int, float], float]] = []

    def variable(self, cost: float, *, whole: bool = False) -> int:
        """Add a variable; return its place among the values of a solution."""
        self._costs.append(cost)
        self._whole.append(int(whole))
        return len(self._costs) - 1

    def at_most(self, terms: Mapping[int, float], bound: float) -> None:
        """Demand that the sum of the terms is not above the bound, which is 0 or more."""
        self._rows.append((terms, bound))

    def solve(self) -> Solution:
        """Return the cheapest values; all 0 keeps every row, so there always is a solution."""
        # A second of libraries, only for who asks for a plan.
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
        from scipy.sparse import csr_array  # noqa: PLC0415

        places = [place for terms, _ in self._rows for place in terms]
        factors = [factor for terms, _ in self._rows for factor in terms.values()]
        ends = np.cumsum([0, *(len(terms) for terms, _ in self._rows)])
        matrix = csr_array((factors, places, ends), shape=(len(self._rows), len(self._costs)))
        found = milp(
            np.asarray(self._costs),
            integrality=np.asarray(self._whole),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(matrix, ub=np.asarray([bound for _, bound in self._rows])),
            options={
                # For some hundred variables it takes twice as long as it saves.
                "presolve": False,
                "mip_rel_gap": _GAP,
                "node_limit": _NODES,
                "time_limit": _TIME_S,
            },
        )
        if found.x is None:
            return Solution([0.0] * len(self._costs), float("inf"))
        gap = float(found.mip_gap or 0.0)
        return Solution(found.x.tolist(), gap if gap > _GAP else 0.0)
