"""How fast recipe files come into the library, beside loading their bare columns into SQLite."""

from __future__ import annotations

import csv
import threading
from contextlib import closing
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure, seconds
from eats_desktop.app.container import Container
from eats_desktop.classify.recipe_library import RecipeLibrary
from eats_desktop.domain.clock import SystemClock
from eats_desktop.paths import resources
from eats_desktop.services.import_report import ImportReport
from eats_desktop.sources.recipes.files import recipe_files
from eats_desktop.storage.driver import sqlite_driver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from eats_desktop.domain.recipe import Recipe

_COLUMNS = (
    "RCP_SNO", "RCP_TTL", "CKG_NM", "INQ_CNT", "CKG_MTH_ACTO_NM", "CKG_STA_ACTO_NM",
    "CKG_KND_ACTO_NM", "CKG_MTRL_CN", "CKG_INBUN_NM", "CKG_DODF_NM", "CKG_TIME_NM",
)  # fmt: skip
_MIB = 1 << 20


def figures(folder: Path, recipes: int = 5_000) -> Sequence[Figure]:
    """Import so many variations of the shipped recipes, index them, find one."""
    file, bare = folder / "recipes.csv", folder / "bare.db"
    with closing(Container.open(folder / "data", None, SystemClock())) as box:
        box.sync_job.keep_up(threading.Event())
        before = _size(box)
        file.parent.mkdir(parents=True, exist_ok=True)
        library = RecipeLibrary.load(resources() / "recipes", box.food.kitchen)
        shipped = [*library.recipes.values()]
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([_COLUMNS, *_rows(shipped, recipes)])
        loading = seconds(lambda: _load(file, bare))
        importing = seconds(lambda: _imported(box, file, folder))
        again = seconds(lambda: _imported(box, file, folder))
        indexing = seconds(lambda: box.sync_job.keep_up(threading.Event()))
        size = (_size(box) - before) / _MIB
    over = f"레시피 {recipes:,}개"
    plain = recipes / loading
    return (
        Figure("레시피 가져오기", recipes / importing, "개/초", "CSV만 SQLite로", plain, over),
        Figure("같은 파일 다시", recipes / again, "개/초", "CSV만 SQLite로", plain, over),
        Figure("찾기 색인", recipes / indexing, "개/초", "CSV만 SQLite로", plain, over),
        Figure(
            "색인까지 저장 크기", size, "MiB", "CSV만 SQLite로", bare.stat().st_size / _MIB, over
        ),
    )


def _rows(shipped: Sequence[Recipe], count: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        one = shipped[number % len(shipped)]
        lines = "| ".join(line.text for line in one.ingredients)
        yield (
            number, f"{one.title} {number}", one.dish, number % 997, one.method, one.occasion,
            one.category, f"[재료] {lines}", f"{one.servings}인분", one.difficulty,
            f"{one.minutes}분이내",
        )  # fmt: skip


def _load(file: Path, target: Path) -> None:
    marks = ", ".join("?" * len(_COLUMNS))
    with (
        file.open(encoding="utf-8", newline="") as lines,
        closing(sqlite_driver.connect(target)) as connection,
        connection,
    ):
        rows = csv.reader(lines)
        connection.execute(f"CREATE TABLE recipe ({', '.join(next(rows))})")
        connection.executemany(f"INSERT INTO recipe VALUES ({marks})", rows)  # noqa: S608


def _imported(box: Container, file: Path, folder: Path) -> None:
    (origin,) = recipe_files([file])
    with ImportReport(folder / "report.csv") as report:
        box.recipe_imports.importer.run(origin, report, threading.Event())


def _size(box: Container) -> int:
    path = box.databases.catalog.path
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
