from __future__ import annotations

import pytest

from tests.app.conftest import NOW


def upcoming(command):
    """The id and title of a food broadcast still to come."""
    found = command("schedule", "--days", "2", "--json").json["broadcasts"]
    item = next(b for b in found if b["state"] == "upcoming" and b["products"])
    return item["id"], item


def test_a_hearted_broadcast_is_listed_until_it_is_let_go(mine):
    target, item = upcoming(mine)
    added = mine("wish", "add", target, "--json")
    assert added.code == 0
    assert added.json["kind"] == "broadcast"
    assert added.json["target"] == target
    assert added.json["created_at"] == NOW.isoformat()
    assert added.json["broadcast"]["starts_at"] == item["starts_at"]
    (listed,) = mine("wish", "list", "--json").json["wishes"]
    assert listed == added.json
    assert mine("wish", "remove", target).code == 0
    assert mine("wish", "list", "--json").json == {"wishes": []}


def test_a_hearted_product_brings_its_next_airing(mine):
    _, item = upcoming(mine)
    product = item["products"][0]
    target = f"{product['source']}:{product['id']}"
    added = mine("wish", "add", target, "--json").json
    assert (added["kind"], added["target"]) == ("product", target)
    assert added["title"] == product["name"]
    assert added["broadcast"]["starts_at"] > NOW.isoformat()[:10]
    assert mine("wish", "remove", target).code == 0


def test_hearting_twice_is_one_wish(mine):
    target, _ = upcoming(mine)
    first, second = (mine("wish", "add", target, "--json").json for _ in range(2))
    assert first == second
    assert len(mine("wish", "list", "--json").json["wishes"]) == 1


def test_a_wish_goes_by_its_number_too(mine):
    target, _ = upcoming(mine)
    number = mine("wish", "add", target, "--json").json["id"]
    assert mine("wish", "remove", str(number)).code == 0


def test_a_wish_outlives_a_catalogue_that_was_deleted(mine):
    target, _ = upcoming(mine)
    mine("wish", "add", target)
    for file in mine.data_dir.glob("catalog.db*"):
        file.unlink()
    (listed,) = mine("wish", "list", "--json").json["wishes"]
    assert listed["target"] == target
    assert listed["broadcast"] is None
    assert mine("wish", "list").out.count("\n") == 1
    mine("sync", "--days", "2")
    (found_again,) = mine("wish", "list", "--json").json["wishes"]
    assert found_again["broadcast"]["id"] == target


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("nonsense", "INP-01"),
        ("hmall-20261399T9999", "INP-01"),
        (":", "INP-01"),
        ("hmall-20991231T0000", "INP-02"),
        ("hmall:0", "INP-02"),
    ],
)
def test_what_cannot_be_hearted_is_said(mine, target, code):
    done = mine("wish", "add", target)
    assert (done.code, done.stdout) == (1, b"")
    assert f"[E-{code}]" in done.err
    assert target in done.err
    assert "Traceback" not in done.err


def test_a_broadcast_that_is_over_cannot_be_hearted(mine):
    found = mine("schedule", "--json").json["broadcasts"]
    over = next(item["id"] for item in found if item["state"] == "ended")
    done = mine("wish", "add", over)
    assert done.code == 1
    assert "[E-INP-03]" in done.err


def test_letting_go_of_what_was_never_hearted_is_said(mine):
    done = mine("wish", "remove", "hmall-20261124T0820")
    assert done.code == 1
    assert "[E-INP-02]" in done.err


def test_people_are_told_what_happened(mine):
    assert "찜한 방송이 없어요" in mine("wish", "list").out
    target, _ = upcoming(mine)
    assert "찜했어요" in mine("wish", "add", target).out
    assert target in mine("wish", "list").out
    assert "찜을 풀었어요" in mine("wish", "remove", target).out
