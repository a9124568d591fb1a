"""Profiles, PINs, the export and the erasure from the command line (J19)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from eats_desktop.app.container import Container
from eats_desktop.app.instance_lock import InstanceLock
from eats_desktop.domain.cart import CartAddition
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.order import Actor, OrderDraft, OrderLine, OrderState, PaymentWay
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey
from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine

ALL = "모두 지우기"
MARK = "별난물건"
"""Stands in everything that is planted; after an erasure no file holds it."""


@pytest.fixture(autouse=True)
def _nobody_in_the_environment(monkeypatch):
    for name in ("EATS_PROFILE", "EATS_PROFILE_PIN"):
        monkeypatch.delenv(name, raising=False)


def names(command):
    return [
        (row["name"], row["active"], row["has_pin"])
        for row in command("profile", "list", "--json").json["profiles"]
    ]


def pantry(command, *before):
    done = command(*before, "pantry", "list", "--json")
    assert done.code == 0, done.err
    return [item["name"] for item in done.json["items"]]


def plant(data_dir, mark, person_id=None):
    """Leave the mark in every kind of row; the write-ahead log of the file holds most of it."""
    box = Container(data_dir, None, ManualClock(NOW), person_id=person_id)
    recipe = RecipeKey("library", mark)
    steps = (
        partial(box.databases.wishes.add_product_wish, ProductKey("kok", "1"), f"{mark} 찜", NOW),
        partial(box.recipes.shopping_list.add, f"{mark} 2개"),
        partial(box.food.history.remember, f"{mark} 찾기"),
        partial(box.recipes.events.rate, recipe, 4),
    )
    for step in steps:
        box.tasks.write_now(step)
    order = create(box, wanted(box, mark))
    box.my_data.back_up()
    box.databases.daily_backup(NOW)
    (data_dir / "images").mkdir(exist_ok=True)
    (data_dir / "images" / "seen.img").write_text(mark, encoding="utf-8")
    with (data_dir / "logs" / "eats.log").open("a", encoding="utf-8") as log:
        log.write(f"{mark}\n")
    box.household.keys.put("cookrcp", mark)
    box.close()
    return order


def wanted(box, mark):
    """Put a product into the cart and draft its order; the key is the mark's."""
    product = ProductKey("kok", mark)
    addition = CartAddition(product, "mall", f"{mark} 주문", None, 1, None, 1000)
    (held,) = box.tasks.write_now(partial(box.databases.cart.add, (addition,), NOW))
    line = OrderLine(product, held.name, None, 1, 1000)
    return OrderDraft(f"key-{mark}", PaymentWay.COUNTER, (line,), (held.line_id,))


def create(box, draft):
    order, _ = box.tasks.write_now(
        partial(box.databases.orders.create, draft, NOW, Actor.SHOPPER, lambda _order: None)
    )
    return order


def settle(data_dir, order):
    box = Container(data_dir, None, ManualClock(NOW))
    for step in (OrderState.PAYMENT_REQUESTED, OrderState.PAID):
        box.tasks.write_now(
            partial(box.purchases.orders.advance, order.order_no, step, Actor.STAFF)
        )
    box.close()


def holding(data_dir, mark):
    """The files that hold the mark in UTF-8 anywhere, also in free pages."""
    wanted = mark.encode()
    files = (path for path in data_dir.rglob("*") if path.is_file())
    return sorted(str(f.relative_to(data_dir)) for f in files if wanted in f.read_bytes())


def test_each_person_has_wishes_and_a_pantry_of_their_own(mine):
    assert names(mine) == [("나", True, False)]
    assert mine("profile", "add", "엄마").code == 0
    assert "[E-INP-03]" in mine("profile", "add", " 엄마 ").err
    assert "[E-INP-01]" in mine("profile", "add", " ").err
    mine("pantry", "add", "두부 2모")
    mine("--profile", "엄마", "pantry", "add", "갈치 1마리")
    assert (pantry(mine), pantry(mine, "--profile", "엄마")) == (["두부"], ["갈치"])
    assert mine("--profile", "엄마", "schedule", "--json").json["broadcasts"]
    mine("profile", "use", "엄마")
    assert pantry(mine) == ["갈치"]
    mine("profile", "rename", "엄마", "어머니")
    assert names(mine) == [("나", False, False), ("어머니", True, False)]
    missing = mine("--profile", "누구", "pantry", "list")
    assert (missing.code, "[E-INP-02]" in missing.err) == (1, True)


