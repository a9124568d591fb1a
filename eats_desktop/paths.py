"""Where the program's own files and the user's files are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs


def bundle_root() -> Path:
    """Return the folder that holds ui/ and resources/: frozen, installed wheel or checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "_bundle"
    return installed if installed.is_dir() else package.parent


def resources() -> Path:
    return bundle_root() / "resources"


def default_data_dir() -> Path:
    """Return EATS_DATA_DIR, a checkout's local_data/, or the OS folder for user data."""
    chosen = os.environ.get("EATS_DATA_DIR")
    if chosen:
        return Path(chosen)
    checkout = bundle_root() / "local_data"
    if not getattr(sys, "frozen", False) and (bundle_root() / "pyproject.toml").is_file():
        return checkout
    return Path(platformdirs.user_data_dir("eats-desktop", appauthor=False))
