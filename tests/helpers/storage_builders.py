"""Real database files for tests, what a synchronisation writes to them, and how they are read."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import event

from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind, SlotChange
from eats_desktop.domain.schedule import Channel, ProductKey
from eats_desktop.storage.databases import Databases
from tests.helpers.listings import DAY, merged, stored

CHANNELS = (
    Channel("hnsmall", 4, "새벽쇼핑"),
    Channel("hmall", 12, "한가람쇼핑"),
    Channel("nsmall", 13, "들녘쇼핑"),
)
FOOD = FoodReading(is_food=True, probability=0.97, model_version="m1")
OTHER = FoodReading(is_food=False, probability=0.02, model_version="m1")


@contextmanager
def opened(data_dir, channels=CHANNELS):
    databases = Databases.open(data_dir, channels)
    try:
        yield databases
    finally:
        databases.close()


def key(product):
    return ProductKey(product.source, product.product_id)


def inserted(slot, **changes):
    return SlotChange(ChangeKind.INSERTED, None, stored(slot, **changes))


def changed(kind, before, after):
    return SlotChange(kind, before, after)


def save(databases, *changes, at=DAY, readings=None):
    """Write changes as one page would; every product is food unless a reading says else."""
    given = readings or {}
    read = {
        key(product): given.get(product.product_id, FOOD)
        for change in changes
        for product in change.after.slot.products
    }
    with databases.writer.transaction() as tx:
        tx.save(changes, read, at)


def put(databases, *slots, at=DAY, readings=None):
    save(databases, *(inserted(slot) for slot in slots), at=at, readings=readings)


def airing(starts_at, *products, minutes=60, channel="hmall", **changes):
    ends_at = starts_at + timedelta(minutes=minutes)
    return merged(starts_at, ends_at, *products, channel=channel, **changes)


def window(channel="hmall", begins=DAY, ends=None):
    return Window(channel, begins, ends or begins + timedelta(days=1))


def rows(database, sql, *values):
    """What a table holds, for what no reader tells."""
    with database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]


def query_plan(database, action):
    """Run `action` and return how SQLite goes about each statement it sent."""
    sent = []

    def note(_connection, _cursor, statement, parameters, _context, executemany):
        if statement.split()[0] in ("SELECT", "UPDATE", "DELETE", "WITH"):
            sent.append((statement, parameters[0] if executemany else parameters))

    engines = (database._reader, database._writer)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        action()
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
    with database.read() as connection:
        return [
            row[3]
            for statement, parameters in sent
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
