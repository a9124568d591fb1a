"""Logging: a rotating file in the data directory, errors on stderr; no personal data in either."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES = 1 << 20
_FILES = 5


def set_up_logging(data_dir: Path, *, verbose: bool) -> None:
    """Send everything from INFO (DEBUG when verbose) to logs/eats.log, keep five files of 1 MiB."""
    folder = data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    file = RotatingFileHandler(
        folder / "eats.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter(_FORMAT))
    screen = logging.StreamHandler()
    screen.setLevel(logging.DEBUG if verbose else logging.ERROR)
    screen.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for handler in (*root.handlers,):
        root.removeHandler(handler)
    root.addHandler(file)
    root.addHandler(screen)
    for chatty in ("urllib3", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
