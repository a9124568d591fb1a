"""Brings a database file to the newest schema: copied first, refused when newer than us."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from eats_desktop.domain.errors import StorageNewerError
from eats_desktop.storage.copying import copy_database

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from eats_desktop.storage.database import Database

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


@dataclass(frozen=True, slots=True)
class History:
    """One of the two migration histories: a folder of revisions, `0001_first.py` being name_0001.

    Alembic is loaded only when there is something to migrate: it takes a fifth of a second.
    """

    name: str

    def config(self) -> Config:
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        folder = str(_SCRIPTS).replace("%", "%%")  # the config interpolates
        config.set_main_option("script_location", folder)
        config.set_main_option("version_locations", f"{folder}/{self.name}")
        config.set_main_option("path_separator", "newline")
        return config

    def head(self) -> str:
        return max(self._revisions())

    def knows(self, revision: str) -> bool:
        return revision in self._revisions()

    def _revisions(self) -> frozenset[str]:
        files = (_SCRIPTS / self.name).glob("[0-9]*.py")
        return frozenset(f"{self.name}_{file.name[:4]}" for file in files)


CATALOG = History("catalog")
USER = History("user")


def migrate(database: Database, history: History, backups: Path) -> Path | None:
    """Upgrade the file; return the copy made first, or None when nothing had to be done.

    Raises StorageNewerError, touching nothing, when the file's revision is unknown to us.
    """
    with database.read() as connection:
        current = revision_of(connection)
    if current == history.head():
        return None
    if current is not None and not history.knows(current):
        raise StorageNewerError(
            f"더 새로운 판이 만든 파일이라 열지 않았어요: {database.path.name} (판 {current}). "
            "프로그램을 새 판으로 올려 주세요."
        )
    copy = _copy_first(database, backups, current) if current is not None else None
    _upgrade(database, history)
    return copy


def _upgrade(database: Database, history: History) -> None:
    from alembic import command  # noqa: PLC0415

    config = history.config()
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def revision_of(connection: Connection) -> str | None:
    """Return the schema revision a file is at, None for a file without our schema."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _copy_first(database: Database, backups: Path, current: str) -> Path:
    copy = backups / f"{database.path.stem}-before-{current}.db"
    copy_database(database.path, copy)
    return copy
