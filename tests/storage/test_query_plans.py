"""Every index has the query that needs it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.domain.listing import Window
from eats_desktop.domain.mall import MallFilter, MallShelf, MallSort
from eats_desktop.domain.order import OrderNo
from eats_desktop.domain.search import SearchFilter
from eats_desktop.domain.stored_recipe import RecipeKey
from tests.helpers.listings import DAY, at, product
from tests.helpers.storage_builders import FOOD, airing, key, put, query_plan, rows

MACKEREL = product()
TODAY = Window("hmall", DAY, DAY + timedelta(days=1))


def in_transaction(databases, work):
    def run():
        with databases.writer.transaction() as tx:
            work(tx)

    return run


def mall(databases, shelf, sort):
    return databases.mall.items(shelf, MallFilter(), sort, at(0), ["들녘가게"], 5)


CATALOG = {
    "ix_broadcast_starts_at": lambda d: (
        lambda: d.schedule.broadcasts(at(0), at(24), food_only=True)
    ),
    "ix_broadcast_product_product": lambda d: in_transaction(
        d, lambda tx: tx.save_readings({key(MACKEREL): FOOD})
    ),
    "ix_price_observation_product": lambda d: lambda: put(d, airing(at(9), MACKEREL)),
    "ix_source_page_window_end": lambda d: lambda: d.schedule.coverage(DAY.date()),
    "ix_source_slot_channel": lambda d: in_transaction(d, lambda tx: tx.source_slots(TODAY)),
    "ix_broadcast_ends_at": lambda d: in_transaction(d, lambda tx: tx.prune(at(0))),
    "ix_price_observation_last_seen": lambda d: in_transaction(d, lambda tx: tx.prune(at(0))),
    "ix_recipe_line_food": lambda d: lambda: d.recipes.recipes_with({"두부"}, 5),
    "ix_recipe_reading": lambda d: lambda: d.recipes.unread("now", 1),
    "ix_recipe_facets": lambda d: d.recipe_search.outline,
    "ix_search_document_name": lambda d: lambda: d.search.called("두부찌개", SearchFilter(), 5),
    "ix_search_document_dish": lambda d: lambda: d.search.called("두부찌개", SearchFilter(), 5),
    "ix_mall_item_rate": lambda d: lambda: mall(d, MallShelf.DEALS, MallSort.RATE),
    "ix_mall_item_reviews": lambda d: lambda: mall(d, MallShelf.ALL, MallSort.ADVISED),
    "ix_mall_item_changed_at": lambda d: lambda: mall(d, MallShelf.DROPS, MallSort.ADVISED),
    "ix_mall_item_store": lambda d: lambda: mall(d, MallShelf.STORES, MallSort.PRICE),
    "ix_broadcast_change_at": lambda d: in_transaction(d, lambda tx: tx.prune(at(0))),
}
USER = {
    "ix_reminder_due_at": lambda d: d.reminders.reminders,
    "ix_rule_reminder_due_at": lambda d: d.reminders.reminders,
    "ix_inbox_created_at": lambda d: lambda: d.inbox.items(10),
    "ix_shop_order_created_at": lambda d: lambda: d.orders.since(at(0), 10),
    "ix_shop_order_paid_at": lambda d: lambda: d.orders.paid_lines(at(0)),
    "ix_payment_order_id": lambda d: lambda: d.payments.of_order(OrderNo(DAY.date(), 1)),
    "ix_payment_state": lambda d: d.payments.unsettled,
    "ix_recipe_event_at": lambda d: lambda: d.recipe_events.since(at(0)),
    "ix_recipe_event_rating": lambda d: lambda: d.recipe_events.rating(RecipeKey("own", "1")),
    "ix_seen_product_number": lambda d: lambda: d.seen_products.newest(5),
    "ix_job_run_job": lambda d: lambda: d.job_runs.last_success("sync_today"),
}


def names(database):
    found = rows(database, "SELECT name FROM sqlite_master WHERE type = 'index'")
    return {name for (name,) in found if name.startswith("ix_")}


def test_every_index_of_the_catalogue_has_its_query(databases):
    assert names(databases.catalog) == set(CATALOG)


def test_every_index_of_the_shoppers_file_has_its_query(databases):
    assert names(databases.user) == set(USER)


@pytest.mark.parametrize("index", sorted(CATALOG))
def test_the_catalogue_uses(databases, index):
    put(databases, airing(at(8), MACKEREL))
    plan = query_plan(databases.catalog, CATALOG[index](databases))
    assert any(f"INDEX {index} " in f"{step} " for step in plan), plan


@pytest.mark.parametrize("index", sorted(USER))
def test_the_shoppers_file_uses(databases, index):
    databases.job_runs.start("sync_today", JobTrigger.MANUAL, None, at(8))
    plan = query_plan(databases.user, USER[index](databases))
    assert any(index in step for step in plan), plan


@pytest.mark.parametrize(
    "ask",
    [
        lambda d: d.schedule.broadcasts(at(0), at(24), food_only=True),
        lambda d: d.schedule.broadcast(airing(at(8)).id),
        lambda d: d.schedule.airings(key(MACKEREL), at(0), at(24)),
        lambda d: d.schedule.overviews(DAY.date(), 15),
    ],
    ids=["a day", "one broadcast", "airings", "overviews"],
)
def test_no_question_of_a_screen_reads_all_broadcasts(databases, ask):
    plan = query_plan(databases.catalog, lambda: ask(databases))
    assert not [step for step in plan if step in ("SCAN broadcast", "SCAN broadcast_product")]