def test_a_pin_stands_before_what_is_personal_and_locks_through_a_restart(mine, monkeypatch):
    mine("profile", "add", "엄마")
    first = mine("profile", "pin", "엄마", stdin=b"4821\n")
    assert first.code == 0
    assert "4821" not in first.out + first.err
    assert names(mine)[1] == ("엄마", False, True)
    hers = ("--profile", "엄마", "pantry", "list")
    assert "EATS_PROFILE_PIN" in mine(*hers).err
    assert mine("--profile", "엄마", "schedule").code == 0
    assert mine("pantry", "list").code == 0
    monkeypatch.setenv("EATS_PROFILE_PIN", "4821")
    assert mine(*hers).code == 0
    monkeypatch.setenv("EATS_PROFILE_PIN", "1111")
    codes = [mine(*hers).err for _ in range(5)]
    assert ["USR-01" in err for err in codes] == [True] * 4 + [False]
    assert "[E-USR-02]" in codes[-1]
    monkeypatch.setenv("EATS_PROFILE_PIN", "4821")
    assert "[E-USR-02]" in mine(*hers).err
    later = CommandLine(mine.data_dir, None, NOW + timedelta(minutes=1))
    assert later(*hers).code == 0
    assert "[E-USR-01]" in mine("profile", "pin", "엄마", "--remove", stdin=b"0000\n").err
    assert mine("profile", "pin", "엄마", "--remove", stdin=b"4821\n").code == 0
    assert names(mine)[1] == ("엄마", False, False)


def test_the_export_holds_everything_and_no_key(mine, tmp_path):
    order = plant(mine.data_dir, MARK)
    settle(mine.data_dir, order)
    target = tmp_path / "mine.json"
    assert mine("export", target).code == 0
    found = json.loads(target.read_text(encoding="utf-8"))
    assert (found["format"], found["version"]) == ("eats-desktop-export", 1)
    assert found["profile"] == {"name": "나"}
    assert [wish["title"] for wish in found["wishes"]] == [f"{MARK} 찜"]
    assert found["wishes"][0]["created_at"] == NOW.isoformat()
    assert [query["text"] for query in found["search_history"]] == [f"{MARK} 찾기"]
    assert [(row["recipe_id"], row["value"]) for row in found["ratings"]] == [(MARK, 4)]
    assert [line["name"] for line in found["shopping_list"]] == [MARK]
    (bought,) = found["orders"]
    assert [line["name"] for line in bought["lines"]] == [f"{MARK} 주문"]
    assert [e["state"] for e in bought["events"]] == ["received", "payment_requested", "paid"]
    assert [payment["amount_krw"] for payment in bought["payments"]] == [1000]
    assert not {"request_key", "order_line", "payment"} & {*bought, *found}
    assert found["settings"]["display"]["text_scale"] == 100
    written = json.dumps(bought, ensure_ascii=False)
    assert [word for word in (f"key-{MARK}", "_key", "_url") if word in written] == []
    assert f"key-{MARK}" not in target.read_text(encoding="utf-8")
    assert "[E-INP-01]" in mine("export", mine.data_dir / "x.json").err
    assert "[E-INP-01]" in mine("export", tmp_path / "no" / "x.json").err


