"""How far an import is, on stderr for people; silent for scripts."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eats_desktop.services.recipe_import import ImportCount

    Show = Callable[[str, ImportCount | None], None]


@contextmanager
def shown_import() -> Iterator[Show]:
    """Yield what shows a piece of work by its name, and how far it is when that is known."""
    if not sys.stderr.isatty():
        yield lambda _name, _count: None
        return
    from rich.console import Console  # noqa: PLC0415  slow to load, and most runs have no terminal
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("레시피 가져오는 중", total=None)

        def show(name: str, count: ImportCount | None) -> None:
            share = None if count is None else count.share
            told = name if count is None else f"{name} {count.read:,}줄"
            bar.update(
                task, description=told, total=None if share is None else 1, completed=share or 0
            )

        yield show
