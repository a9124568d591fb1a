"""Brings a database file to the newest schema: copied first, refused when newer than us."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from eats_desktop.domain.errors import StorageNewerError
from eats_desktop.storage.copying import copy_database

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


@dataclass(frozen=True, slots=True)
class History:
    """One of the two migration histories: a folder of revisions."""

    name: str

    def config(self) -> Config:
        config = Config()
        folder = str(_SCRIPTS).replace("%", "%%")  # the config interpolates
        config.set_main_option("script_location", folder)
        config.set_main_option("version_locations", f"{folder}/{self.name}")
        config.set_main_option("path_separator", "newline")
        return config

    def head(self) -> str:
        head = ScriptDirectory.from_config(self.config()).get_current_head()
        if head is None:
            raise ValueError(f"no revision in {self.name}")
        return head

    def knows(self, revision: str) -> bool:
        scripts = ScriptDirectory.from_config(self.config())
        return revision in {script.revision for script in scripts.walk_revisions()}


CATALOG = History("catalog")
USER = History("user")


def migrate(database: Database, history: History, backups: Path) -> Path | None:
    """Upgrade the file; return the copy made first, or None when nothing had to be done.

    Raises StorageNewerError, touching nothing, when the file's revision is unknown to us.
    """
    with database.read() as connection:
        current = revision_of(connection)
    head = history.head()
    if current == head:
        return None
    if current is not None and not history.knows(current):
        raise StorageNewerError(
            f"더 새로운 판이 만든 파일이라 열지 않았어요: {database.path.name} (판 {current}). "
            "프로그램을 새 판으로 올려 주세요."
        )
    copy = _copy_first(database, backups, current) if current is not None else None
    config = history.config()
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return copy


def revision_of(connection: Connection) -> str | None:
    """Return the schema revision a file is at, None for a file without our schema."""
    return MigrationContext.configure(connection).get_current_revision()


def _copy_first(database: Database, backups: Path, current: str) -> Path:
    copy = backups / f"{database.path.stem}-before-{current}.db"
    copy_database(database.path, copy)
    return copy
