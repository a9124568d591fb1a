"""Lives through simulated days and prints how it went: python -m tests.helpers.world_report 7"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.helpers.simulated_world import MORNING, World
from tests.helpers.world_scores import bad_manners

_OUT = (timedelta(days=2, hours=3), timedelta(days=2, hours=23))
"""When 현대's site is down: long enough that the guide takes over its times."""


def main(days, seed=1, **options):
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        World(Path(folder) / "data", seed=seed, **options) as world,
    ):
        world.outages["hmall"] = tuple(MORNING + by for by in _OUT)
        world.run(days, events=24)
        for line in lines(world):
            print(line)
    print(f"{time.monotonic() - began:.0f} s")


def lines(world):
    found = world.findings
    for name, score in (("slots", found.slots), ("products", found.products)):
        yield f"{name}: precision {score.precision:.4f}, recall {score.recall:.4f} ({score})"
    yield f"doubles {sorted(found.overlaps)}"
    yield f"false cancellations {sorted(found.false_cancels)}, moves {sorted(found.false_moves)}"
    for (kind, verdict), count in sorted(world.events.verdicts().items()):
        yield f"{kind} told {verdict}: {count}"
    for event in world.events.wrong():
        row = world.stored(event)
        yield f"WRONG {event}: stored {row.source} {row.cancelled_at} {row.moved_to} {row.given}"
        yield f"  observed {world.observed(event) if event.product else None}"
    yield f"jobs {dict(world.jobs)}"
    for host, days in sorted(world.requests_per_day().items()):
        yield f"{host}: {list(days.values())} requests a day"
    yield f"impolite: {bad_manners(world.sites.visits)[:10]}"
    sizes = [size for _, size in world.sizes]
    if len(sizes) > 1:
        grown = (sizes[-1] - sizes[1 if len(sizes) > 2 else 0]) / max(len(sizes) - 2, 1)
        yield f"catalogue {[s >> 10 for s in sizes]} KiB; {grown * 30 / (1 << 20):.1f} MiB a month"


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
