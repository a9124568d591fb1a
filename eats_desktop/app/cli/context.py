"""Global options of the command line, and how a command opens what it needs."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import KST, Clock, ManualClock, SystemClock
from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eats_desktop.app.json_shapes import Json


@dataclass(frozen=True, slots=True)
class Options:
    """What stands before the command."""

    data_dir: Path
    config: Path | None
    now: datetime | None
    verbose: bool

    def clock(self) -> Clock:
        return SystemClock() if self.now is None else ManualClock(self.now)

    @contextmanager
    def container(self) -> Iterator[Container]:
        """Open the databases and services for one command and close them after it."""
        container = Container.open(self.data_dir, self.config, self.clock())
        try:
            yield container
        finally:
            container.close()


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant; one without offset is Korean time."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError as exc:
        raise InputError(f"시각 형식이 아니에요 (예: 2026-11-23T20:40:00+09:00): {text}") from exc
    return value if value.tzinfo else value.replace(tzinfo=KST)


def print_json(document: Json) -> None:
    """Print one JSON document in UTF-8 whatever the terminal's encoding is."""
    text = json.dumps(document, ensure_ascii=False, indent=None)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