def test_nothing_of_the_person_is_left_and_the_catalogue_stays(mine, monkeypatch):
    broadcasts = mine("schedule", "--json").json["broadcasts"]
    mine("profile", "add", "엄마")
    hers = json.loads(mine("profile", "list", "--json").out)["profiles"][1]["id"]
    plant(mine.data_dir, "남의물건", hers)
    order = plant(mine.data_dir, MARK)
    mine("profile", "rename", "나", f"{MARK}님")
    mine("profile", "pin", f"{MARK}님", stdin=b"4821\n")
    monkeypatch.setenv("EATS_PROFILE_PIN", "4821")
    assert len(holding(mine.data_dir, MARK)) >= 6
    sure = ("--name", f"{MARK}님", "--words", ALL)
    to_pay = mine("order", "list", "--json").json["orders"][0]
    box = Container(mine.data_dir, None, ManualClock(NOW))
    box.tasks.write_now(
        partial(
            box.purchases.orders.advance, order.order_no, OrderState.PAYMENT_REQUESTED, Actor.SYSTEM
        )
    )
    box.close()
    refused = mine("erase", *sure)
    assert (refused.code, str(order.order_no) in refused.err) == (1, True), to_pay
    mine("order", "cancel", str(order.order_no))
    assert mine("erase").code == 2
    assert "[E-INP-01]" in mine("erase", "--name", "나", "--words", ALL).err
    assert "[E-INP-01]" in mine("erase", "--name", f"{MARK}님", "--words", "네").err
    window = InstanceLock(mine.data_dir)
    assert window.acquire()
    assert "[E-INP-03]" in mine("erase", *sure).err
    window.release()
    assert holding(mine.data_dir, MARK)
    done = mine("erase", *sure)
    assert done.code == 0, done.err
    assert holding(mine.data_dir, MARK) == []
    assert names(mine) == [("나", True, False), ("엄마", False, False)]
    assert mine("schedule", "--json").json["broadcasts"] == broadcasts
    assert mine("order", "list", "--json").json["orders"] == []
    assert mine("--profile", "엄마", "order", "list", "--json").json["orders"]
    mine("profile", "use", "엄마")
    assert "[E-INP-03]" in mine("profile", "remove", "나", "--words", ALL).err
    gone = ("profile", "remove", "엄마", "--words", ALL)
    assert "주문 접수" in mine(*gone).err
    mine("order", "cancel", str(order.order_no))
    assert mine(*gone).code == 0
    assert holding(mine.data_dir, "남의물건") == []
    assert names(mine) == [("나", True, False)]


def test_an_erasure_that_was_killed_half_way_is_finished_at_the_next_opening(mine):
    plant(mine.data_dir, MARK)
    (mine.data_dir / "erasing.plan").write_text("main", encoding="ascii")
    (mine.data_dir / "user.db").unlink()
    assert mine("pantry", "list").code == 0
    assert holding(mine.data_dir, MARK) == []
    assert not (mine.data_dir / "erasing.plan").exists()


def test_a_backup_goes_back_into_the_profile_it_is_restored_for(mine, tmp_path):
    mine("profile", "add", "엄마")
    mine("--profile", "엄마", "pantry", "add", "갈치 1마리")
    assert mine("--profile", "엄마", "backup", tmp_path / "hers.db").code == 0
    mine("--profile", "엄마", "pantry", "add", "무 1개")
    assert mine("--profile", "엄마", "restore", tmp_path / "hers.db").code == 0
    assert (pantry(mine), pantry(mine, "--profile", "엄마")) == ([], ["갈치"])


def test_the_journal_of_a_payment_under_way_is_neither_erased_nor_replaced(mine, tmp_path):
    mine("backup", tmp_path / "mine.db")
    box = Container(mine.data_dir, None, ManualClock(NOW))
    order = create(box, replace(wanted(box, MARK), way=PaymentWay.DEMO))
    box.close()
    for words in (("erase", "--name", "나", "--words", ALL), ("restore", tmp_path / "mine.db")):
        refused = mine(*words)
        assert (refused.code, "결제 결과를 확인하고 있어요" in refused.err) == (1, True)
    (mine.data_dir / "user.db").write_bytes(b"no database any more " * 500)
    assert mine("restore", tmp_path / "mine.db").code == 0
    assert str(order.order_no) not in mine("order", "list").out
