from __future__ import annotations

import re

import pytest
from sqlalchemy.exc import SQLAlchemyError

from eats_desktop.storage.databases import Databases
from tests.app.test_wish_command import upcoming

SEARCHED = "은밀하게 찾는 말"


@pytest.fixture
def busy_day(mine):
    """A synchronisation, wishes, searches and failures, and the log they leave."""
    target, item = upcoming(mine)
    product = item["products"][0]
    mine("--verbose", "wish", "add", target)
    mine("--verbose", "wish", "add", f"{product['source']}:{product['id']}")
    mine("--verbose", "search", SEARCHED)
    mine("--verbose", "search", "--batch", stdin=SEARCHED.encode())
    mine("--verbose", "wish", "list")
    mine("--verbose", "wish", "add", "hmall-20991231T0000")
    mine("--verbose", "sync", "--days", "2")
    mine("--verbose", "wish", "remove", target)
    logged = "".join(
        file.read_text(encoding="utf-8") for file in (mine.data_dir / "logs").glob("eats.log*")
    )
    return item, product, logged


def test_the_log_holds_no_wish_and_no_search_word(busy_day):
    item, product, logged = busy_day
    assert logged
    private = [item["title"], product["name"], SEARCHED, *SEARCHED.split()]
    assert [words for words in private if words in logged] == []


def test_the_log_does_not_tell_which_broadcast_was_hearted(busy_day):
    item, _, logged = busy_day
    assert item["id"] not in logged


def test_a_failing_statement_does_not_carry_its_values_into_the_log(tmp_path):
    databases = Databases.open(tmp_path, ())
    try:
        with pytest.raises(SQLAlchemyError) as failed, databases.user.write() as connection:
            connection.exec_driver_sql("INSERT INTO nosuch VALUES (?)", (SEARCHED,))
    finally:
        databases.close()
    assert "nosuch" in str(failed.value)
    assert SEARCHED not in str(failed.value)


def test_log_lines_have_a_time_a_level_and_an_origin(mine):
    mine("--verbose", "sync", "--source", "kok", "--days", "1")
    file = mine.data_dir / "logs" / "eats.log"
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [\w.]+: ", line)


def test_an_ordinary_command_says_nothing_on_standard_error(mine):
    assert mine("sync", "--source", "kok", "--days", "1").err == ""
