"""cart and order on the command line: the same rules as on the screen, as JSON for scripts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine


@pytest.fixture
def mall(mine):
    """Two priced products of the mall, by number."""
    found = mine("search", "김치", "--in", "products", "--json").json["hits"]
    listed = [h for h in found if h["source"] == "kok" and h["sale_price_krw"]]
    return [f"kok:{hit['id']}" for hit in listed[:2]]


def television(command):
    found = command("schedule", "--days", "2", "--json").json["broadcasts"]
    item = next(b for b in found if b["state"] == "upcoming" and b["products"])
    product = item["products"][0]
    return f"{product['source']}:{product['id']}"


def lines(command):
    groups = command("cart", "list", "--json").json["groups"]
    return [line for group in groups for line in group["lines"]]


def test_what_is_put_in_is_listed_by_seller_with_its_sums(mine, mall):
    added = mine("cart", "add", mall[0], "--quantity", "2", "--recipe", "library:stew", "--json")
    assert added.code == 0
    assert (added.json["quantity"], added.json["recipe"]) == (2, "library:stew")
    assert added.json["seen_price_krw"] == added.json["price_krw"]
    tv = television(mine)
    mine("cart", "add", tv)
    shown = mine("cart", "list", "--json").json
    assert shown["as_of"] == NOW.isoformat()
    assert [(g["market"], [x["product"] for x in g["lines"]]) for g in shown["groups"]] == [
        ("mall", [mall[0]]),
        ("tv", [tv]),
    ]
    sums = shown["sums"]["mall"]
    assert (sums["lines"], sums["pieces"], sums["unknown"]) == (1, 2, 0)
    assert sums["total_krw"] == 2 * added.json["price_krw"]
    assert added.json["name"] in mine("cart", "list").out


def test_the_same_product_is_raised_up_to_ten(mine, mall):
    mine("cart", "add", mall[0], "--quantity", "9")
    assert mine("cart", "add", mall[0], "--json").json["quantity"] == 10
    refused = mine("cart", "add", mall[0])
    assert refused.code == 1
    assert "10개까지" in refused.err
    assert "[E-INP-01]" in refused.err


def test_a_line_goes_by_its_number_or_its_product(mine, mall):
    number = mine("cart", "add", mall[0], "--json").json["id"]
    assert mine("cart", "set", str(number), "4", "--json").json["quantity"] == 4
    assert mine("cart", "set", mall[0], "5", "--json").json["quantity"] == 5
    assert mine("cart", "set", mall[0], "11").code == 1
    assert mine("cart", "set", "999", "1").code == 1
    assert mine("cart", "check", mall[0], "--off").code == 0
    assert [line["is_checked"] for line in lines(mine)] == [False]
    assert mine("cart", "remove", mall[0]).code == 0
    assert lines(mine) == []
    assert mine("cart", "remove", mall[0]).code == 1


def test_clearing_takes_everything_out(mine, mall):
    for product in mall:
        mine("cart", "add", product)
    assert "2개를 뺐어요" in mine("cart", "clear").out
    assert "비어 있어요" in mine("cart", "clear").out


def test_an_unknown_product_is_refused(mine):
    assert mine("cart", "add", "kok:0").code == 1
    assert mine("cart", "add", "엉터리").code == 1


def test_an_order_is_made_once_shown_and_cancelled(mine, mall):
    price = mine("cart", "add", mall[0], "--quantity", "2", "--json").json["price_krw"]
    mine("cart", "add", television(mine))
    made = mine("order", "create-from-cart", "--key", "slip-1", "--json")
    assert made.code == 0
    assert "판매처에서 주문해 주세요" in made.err
    order = made.json
    assert (order["order_no"], order["state"], order["way"]) == (
        "20261124-0001",
        "received",
        "counter",
    )
    assert (order["total_krw"], order["pieces"]) == (2 * price, 2)
    assert [line["product"] for line in order["lines"]] == [mall[0]]
    assert [line["market"] for line in lines(mine)] == ["tv"]
    assert mine("order", "create-from-cart", "--key", "slip-1", "--json").json == order
    assert mine("order", "list", "--json").json == {"orders": [order]}
    assert mine("order", "list", "--days", "7", "--json").json == {"orders": [order]}
    assert "주문 접수" in mine("order", "list").out
    cancelled = mine(
        "order", "cancel", order["order_no"], "--reason", "다시 고를래요", "--json"
    ).json
    assert [(e["number"], e["state"], e["actor"], e["reason"]) for e in cancelled["history"]] == [
        (1, "received", "shopper", None),
        (2, "cancelled", "shopper", "다시 고를래요"),
    ]
    assert mine("order", "show", order["order_no"], "--json").json == cancelled
    assert "주문 취소 (다시 고를래요)" in mine("order", "show", order["order_no"]).out
    refused = mine("order", "cancel", order["order_no"])
    assert refused.code == 1
    assert "[E-INP-03]" in refused.err


def test_nothing_to_order_and_no_such_order_are_said(mine):
    assert mine("order", "create-from-cart").code == 1
    assert mine("order", "show", "20261124-0009").code == 1
    assert mine("order", "show", "엉터리").code == 1
    assert "주문한 내역이 없어요" in mine("order", "list").out


def test_a_price_of_yesterday_is_not_ordered_at(mine, mall, config):
    mine("cart", "add", mall[0])
    later = CommandLine(mine.data_dir, config, NOW + timedelta(hours=25))
    (line,) = lines(later)
    assert line["remarks"] == ["too_old"]
    assert later("order", "create-from-cart").code == 1
    assert "확인할 수 없어요" in later("cart", "list").out
