"""Daily care keeps every price of ninety days and the telling ones of older months."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from tests.app.conftest import NOW
from tests.helpers.listings import product
from tests.helpers.storage_builders import FOOD, key, rows

RICE = product("77", "들녘 햅쌀 10kg", source="kok")


@pytest.mark.parametrize(("days_ago", "kept"), [(60, 5), (160, 3)])
def test_daily_care_thins_old_prices_only(tmp_path, days_ago, kept):
    begins = (NOW - timedelta(days=days_ago)).replace(day=5)
    box = Container(tmp_path, None, ManualClock(NOW))
    try:
        for day, price in enumerate((39900, 36900, 29900, 38900, 37900)):
            with box.databases.writer.transaction() as tx:
                seen = begins + timedelta(days=day)
                tx.save_mall([replace(RICE, sale_price_krw=price)], {key(RICE): FOOD}, seen)
        box.tasks.write_now(box.tidy)
        sql = "SELECT sale_price_krw FROM price_observation ORDER BY id"
        told = [price for (price,) in rows(box.databases.catalog, sql)]
    finally:
        box.close()
    assert len(told) == kept
    assert {39900, 29900, 37900} <= set(told)
