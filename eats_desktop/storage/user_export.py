"""All that user.db holds of a person, read in one transaction, as plain values for a file."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from eats_desktop.storage.instants import moment
from eats_desktop.storage.tables import UserBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from eats_desktop.storage.database import Database

Row = dict[str, Any]

_SECTIONS: Mapping[str, str] = {
    "wish": "wishes",
    "alarm_rule": "alarm_rules",
    "cart_line": "cart",
    "shop_order": "orders",
    "pantry_item": "pantry",
    "pantry_fill": "pantry_filled_from_orders",
    "shopping_line": "shopping_list",
    "recipe_event": "recipe_history",
    "recent_query": "search_history",
    "seen_product": "recently_seen",
}
_PARTS = (
    ("shop_order", "order_line", "lines", "order_id"),
    ("shop_order", "order_event", "events", "order_id"),
    ("shop_order", "payment", "payments", "order_id"),
    ("payment", "payment_event", "events", "payment_id"),
)
"""Rows that are told within the row they belong to: its table, theirs, their name, the link."""

_NOT_OF_THE_PERSON = frozenset(
    {"reminder", "rule_reminder", "order_step", "payment_step", "demo_charge", "job_run"}
)
"""Planned anew from wishes and rules, or how the program itself works."""

_JSON = frozenset({"channel_ids", "also"})


class UserExport:
    def __init__(self, database: Database) -> None:
        self._database = database

    def sections(self) -> Mapping[str, list[Row]]:
        """Return each kind of row under its name; instants are ISO 8601, no key of any service.

        A table that a later program adds comes under its own name unless it is named here.
        """
        with self._database.read() as connection:
            found = {
                table.name: _rows(connection, table)
                for table in UserBase.metadata.sorted_tables
                if table.name not in _NOT_OF_THE_PERSON
            }
        for owner, part, name, link in _PARTS:
            _put_in(found[owner], name, found[part], link)
        parts = {part for _, part, _, _ in _PARTS}
        sections = {_SECTIONS.get(k, k): rows for k, rows in found.items() if k not in parts}
        ratings = [row for row in sections["recipe_history"] if row["kind"] == "rate"]
        return {**sections, "ratings": ratings}


def _rows(connection: Connection, table: Table) -> list[Row]:
    asked = select(table).order_by(*table.primary_key.columns)
    return [_plain(row) for row in connection.execute(asked).mappings()]


def _plain(row: Mapping[Any, Any]) -> Row:
    return {name: _value(name, value) for name, value in row.items() if not _is_key(name)}


def _is_key(name: str) -> bool:
    """Keys and addresses that open a payment are no data about a person."""
    return name.endswith(("_key", "_url", "_token", "_secret"))


def _value(name: str, value: Any) -> Any:
    if isinstance(value, int) and (name == "at" or name.endswith("_at")):
        return moment(value).isoformat()
    if isinstance(value, bytes):
        return None
    return json.loads(value) if name in _JSON and isinstance(value, str) else value


def _put_in(owners: Sequence[Row], name: str, parts: Iterable[Row], link: str) -> None:
    of: dict[object, list[Row]] = defaultdict(list)
    for part in parts:
        of[part[link]].append(part)
    for owner in owners:
        owner[name] = of[owner[link]]
