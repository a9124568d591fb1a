"""Each file is opened safely, one writer at a time, and its failures are foreseen ones."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from functools import partial

import pytest
import sqlalchemy
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.errors import (
    StorageCorruptError,
    StorageEnvironmentError,
    StorageFullError,
)
from eats_desktop.storage import database as database_module
from eats_desktop.storage.database import Database, FileRules, translated
from eats_desktop.storage.databases import Databases
from eats_desktop.storage.driver import driver_name, has_wal_risk, sqlite_driver
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import CHANNELS, airing, opened, put, rows

VERSIONS = st.tuples(st.integers(3, 4), st.integers(0, 60), st.integers(0, 12))


def pragma(connection, name):
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_the_driver_carries_a_sqlite_without_the_wal_bug(databases):
    facts = databases.facts()
    assert facts.driver == driver_name == "pysqlite3"
    assert not facts.wal_risk


@pytest.mark.parametrize(
    ("version", "risky"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 3), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_the_wal_bug_is_known_by_version(version, risky):
    assert has_wal_risk(version) is risky


@given(version=VERSIONS)
def test_a_later_patch_of_a_safe_sqlite_is_safe(version):
    major, minor, patch = version
    assert has_wal_risk(version) or not has_wal_risk((major, minor, patch + 1))


def test_sqlite_vec_is_loaded_and_nothing_else_can_be(databases):
    assert databases.facts().vec_version.startswith("v0.")
    with (
        databases.catalog.read() as connection,
        pytest.raises(sqlalchemy.exc.OperationalError, match="not authorized"),
    ):
        connection.exec_driver_sql("SELECT load_extension('anything')")


@pytest.mark.parametrize(("name", "synchronous"), [("catalog", 1), ("user", 2)])
def test_files_are_opened_durably(databases, name, synchronous):
    database = getattr(databases, name)
    for opening in (database.read, database.write):
        with opening() as connection:
            assert pragma(connection, "journal_mode") == "wal"
            assert pragma(connection, "foreign_keys") == 1
            assert pragma(connection, "busy_timeout") == 5000
            assert pragma(connection, "synchronous") == synchronous


def test_a_reader_cannot_write(databases):
    with databases.catalog.read() as connection, pytest.raises(StorageEnvironmentError):
        connection.exec_driver_sql("DELETE FROM broadcast")


def test_a_writer_holds_the_file_from_its_first_moment(databases):
    other = sqlite_driver.connect(str(databases.catalog.path), isolation_level=None, timeout=0)
    with (
        databases.catalog.write(),
        pytest.raises(sqlite_driver.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_second_process_that_waits_too_long_is_told_so(databases, monkeypatch):
    monkeypatch.setattr(database_module, "_BUSY_MS", 1)
    second = Database(databases.catalog.path, FileRules("NORMAL"))
    with (
        databases.catalog.write(),
        pytest.raises(StorageEnvironmentError, match="다른 프로그램"),
        second.write(),
    ):
        pytest.fail("two writers at once")
    second.close()


def test_a_refused_writer_can_write_later(databases, monkeypatch):
    monkeypatch.setattr(database_module, "_BUSY_MS", 1)
    second = Database(databases.catalog.path, FileRules("NORMAL"))
    with databases.catalog.write(), pytest.raises(StorageEnvironmentError), second.write():
        pytest.fail("two writers at once")
    with second.write() as connection:
        connection.exec_driver_sql("INSERT INTO channel_number VALUES ('hmall', 12, 'x', 0)")
    second.close()
    assert rows(databases.catalog, "SELECT channel_no FROM channel_number") == [(12,)]


def test_a_reader_sees_the_last_state_while_a_writer_writes(databases):
    put(databases, airing(at(8), product()))
    with databases.writer.transaction() as tx:
        tx.prune(at(23))
        assert rows(databases.catalog, "SELECT count(*) FROM broadcast") == [(1,)]
    assert rows(databases.catalog, "SELECT count(*) FROM broadcast") == [(0,)]


def test_a_transaction_that_fails_leaves_nothing(databases):
    def stopped_halfway():
        with databases.writer.transaction() as tx:
            tx.save_channel_numbers({"hmall": 12}, "uplus_guide", at(8))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stopped_halfway()
    assert rows(databases.catalog, "SELECT * FROM channel_number") == []


def test_a_full_disk_is_foreseen_and_what_was_stored_stays(databases):
    put(databases, airing(at(8), product()))
    with databases.catalog.write() as connection:
        pages = pragma(connection, "page_count")
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    many = [airing(at(9), *(product(str(number)) for number in range(5000)))]
    with pytest.raises(StorageFullError, match=r"catalog\.db") as caught:
        put(databases, *many)
    assert isinstance(caught.value.__cause__, sqlite_driver.OperationalError)
    assert len(databases.schedule.broadcasts(at(0), at(24), food_only=True)) == 1


def test_writing_goes_on_once_there_is_room_again(databases):
    with databases.catalog.write() as connection:
        pages = pragma(connection, "page_count")
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    many = airing(at(9), *(product(str(number)) for number in range(5000)))
    with pytest.raises(StorageFullError):
        put(databases, many)
    with databases.catalog.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    put(databases, many)
    assert len(databases.schedule.broadcasts(at(0), at(24), food_only=True)) == 1


def test_a_file_that_is_no_database_is_refused_as_corrupt(tmp_path):
    (tmp_path / "catalog.db").write_bytes(b"this is no database " * 400)
    with pytest.raises(StorageCorruptError, match=r"catalog\.db"):
        Databases.open(tmp_path, CHANNELS)


def test_a_damaged_page_is_foreseen_when_it_is_read(tmp_path):
    with opened(tmp_path) as databases:
        put(databases, *(airing(at(8, minute), product()) for minute in range(60)))
    path = tmp_path / "catalog.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StorageCorruptError):
        Databases.open(tmp_path, CHANNELS)


def test_a_place_that_cannot_hold_a_file_is_foreseen(tmp_path):
    (tmp_path / "catalog.db").mkdir()
    with pytest.raises(StorageEnvironmentError, match="열 수 없어요"):
        Databases.open(tmp_path, CHANNELS)


def test_a_finer_code_of_the_stock_driver_is_foreseen(tmp_path):
    """It says why the file is busy (another wrote since this one read) in the code's upper bits."""
    path = tmp_path / "stock.db"
    connect = partial(sqlite3.connect, path, isolation_level=None)
    with closing(connect()) as one, closing(connect()) as two:
        one.execute("PRAGMA journal_mode=WAL")
        one.execute("CREATE TABLE note (x)")
        one.execute("BEGIN")
        one.execute("SELECT count(*) FROM note").fetchall()
        two.execute("INSERT INTO note VALUES (1)")
        with pytest.raises(sqlite3.OperationalError) as caught:
            one.execute("INSERT INTO note VALUES (2)")
    assert caught.value.sqlite_errorname == "SQLITE_BUSY_SNAPSHOT"
    assert isinstance(translated(caught.value, path), StorageEnvironmentError)


