"""The project's own figures, each beside what it is to be compared with."""

from __future__ import annotations

import importlib
import tempfile
from pathlib import Path

from eats_desktop.app.bench.figures import Figure

__all__ = ["SUITES", "Figure", "run_suites"]

SUITES = (
    "size",
    "classify",
    "sync",
    "storage",
    "search",
    "importing",
    "recipes",
    "screens",
    "window",
)


def run_suites(suite: str, data_dir: Path) -> tuple[Figure, ...]:
    """Run one suite, or "all" but quality (its sets lie outside) and payments (minutes).

    Files are made on the disk of the data directory and thrown away.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    found: list[Figure] = []
    for name in SUITES if suite == "all" else (suite,):
        # Loaded one by one: the window's empty baseline must not carry the other suites' memory.
        module = importlib.import_module(f"{__name__}.{name}")
        with tempfile.TemporaryDirectory(prefix="bench-", dir=data_dir) as folder:
            found += module.figures(Path(folder))
    return tuple(found)
