"""The copies of user.db that can be gone back to, and the way back from a damaged file."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import EatsError, StorageCorruptError
from eats_desktop.storage.backup import USER_FILE, restore_user
from eats_desktop.storage.copying import quick_problem

if TYPE_CHECKING:
    from pathlib import Path


class CopyKind(enum.StrEnum):
    DAILY = "daily"
    BY_HAND = "by_hand"
    MIGRATION = "migration"
    REPLACED = "replaced"
    """What a restore put aside: it may be the damaged file."""


_KINDS = (
    (re.compile(r"user-daily-\d{8}"), CopyKind.DAILY),
    (re.compile(r"user-\d{8}-\d{6}"), CopyKind.BY_HAND),
    (re.compile(r"user-before-\w+"), CopyKind.MIGRATION),
    (re.compile(r"user-replaced-[\d-]+"), CopyKind.REPLACED),
)


@dataclass(frozen=True, slots=True)
class BackupCopy:
    path: Path
    kind: CopyKind
    made_at: datetime
    bytes: int


def backup_copies(backups: Path) -> tuple[BackupCopy, ...]:
    """Return the copies that this program made, the newest first."""
    found = [copy for path in backups.glob("user-*.db") if (copy := _copy(path)) is not None]
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))


def _copy(path: Path) -> BackupCopy | None:
    for pattern, kind in _KINDS:
        if pattern.fullmatch(path.stem):
            facts = path.stat()
            made_at = datetime.fromtimestamp(facts.st_mtime, KST)
            return BackupCopy(path, kind, made_at, facts.st_size)
    return None


@dataclass(frozen=True, slots=True)
class Recovery:
    """A damaged user.db was put `aside`, and a sound copy took its place."""

    copy: BackupCopy
    aside: Path | None


def recover_user(home: Path, backups: Path) -> Recovery | None:
    """Put the newest sound copy in place of a damaged user.db; None when it is sound or absent.

    Raises StorageCorruptError, leaving all as it was, when there is no sound copy.
    """
    current = home / USER_FILE
    problem = quick_problem(current) if current.is_file() else None
    if problem is None:
        return None
    for copy in backup_copies(backups):
        if copy.kind is CopyKind.REPLACED:
            continue
        try:
            return Recovery(copy, restore_user(copy.path, home))
        except EatsError:  # this one is damaged too, or of another program: the next older one
            continue
    raise StorageCorruptError(f"저장 파일이 손상됐고 온전한 백업이 없어요: {current}")
