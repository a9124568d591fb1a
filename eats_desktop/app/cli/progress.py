"""A progress bar on stderr for people; silent for scripts."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eats_desktop.domain.events import SyncProgressed, SyncStarted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.jobs.events import EventBus


@contextmanager
def shown_progress(bus: EventBus) -> Iterator[None]:
    """Show how far a synchronisation is while the body runs."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415  slow to load, and most runs have no terminal
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("받는 중", total=None)
        bus.subscribe(SyncStarted, lambda event: bar.update(task, total=event.total))
        bus.subscribe(
            SyncProgressed,
            lambda event: bar.update(task, completed=event.done, description=event.source),
        )
        yield
