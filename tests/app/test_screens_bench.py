"""bench screens: every screen of the table comes, cold and warm, beside its baseline."""

from __future__ import annotations

import os
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from eats_desktop.app.bench.screens import SCREENS, figures, fill_orders


def test_the_list_of_orders_is_timed_until_its_first_rows(tmp_path, qapp):
    orders = next(screen for screen in SCREENS if screen.name == "주문 내역")
    found = figures(tmp_path, (replace(orders, fill=lambda box: fill_orders(box, 3)),))
    assert [figure.name.removeprefix("주문 내역 첫 줄까지 ") for figure in found] == [
        "처음 p50",
        "처음 p95",
        "다시 p50",
        "다시 p95",
    ]
    assert all(figure.value > 0 and figure.baseline > 0 for figure in found)
