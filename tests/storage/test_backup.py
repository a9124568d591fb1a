"""A backup is whole before it has its name, and going back loses nothing."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import timedelta

import pytest

from eats_desktop.domain.errors import (
    InputError,
    StorageCorruptError,
    StorageNewerError,
)
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.storage.backup import newest_backup_at, restore_user
from eats_desktop.storage.copying import copy_database, integrity_problem
from eats_desktop.storage.driver import sqlite_driver
from tests.helpers.listings import at
from tests.helpers.storage_builders import opened


def hearts(databases, *hours):
    for hour in hours:
        databases.wishes.add_broadcast_wish(BroadcastId("hmall", at(hour)), "고등어", at(1))


def hearted(data_dir):
    with opened(data_dir) as databases:
        return [wish.broadcast_id.starts_at for wish in databases.wishes.wishes()]


def data_with(data_dir, *hours, copy=None):
    with opened(data_dir) as databases:
        hearts(databases, *hours)
        if copy is not None:
            databases.backup_user(copy)
    return data_dir


def write(path, statement):
    with closing(sqlite_driver.connect(str(path))) as connection, connection:
        connection.execute(statement)


def damage(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def test_a_backup_holds_what_is_only_in_the_log_yet(databases, tmp_path):
    hearts(databases, 8)
    databases.backup_user(tmp_path / "deep" / "copy.db")
    with closing(sqlite_driver.connect(str(tmp_path / "deep" / "copy.db"))) as connection:
        assert connection.execute("SELECT count(*) FROM wish").fetchone() == (1,)
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["copy.db"]


def test_a_backup_may_be_made_while_somebody_writes(databases, tmp_path):
    hearts(databases, 8)
    with databases.user.write() as connection:
        connection.exec_driver_sql("DELETE FROM wish")
        databases.backup_user(tmp_path / "copy.db")
    with closing(sqlite_driver.connect(str(tmp_path / "copy.db"))) as connection:
        assert connection.execute("SELECT count(*) FROM wish").fetchone() == (1,)


def test_a_damaged_file_makes_no_backup_and_spares_the_old_one(tmp_path):
    good = tmp_path / "copy.db"
    data = data_with(tmp_path / "data", *range(24), copy=good)
    before = good.read_bytes()
    damage(data / "user.db")
    with pytest.raises(StorageCorruptError):
        copy_database(data / "user.db", good)
    assert good.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "data"]


def test_what_an_interrupted_backup_left_does_no_harm(databases, tmp_path):
    (tmp_path / "copy.db.new").write_bytes(b"half a backup " * 500)
    databases.backup_user(tmp_path / "copy.db")
    assert integrity_problem(tmp_path / "copy.db") is None


def test_a_sound_file_has_no_problem(databases):
    assert databases.integrity_problems() == ()


def test_a_damaged_file_says_what_is_wrong(tmp_path):
    data = data_with(tmp_path, *range(24))
    damage(data / "user.db")
    assert integrity_problem(data / "user.db")


def test_a_reference_to_nothing_is_a_problem(tmp_path):
    data = data_with(tmp_path, 8)
    write(data / "user.db", "INSERT INTO reminder VALUES (99, 'hmall', 0, 1, 10, 0, 'pending')")
    assert integrity_problem(data / "user.db") == "1 broken references"


def test_a_missing_file_is_a_problem_and_is_not_made(tmp_path):
    assert integrity_problem(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_one_daily_copy_a_day_and_seven_kept(databases):
    hearts(databases, 8)
    made = [databases.daily_backup(at(3, day=day)) for day in range(9)]
    assert databases.daily_backup(at(23, day=8)) is None
    assert sorted(path.name for path in databases.backups.iterdir()) == [
        path.name for path in made[2:]
    ]
    assert made[-1].name == "user-daily-20261202.db"


def test_a_day_begins_at_midnight_in_korea(databases):
    assert databases.daily_backup(at(23, 59)).name == "user-daily-20261124.db"
    assert databases.daily_backup(at(24)).name == "user-daily-20261125.db"


def test_daily_care_leaves_other_copies_alone(databases):
    databases.backup_user(databases.backups / "user-20200101-000000.db")
    for day in range(9):
        databases.daily_backup(at(3, day=day))
    assert (databases.backups / "user-20200101-000000.db").is_file()


def test_the_newest_backup_tells_its_age(databases):
    assert databases.newest_backup_at() is None
    for day, copy in enumerate([databases.daily_backup(at(3, day=day)) for day in range(2)]):
        moment = at(3, day=day).timestamp()
        os.utime(copy, (moment, moment))
    assert newest_backup_at(databases.backups) == at(3) + timedelta(days=1)


def test_a_restored_backup_is_what_was_backed_up(tmp_path):
    copy = tmp_path / "copy.db"
    data = data_with(tmp_path / "data", 8, copy=copy)
    data_with(data, 9, 10)
    restore_user(copy, data)
    assert hearted(data) == [at(8)]


def test_what_a_restore_replaced_is_kept(tmp_path):
    copy = tmp_path / "copy.db"
    data = data_with(tmp_path / "data", 8, copy=copy)
    data_with(data, 9)
    aside = restore_user(copy, data)
    assert aside.parent == data / "backups"
    restore_user(aside, data)
    assert hearted(data) == [at(8), at(9)]


def test_two_restores_in_a_moment_keep_both_replaced_files(tmp_path):
    copy = tmp_path / "copy.db"
    data = data_with(tmp_path / "data", 8, copy=copy)
    assert len({restore_user(copy, data) for _ in range(3)}) == 3


def test_a_backup_can_be_restored_into_an_empty_folder(tmp_path):
    copy = tmp_path / "copy.db"
    data_with(tmp_path / "data", 8, copy=copy)
    (tmp_path / "new").mkdir()
    assert restore_user(copy, tmp_path / "new") is None
    assert hearted(tmp_path / "new") == [at(8)]


def test_a_damaged_file_can_be_replaced_and_is_kept_as_it_was(tmp_path):
    copy = tmp_path / "copy.db"
    data = data_with(tmp_path / "data", *range(24), copy=copy)
    damage(data / "user.db")
    before = (data / "user.db").read_bytes()
    aside = restore_user(copy, data)
    assert aside.read_bytes() == before
    assert len(hearted(data)) == 24


def test_a_log_that_a_crash_left_does_not_meet_the_restored_file(tmp_path):
    copy = tmp_path / "copy.db"
    with opened(tmp_path / "data") as databases:
        hearts(databases, 8)
        databases.backup_user(copy)
        hearts(databases, 9)
        crashed = {
            part: (tmp_path / "data" / f"user.db{part}").read_bytes() for part in ("", "-wal")
        }
    for part, content in crashed.items():
        (tmp_path / "data" / f"user.db{part}").write_bytes(content)
    aside = restore_user(copy, tmp_path / "data")
    assert hearted(tmp_path / "data") == [at(8)]
    restore_user(aside, tmp_path / "data")
    assert hearted(tmp_path / "data") == [at(8), at(9)]


def test_the_log_of_a_damaged_file_is_kept_beside_it(tmp_path):
    copy, data = tmp_path / "copy.db", tmp_path / "data"
    with opened(data) as databases:
        hearts(databases, 8)
        databases.backup_user(copy)
        with databases.user.read() as connection:  # else the log alone holds the whole file
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        hearts(databases, 9)
        log = (data / "user.db-wal").read_bytes()
    (data / "user.db").write_bytes(b"no database any more " * 500)
    (data / "user.db-wal").write_bytes(log)
    aside = restore_user(copy, data)
    assert aside.with_name(aside.name + "-wal").read_bytes() == log
    assert hearted(data) == [at(8)]


def refused(tmp_path, file, error):
    data = data_with(tmp_path / "data", 8)
    before = (data / "user.db").read_bytes()
    with pytest.raises(error):
        restore_user(file, data)
    assert (data / "user.db").read_bytes() == before
    assert not (data / "backups").exists()


def test_a_backup_that_is_not_there_is_refused(tmp_path):
    refused(tmp_path, tmp_path / "none.db", InputError)


def test_a_file_of_another_program_is_refused(tmp_path):
    write(tmp_path / "other.db", "CREATE TABLE wish (x)")
    refused(tmp_path, tmp_path / "other.db", InputError)


def test_a_catalogue_is_no_backup(tmp_path):
    data_with(tmp_path / "other")
    refused(tmp_path, tmp_path / "other" / "catalog.db", InputError)


def test_a_backup_without_a_schema_revision_is_refused(tmp_path):
    data_with(tmp_path / "other", 8, copy=tmp_path / "copy.db")
    write(tmp_path / "copy.db", "DELETE FROM alembic_version")
    refused(tmp_path, tmp_path / "copy.db", InputError)


def test_a_backup_of_a_newer_program_is_refused(tmp_path):
    data_with(tmp_path / "other", 8, copy=tmp_path / "copy.db")
    write(tmp_path / "copy.db", "UPDATE alembic_version SET version_num = 'user_9999'")
    refused(tmp_path, tmp_path / "copy.db", StorageNewerError)


def test_a_damaged_backup_is_refused(tmp_path):
    data_with(tmp_path / "other", *range(24), copy=tmp_path / "copy.db")
    damage(tmp_path / "copy.db")
    refused(tmp_path, tmp_path / "copy.db", StorageCorruptError)


def test_text_is_no_backup(tmp_path):
    (tmp_path / "copy.db").write_text("찜 목록\n" * 1000, encoding="utf-8")
    refused(tmp_path, tmp_path / "copy.db", StorageCorruptError)
