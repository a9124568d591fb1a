"""Verified copies of the shopper's file, and the way back."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import InputError, StorageCorruptError, StorageNewerError
from eats_desktop.storage.copying import copy_database, integrity_problem, open_read_only
from eats_desktop.storage.migrate import USER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

USER_FILE = "user.db"
_DAILY = "user-daily-"
_KEPT = 7


def restore_user(file: Path, data_dir: Path) -> Path | None:
    """Put a backup in place of user.db; return where the replaced file was kept.

    Raises InputError when the file is not ours, StorageCorruptError when damaged,
    StorageNewerError when a newer program wrote it. Nothing is replaced then.
    """
    if not file.is_file():
        raise InputError(f"백업 파일이 없어요: {file}")
    problem = integrity_problem(file)
    if problem is not None:
        raise StorageCorruptError(f"백업 파일이 손상됐어요: {problem}")
    _require_ours(file)
    current = data_dir / USER_FILE
    aside = _set_aside(current, data_dir / "backups") if current.is_file() else None
    ready = current.with_name(USER_FILE + ".restored")
    copy_database(file, ready)
    for leftover in ("-wal", "-shm"):  # a log of the old file must never meet the new one
        current.with_name(USER_FILE + leftover).unlink(missing_ok=True)
    ready.replace(current)
    return aside


def _set_aside(current: Path, backups: Path) -> Path:
    """Keep the file that is replaced: a verified copy, or its damaged parts as they are."""
    aside = backups / f"user-replaced-{datetime.now(KST):%Y%m%d-%H%M%S-%f}.db"
    if integrity_problem(current) is None:
        copy_database(current, aside)
        return aside
    backups.mkdir(parents=True, exist_ok=True)
    for part in ("", "-wal"):
        piece = current.with_name(current.name + part)
        if piece.is_file():
            shutil.copy2(piece, aside.with_name(aside.name + part))
    return aside


def _require_ours(file: Path) -> None:
    with closing(open_read_only(file)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        ours = {"wish", "inbox", "alembic_version"} <= names
        found = ours and connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if not found:
        raise InputError(f"이 프로그램의 백업이 아니에요: {file}")
    (revision,) = found
    if not USER.knows(revision):
        raise StorageNewerError(
            f"더 새로운 판의 백업이라 되돌리지 않았어요: {file} (판 {revision})"
        )


def daily_backup(user_file: Path, backups: Path, now: datetime) -> Path | None:
    """Copy user.db once a day and keep the newest seven; return the copy, None if made already."""
    target = backups / f"{_DAILY}{now.astimezone(KST):%Y%m%d}.db"
    if target.exists():
        return None
    copy_database(user_file, target)
    for old in _daily_copies(backups)[:-_KEPT]:
        old.unlink()
    return target


def newest_backup_at(backups: Path) -> datetime | None:
    """Return when the newest verified copy of user.db was made."""
    copies = [*backups.glob("user-*.db")] if backups.is_dir() else []
    newest = max((copy.stat().st_mtime for copy in copies), default=None)
    return None if newest is None else datetime.fromtimestamp(newest, KST)


def _daily_copies(backups: Path) -> Sequence[Path]:
    return sorted(backups.glob(f"{_DAILY}*.db"))
