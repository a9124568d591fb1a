from __future__ import annotations

from datetime import datetime

import pytest

from tests.app.conftest import NOW
from tests.helpers.command_line import run_here

FIELDS = {
    "id",
    "channel_no",
    "channel",
    "starts_at",
    "ends_at",
    "state",
    "title",
    "moved_from",
    "products",
}
PRODUCT_FIELDS = {
    "id",
    "name",
    "role",
    "is_food",
    "kind",
    "list_price_krw",
    "sale_price_krw",
    "discount_rate",
    "thumbnail_url",
    "product_url",
    "amount",
    "unit_price_krw",
}


def broadcasts(done):
    assert done.code == 0
    return done.json["broadcasts"]


def test_a_day_is_one_document_with_the_public_fields(fetched):
    done = fetched("schedule", "--json")
    assert done.json["as_of"] == NOW.isoformat()
    found = broadcasts(done)
    assert len(found) > 50
    for item in found:
        assert item.keys() >= FIELDS
        assert datetime.fromisoformat(item["starts_at"]) < datetime.fromisoformat(item["ends_at"])
        assert item["state"] in ("upcoming", "live", "ended", "cancelled")
        for product in item["products"]:
            assert product.keys() >= PRODUCT_FIELDS


def test_korean_is_written_as_it_is(fetched):
    done = fetched("schedule", "--json")
    assert "홈앤쇼핑" in done.out
    assert "\\u" not in done.out
    assert done.out.count("\n") == 1


def test_the_state_follows_the_clock(fetched):
    for item in broadcasts(fetched("schedule", "--json")):
        starts, ends = (datetime.fromisoformat(item[name]) for name in ("starts_at", "ends_at"))
        expected = "upcoming" if starts > NOW else "ended" if ends <= NOW else "live"
        assert item["state"] == expected


def test_the_date_and_the_number_of_days_are_honoured(fetched):
    today = broadcasts(fetched("schedule", "--date", "2026-11-24", "--json"))
    tomorrow = broadcasts(fetched("schedule", "--date", "2026-11-25", "--json"))
    both = broadcasts(fetched("schedule", "--date", "2026-11-24", "--days", "2", "--json"))
    assert {item["starts_at"][:10] for item in tomorrow} <= {"2026-11-24", "2026-11-25"}
    assert {item["id"] for item in both} == {item["id"] for item in today + tomorrow}
    assert len(both) == len({item["id"] for item in both})


def test_broadcasts_come_by_start_then_channel_number(fetched):
    found = broadcasts(fetched("schedule", "--all", "--json"))
    order = [(item["starts_at"], item["channel_no"]) for item in found]
    assert order == sorted(order)


def test_only_food_is_shown_unless_all_is_asked_for(fetched):
    food = broadcasts(fetched("schedule", "--json"))
    everything = broadcasts(fetched("schedule", "--all", "--json"))
    assert {item["id"] for item in food} < {item["id"] for item in everything}
    assert all(item["is_food"] for item in food)
    assert all(product["is_food"] for item in food for product in item["products"])


def test_channels_are_picked_by_number(fetched):
    found = broadcasts(fetched("schedule", "--channel", "4", "--channel", "12", "--json"))
    assert {item["channel_no"] for item in found} == {4, 12}


def test_prices_are_whole_won_and_rates_are_floored(fetched):
    priced = [
        product
        for item in broadcasts(fetched("schedule", "--all", "--json"))
        for product in item["products"]
        if product["list_price_krw"] and product["sale_price_krw"]
    ]
    assert priced
    for product in priced:
        full, paid = product["list_price_krw"], product["sale_price_krw"]
        assert isinstance(full, int)
        assert isinstance(paid, int)
        if product["discount_rate"] is not None:
            assert product["discount_rate"] == (full - paid) * 100 // full


def test_a_guide_alone_gives_a_title_and_no_made_up_product(fetched):
    found = broadcasts(fetched("schedule", "--channel", "30", "--json"))
    assert found
    for item in found:
        assert item["title"]
        assert item["products"] == []


def test_a_day_never_fetched_is_empty_not_an_error(fetched):
    done = fetched("schedule", "--date", "2027-03-01", "--json")
    assert (done.code, done.json["broadcasts"]) == (0, [])
    told = fetched("schedule", "--date", "2027-03-01")
    assert "eats-desktop sync" in told.out


def test_the_last_day_the_calendar_holds_is_no_bug(fetched):
    assert fetched("schedule", "--date", "9999-12-31").code == 2
    assert fetched("schedule", "--date", "8999-12-31", "--days", "400").code == 0


def test_people_read_one_line_for_each_broadcast(fetched):
    lines = fetched("schedule").out.splitlines()
    found = broadcasts(fetched("schedule", "--json"))
    assert len(lines) == len(found)
    assert all(item["id"] in line for item, line in zip(found, lines, strict=True))


def test_a_clock_without_offset_is_korean_time(fetched):
    words = ["--data-dir", fetched.data_dir, "--now", "2026-11-24T03:00", "schedule", "--json"]
    done = run_here(*words)
    assert done.json["as_of"] == "2026-11-24T03:00:00+09:00"


def test_a_clock_elsewhere_is_told_in_korean_time(fetched):
    words = ["--data-dir", fetched.data_dir, "--now", "2026-11-24T16:00:00+00:00", "schedule"]
    done = run_here(*words, "--json")
    assert done.json["as_of"] == "2026-11-25T01:00:00+09:00"
    assert "2026-11-25" in {item["starts_at"][:10] for item in done.json["broadcasts"]}


@pytest.mark.parametrize("encoding", ["cp949", "ascii"])
def test_a_terminal_of_another_encoding_still_gets_utf8_documents(fetched, encoding):
    words = ["--data-dir", fetched.data_dir, "--now", NOW.isoformat(), "schedule"]
    assert "홈앤쇼핑" in run_here(*words, "--json", encoding=encoding).out
    assert run_here(*words, encoding=encoding).code == 0
