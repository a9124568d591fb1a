"""How many bytes an installation takes on disk."""

from __future__ import annotations

import re
from collections import Counter
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure
from eats_desktop.paths import bundle_root

if TYPE_CHECKING:
    from collections.abc import Sequence


_MIB = 1 << 20
_ROOT = "eats-desktop"
_WINDOW = ("pyside6-essentials", "shiboken6")


def figures(_folder: Path) -> Sequence[Figure]:
    sizes = {name: _bytes(found) for name, found in needed(_ROOT).items() if name != _ROOT}
    window = sum(sizes.get(name, 0) for name in _WINDOW)
    biggest = ", ".join(f"{name} {size // _MIB}" for name, size in Counter(sizes).most_common(6))
    own = sum(_folder_bytes(bundle_root() / name) for name in ("eats_desktop", "ui", "resources"))
    return (
        Figure(
            "설치된 실행 패키지",
            sum(sizes.values()) / _MIB,
            "MiB",
            "PySide6만",
            window / _MIB,
            f"패키지 {len(sizes)}개: {biggest}",
        ),
        Figure("프로그램과 자원", own / _MIB, "MiB", "PySide6만", window / _MIB),
    )


def needed(root: str) -> dict[str, Distribution]:
    """Return the installed packages that `root` needs to run, itself included, by plain name."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # needed on another system only
        waiting += [_plain(line) for line in found[name].requires or () if "extra ==" not in line]
    return found


def _plain(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", name[0]).lower() if name else ""


def _bytes(found: Distribution) -> int:
    paths = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def _folder_bytes(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
    return sum(path.stat().st_size for path in files if path.is_file())
