"""Global options of the command line, and how a command opens what it needs."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from eats_desktop.app.container import Container
from eats_desktop.app.people_desk import PeopleDesk
from eats_desktop.domain.clock import KST, Clock, ManualClock, SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eats_desktop.app.json_shapes import Json

AsJson = Annotated[bool, typer.Option("--json", help="JSON 한 문서로 출력")]

YEARS = range(1970, 9000)
"""What the databases and the calendar can hold with room on both sides."""


class Commands(TyperGroup):
    """A group that names an unknown command, and the known ones, in Korean."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if not args[0].startswith("-") and args[0] not in known:
            raise typer.BadParameter(f"없는 명령이에요: {args[0]} (있는 것: {', '.join(known)})")
        return super().resolve_command(ctx, args)


@dataclass(frozen=True, slots=True)
class Options:
    """What stands before the command."""

    data_dir: Path
    config: Path | None
    now: datetime | None
    verbose: bool
    profile: str | None = None
    """Whose data: a name or an id; None for whoever is active."""

    def household(self) -> PeopleDesk:
        """Open the list of people; NotFoundError for a profile that is none."""
        desk = PeopleDesk(self.data_dir, self.clock())
        if self.profile is None:
            return desk
        return PeopleDesk(self.data_dir, self.clock(), desk.people.named(self.profile).person_id)

    def clock(self) -> Clock:
        return SystemClock() if self.now is None else ManualClock(self.now)

    @contextmanager
    def container(self) -> Iterator[Container]:
        """Open the databases and services for one command and close them after it."""
        person_id = self.household().person_id
        container = Container.open(self.data_dir, self.config, self.clock(), person_id)
        try:
            yield container
        finally:
            container.close()


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant; one without offset is Korean time."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError as exc:
        message = f"시각 형식이 아니에요 (예: 2026-11-23T20:40:00+09:00): {text}"
        raise typer.BadParameter(message) from exc
    if value.year not in YEARS:
        raise typer.BadParameter(f"다룰 수 없는 해예요: {text}")
    return value if value.tzinfo else value.replace(tzinfo=KST)


def parse_day(text: str) -> date:
    """Read YYYY-MM-DD."""
    try:
        value = date.fromisoformat(text)
    except ValueError as exc:
        raise typer.BadParameter(f"날짜 형식이 아니에요 (예: 2026-11-23): {text}") from exc
    if value.year not in YEARS:
        raise typer.BadParameter(f"다룰 수 없는 해예요: {text}")
    return value


def sound_text(text: str) -> str:
    """Return the text with what no name holds replaced: half characters of a shell, NUL."""
    return text.encode(errors="replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


def batch_lines() -> Iterator[str]:
    """Yield the lines of standard input as UTF-8 whatever the terminal's encoding is."""
    for line in sys.stdin.buffer:
        yield sound_text(line.decode("utf-8", errors="replace")).strip()


def print_json(document: Json) -> None:
    """Print one JSON document in UTF-8 whatever the terminal's encoding is."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
