"""Schemas come from two histories; a file is copied before it changes and never goes back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from eats_desktop.domain.errors import StorageNewerError
from eats_desktop.storage import migrate as migrate_module
from eats_desktop.storage.databases import Databases
from eats_desktop.storage.driver import sqlite_driver
from eats_desktop.storage.migrate import CATALOG, USER, migrate, revision_of
from eats_desktop.storage.tables import CatalogBase, UserBase
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import CHANNELS, airing, opened, put, rows

HEAD = CATALOG.head()
NEXT = """
from alembic import op

revision = "{revision}"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE channel_number ADD COLUMN colour TEXT")
    op.execute("{then}")
"""


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Make this program one schema newer; the second step of that schema is the argument."""

    def install(then="SELECT 1"):
        scripts = tmp_path / "100% 판" / "migrations"
        shutil.copytree(migrate_module._SCRIPTS, scripts)
        revision = f"catalog_{int(HEAD[-4:]) + 1:04}"
        script = NEXT.format(revision=revision, head=HEAD, then=then)
        (scripts / "catalog" / f"{revision[-4:]}_colour.py").write_text(script)
        monkeypatch.setattr(migrate_module, "_SCRIPTS", scripts)

    return install


def stamp(path, revision):
    with closing(sqlite_driver.connect(str(path))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def _is_a_model(name, kind, _parents):
    """Full text and signs are no models, nor are the tables SQLite keeps for them."""
    return kind != "table" or not name.startswith(("search_text", "search_sign"))


@pytest.mark.parametrize(
    ("name", "base"), [("catalog", CatalogBase), ("user", UserBase)], ids=["catalog", "user"]
)
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_migrated_schema_is_the_one_the_models_say(databases, name, base):
    with getattr(databases, name).read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_a_model}
        )
        assert compare_metadata(context, base.metadata) == []


@pytest.mark.parametrize("history", [CATALOG, USER], ids=lambda history: history.name)
def test_an_empty_file_is_brought_to_the_head(databases, history):
    with getattr(databases, history.name).read() as connection:
        assert revision_of(connection) == history.head()


def test_the_histories_know_nothing_of_each_other():
    assert CATALOG.knows(CATALOG.head())
    assert not CATALOG.knows(USER.head())
    assert not USER.knows(CATALOG.head())


def test_opening_a_current_file_copies_nothing(tmp_path):
    for _ in range(2):
        with opened(tmp_path) as databases:
            assert not databases.backups.exists()


def test_what_was_stored_is_there_after_a_restart(tmp_path):
    with opened(tmp_path) as databases:
        put(databases, airing(at(8), product()))
    with opened(tmp_path) as databases:
        assert len(databases.schedule.broadcasts(at(0), at(24), food_only=True)) == 1


def test_an_older_file_is_copied_first_and_then_upgraded(tmp_path, next_version):
    with opened(tmp_path) as databases:
        put(databases, airing(at(8), product()))
    next_version()
    with opened(tmp_path) as databases:
        assert rows(databases.catalog, "SELECT colour FROM channel_number") == []
        copy = databases.backups / f"catalog-before-{HEAD}.db"
    with closing(sqlite_driver.connect(str(copy))) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(channel_number)")]
        assert "colour" not in columns
        assert connection.execute("SELECT count(*) FROM broadcast").fetchone() == (1,)


def test_an_upgrade_tells_which_copy_it_made(tmp_path, next_version):
    with opened(tmp_path) as databases:
        next_version()
        copy = migrate(databases.catalog, CATALOG, databases.backups)
        assert copy is not None
        assert copy.is_file()
        assert migrate(databases.catalog, CATALOG, databases.backups) is None


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(tmp_path, next_version):
    with opened(tmp_path) as databases:
        next_version(then="CREATE TABLE broadcast (x)")
        with pytest.raises(Exception, match="already exists"):
            migrate(databases.catalog, CATALOG, databases.backups)
        with databases.catalog.read() as connection:
            assert revision_of(connection) == HEAD
        columns = rows(databases.catalog, "SELECT name FROM pragma_table_info('channel_number')")
    assert ("colour",) not in columns


@pytest.mark.parametrize("name", ["catalog", "user"])
def test_a_file_of_a_newer_program_is_refused_and_not_touched(tmp_path, name):
    with opened(tmp_path):
        pass
    path = tmp_path / f"{name}.db"
    stamp(path, f"{name}_9999")
    before = path.read_bytes()
    with pytest.raises(StorageNewerError, match=rf"{name}\.db \(판 {name}_9999\)"):
        Databases.open(tmp_path, CHANNELS)
    assert path.read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_a_refused_file_is_let_go(tmp_path):
    with opened(tmp_path):
        pass
    stamp(tmp_path / "user.db", "user_9999")
    with pytest.raises(StorageNewerError):
        Databases.open(tmp_path, CHANNELS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalog.db", "user.db"]


@pytest.mark.parametrize("history", [CATALOG, USER], ids=lambda history: history.name)
def test_a_schema_never_goes_back(databases, history):
    config = history.config()
    with getattr(databases, history.name).write() as connection:
        config.attributes["connection"] = connection
        with pytest.raises(NotImplementedError, match="never goes back"):
            command.downgrade(config, "base")
    with getattr(databases, history.name).read() as connection:
        assert revision_of(connection) == history.head()


def test_two_programs_may_start_on_an_empty_folder_at_once(tmp_path):
    script = (
        "import sys; from pathlib import Path;"
        "from eats_desktop.storage.databases import Databases;"
        "sys.stdin.readline(); Databases.open(Path(sys.argv[1]), ()).close()"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "data")],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(migrate_module.__file__).parents[2],
        )
        for _ in range(3)
    ]
    for process in starts:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    errors = [process.communicate()[1].decode()[-300:] for process in starts]
    assert errors == ["", "", ""]
    with opened(tmp_path / "data") as databases:
        assert databases.integrity_problems() == ()
