"""Whether a payment is ever lost or made twice: 1,000 random lives and 120 killed programs."""

from __future__ import annotations

import random
import sys
from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.app.bench.paying.homes import START, fill_cart, opened
from eats_desktop.app.bench.paying.proof import Tally, prove
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RUNS, KILLS, SEED = 1000, 120, 20261125
_COMMITS = 200


def figures(
    folder: Path, runs: int = RUNS, kills: int = KILLS, seed: int = SEED
) -> Sequence[Figure]:
    """Raise ModelError when an order is wrong, or when too little happened to prove anything."""
    tally = prove(folder, seed, runs, kills)
    for line in report(tally):
        print(line, file=sys.stderr)  # noqa: T201  the long run's own account
    problems = [*tally.violations, *tally.missing(kills)]
    if problems:
        raise ModelError("; ".join(problems[:20]))
    over = (
        f"씨앗 {seed}, {tally.runs:,}번, 주문 {tally.orders:,}건, 청구 {tally.charges:,}번, "
        f"환불 {tally.refunds:,}번, 모르는 결과 {tally.unknowns:,}번, 강제 종료 {tally.kills}번, "
        f"{tally.took_s:.0f}초"
    )
    small = [commit * 1000 for commit in _small_commits(folder)]
    begun = [begin * 1000 for begin in tally.begun_s]
    beside = "장바구니 체크 하나"
    return (
        Figure("결제 장부와 다른 주문", len(tally.violations), "건", "허용", 0, over),
        *(
            Figure(
                f"누르고 결제 기록까지 p{part:.0%}".rstrip("%"),
                share(begun, part), "ms", beside, share(small, part), f"{len(begun):,}번",
            )
            for part in (0.5, 0.95)
        ),
    )  # fmt: skip


def report(tally: Tally) -> Sequence[str]:
    """Say what happened, one count a line."""
    faults = ", ".join(f"{name} {n}" for name, n in tally.faults.most_common())
    happened = ", ".join(f"{name} {n}" for name, n in tally.happened.most_common())
    return (
        (
            f"runs {tally.runs}, kills {tally.kills}, crashes {tally.crashes}, "
            f"full disks {tally.full}, {tally.took_s:.1f} s"
        ),
        (
            f"orders {tally.orders}, paid and said so {tally.paid}, charges {tally.charges}, "
            f"refunds {tally.refunds}, unknowns {tally.unknowns}, late {tally.late}, "
            f"promises {tally.promises}, requests {tally.requests}, without a key {tally.unkeyed}"
        ),
        f"faults: {faults}",
        f"happened: {happened}",
        f"violations {len(tally.violations)}",
        *tally.violations[:40],
    )


def _small_commits(folder: Path) -> Sequence[float]:
    """Time the smallest durable change of the same file: a tick in the cart."""
    box = opened(folder / "template", ManualClock(START))
    try:
        fill_cart(box, random.Random(1))  # noqa: S311  the same cart every time
        (line, *_) = box.purchases.cart.lines()
        ticks = [bool(n % 2) for n in range(_COMMITS)]
        return [seconds(partial(box.purchases.cart.check, line.line_id, on=on)) for on in ticks]
    finally:
        box.close()
