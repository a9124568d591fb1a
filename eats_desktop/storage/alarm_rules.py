"""The shopper's standing alarms, in user.db."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.alarm_rule import AlarmRule, RuleKind, RuleTerms
from eats_desktop.storage.alarm_tables import AlarmRuleRow
from eats_desktop.storage.instants import epoch, moment

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.storage.database import Database


class AlarmRuleStore:
    """Rules by age; two of one kind never mean the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rules(self) -> tuple[AlarmRule, ...]:
        with self._database.read() as connection:
            rows = connection.execute(select(AlarmRuleRow.__table__).order_by(AlarmRuleRow.rule_id))
            return tuple(_rule(row) for row in rows)

    def add(
        self, terms: RuleTerms, created_at: datetime, *, is_on: bool, most: int
    ) -> AlarmRule | None:
        """Add a rule; None when there are `most` already or one that means the same."""
        with self._database.write() as connection:
            if connection.execute(select(func.count(AlarmRuleRow.rule_id))).scalar_one() >= most:
                return None
            row = connection.execute(
                insert(AlarmRuleRow)
                .values(**_values(terms), is_on=is_on, created_at=epoch(created_at))
                .on_conflict_do_nothing()
                .returning(AlarmRuleRow.__table__)
            ).first()
        return None if row is None else _rule(row)

    def change(self, rule_id: int, terms: RuleTerms) -> bool:
        """Give a rule other terms; tell whether that could be: another may mean the same."""
        with self._database.write() as connection:
            done = connection.execute(
                update(AlarmRuleRow)
                .prefix_with("OR IGNORE")
                .where(AlarmRuleRow.rule_id == rule_id)
                .values(**_values(terms))
            )
            return done.rowcount > 0

    def switch(self, rule_id: int, *, on: bool) -> bool:
        with self._database.write() as connection:
            done = connection.execute(
                update(AlarmRuleRow).where(AlarmRuleRow.rule_id == rule_id).values(is_on=on)
            )
            return done.rowcount > 0

    def remove(self, rule_id: int) -> bool:
        """Remove a rule with its reminders; tell whether it was there."""
        with self._database.write() as connection:
            done = connection.execute(delete(AlarmRuleRow).where(AlarmRuleRow.rule_id == rule_id))
            return done.rowcount > 0


def _values(terms: RuleTerms) -> dict[str, object]:
    return {
        "kind": terms.kind.value,
        "plain": terms.plain,
        "text": terms.text,
        "food": terms.food,
        "highest_price_krw": terms.highest_price_krw,
        "channel_ids": json.dumps(sorted(terms.channel_ids)),
    }


def _rule(row: Any) -> AlarmRule:
    terms = RuleTerms(
        RuleKind(row.kind),
        row.text,
        row.food,
        row.highest_price_krw,
        frozenset(json.loads(row.channel_ids)),
    )
    return AlarmRule(row.rule_id, terms, moment(row.created_at), row.is_on)
