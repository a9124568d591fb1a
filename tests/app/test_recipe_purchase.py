"""recipe ID --buy: where a script and a person read what the missing ingredients cost."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest

from eats_desktop.app.container import Container
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.sync.plan import SyncScope
from tests.helpers.command_line import CommandLine

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
DISH = "library:mackerel-radish-braise"


@pytest.fixture(scope="module")
def fetched(tmp_path_factory):
    """A data directory with a day of the demonstration sites."""
    folder = tmp_path_factory.mktemp("purchase")
    clock = ManualClock(NOW)
    with DemoSites(clock.now) as sites:
        (folder / "settings.toml").write_text(sites.settings_toml(), encoding="utf-8")
        box = Container(folder, None, clock)
        box.sync_job.run(SyncScope(days=1), JobTrigger.MANUAL, threading.Event())
        box.close()
    return CommandLine(folder, now=NOW)


def test_each_missing_ingredient_has_its_products_and_a_sum(fetched):
    buying = fetched("recipe", DISH, "--buy", "--json").json["buying"]
    fish = next(one for one in buying["missing"] if one["food"] == "고등어")
    assert 1 <= len(fish["products"]) <= 5
    assert {one["market"] for one in fish["products"]} == {"tv", "mall"}
    for one in fish["products"]:
        assert (one["broadcast"] is None) == (one["market"] == "mall") == (one["starts_at"] is None)
    choice = buying["choice"]
    spent = [one["price_krw"] * one["quantity"] for one in choice["products"] if one["price_krw"]]
    assert choice["total_krw"] == sum(spent) > 0
    chosen = {food for one in choice["products"] for food in one["foods"]}
    assert chosen | set(choice["unmet"]) == {one["food"] for one in buying["missing"]}
    assert not chosen & set(choice["unmet"])


def test_the_same_question_has_the_same_answer(fetched):
    first, again = (fetched("recipe", DISH, "--buy", "--json").stdout for _ in range(2))
    assert first == again


def test_without_buy_nothing_is_looked_for(fetched):
    assert "buying" not in fetched("recipe", DISH, "--json").json


def test_people_read_where_it_is_sold_and_what_is_not(fetched):
    said = fetched("recipe", DISH, "--buy").out
    assert "[살 수 있는 곳]" in said
    assert "파는 상품이 없어요." in said
    assert "모두 담으면" in said