def test_a_mistake_in_our_sql_is_not_taken_for_a_full_disk(databases):
    with (
        databases.catalog.read() as connection,
        pytest.raises(sqlalchemy.exc.OperationalError),
    ):
        connection.exec_driver_sql("SELECT full, locked, corrupt FROM broadcast")


def test_a_broken_rule_of_the_schema_is_a_bug(databases):
    with databases.user.write() as connection, pytest.raises(sqlalchemy.exc.IntegrityError):
        connection.exec_driver_sql("INSERT INTO reminder VALUES (7, 'hmall', 0, 1, 10, 0, 'x')")


def test_sql_on_the_guarded_thread_is_a_bug(databases):
    databases.forbid_thread(threading.current_thread())
    with pytest.raises(AssertionError, match="UI thread"):
        databases.schedule.channels()


def test_sql_beside_the_guarded_thread_is_fine(databases):
    databases.forbid_thread(threading.main_thread())
    found = []
    worker = threading.Thread(target=lambda: found.extend(databases.schedule.channels()))
    worker.start()
    worker.join()
    assert len(found) == len(CHANNELS)


def test_closing_keeps_what_sqlite_learned_for_its_plans(tmp_path):
    with opened(tmp_path) as databases:
        put(databases, *(airing(at(8, minute), product()) for minute in range(60)))
        with databases.writer.transaction() as tx:
            tx.prune(at(0))
    with opened(tmp_path) as databases:
        names = rows(databases.catalog, "SELECT name FROM sqlite_master")
    assert ("sqlite_stat1",) in names


def test_a_closed_file_stands_alone(tmp_path):
    with opened(tmp_path) as databases:
        databases.schedule.channels()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalog.db", "user.db"]


@pytest.mark.parametrize("name", ["내 자료", "50% #1", "what?mode=ro"])
def test_any_folder_name_will_do(tmp_path, name):
    with opened(tmp_path / name) as databases:
        databases.backup_user(tmp_path / name / "copy.db")
        assert databases.integrity_problems() == ()
    assert (tmp_path / name / "user.db").is_file()
