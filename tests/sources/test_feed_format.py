"""편성 피드: what a line must hold, and that a channel's day comes whole or not at all."""

from __future__ import annotations

import json
import re
import tracemalloc
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.feed_format import ChannelDay, Shelf, feed_lines
from eats_desktop.sources.feed_reader import FeedReader
from tests.helpers.feeds import (
    CHANNELS,
    DAY,
    day,
    header,
    product,
    read,
    reader_of,
    slot,
    text,
    whole_day,
)


def labels(blocks):
    return [block.label for block in blocks]


def test_a_day_is_read_with_its_slots_and_products():
    fish = product(list_price_krw=49900, brand="바다골", thumbnail_url="https://pic.example/1.jpg")
    (found,), report = read(day(1), slot(20, fish))
    assert (found.channel_id, found.day) == ("hmall", date(2026, 11, 24))
    (aired,) = found.slots
    assert aired.starts_at == datetime(2026, 11, 24, 20, tzinfo=KST)
    assert aired.ends_at == datetime(2026, 11, 24, 20, 50, tzinfo=KST)
    assert (aired.end_kind, aired.title, aired.lineup) == (EndKind.GIVEN, "20시 장터", 1)
    assert aired.products == (
        ProductListing(
            source="hmall",
            product_id="900001",
            raw_name="바다골 손질 고등어 8팩",
            name="바다골 손질 고등어 8팩",
            role=ProductRole.MAIN,
            price_kind=PriceKind.PRICED,
            list_price_krw=49900,
            sale_price_krw=39900,
            brand="바다골",
            thumbnail_url="https://pic.example/1.jpg",
        ),
    )
    assert (report.lines, report.bad, report.refused) == (3, 0, [])


def test_a_shelf_of_the_mall_is_read():
    shelf = {"type": "shelf", "category": "쌀", "products": 1}
    rice = {"type": "product", **product(source="kok", category="쌀")}
    (found,), _ = read(shelf, rice)
    assert isinstance(found, Shelf)
    assert [(p.source, p.category) for p in found.products] == [("kok", "쌀")]


def test_fields_nobody_knows_yet_are_borne():
    (found,), report = read(
        day(1, weather="맑음"),
        slot(20, product(stars=5), mood={"x": 1}),
        head=header(licence="CC", hosts=["a"]),
    )
    assert (len(found.slots), report.bad) == (1, 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "JSON이 아니거나"),
        ("[1]", "모르는 줄"),
        ({"type": "weather"}, "모르는 줄"),
        (slot(20, starts_at="어제"), "starts_at 값이 맞지 않아요"),
        (slot(20, starts_at=f"{DAY}T20:00:00"), "시간대가 적혀 있지 않아요"),
        (slot(20, starts_at="2026-11-25T20:00:00+09:00", ends_at=None), "이 하루의 시각이"),
        (slot(20, ends_at=f"{DAY}T19:00:00+09:00"), "끝이 시작보다 늦고"),
        (slot(20, lineup="1"), "lineup 값이 맞지 않아요"),
        (slot(20, end_kind="soon"), "end_kind 값이 맞지 않아요"),
        (slot(20, {"source": "hmall", "id": "1"}), "products.0.name 자리가 없어요"),
        (slot(20, product(id=900001)), "products.0.id 값이 맞지 않아요"),
        (slot(20, product(price=39)), "sale_price_krw 값이 맞지 않아요"),
        (slot(20, product(price=None)), "값이 있다면서"),
        (slot(20, product(list_price_krw=29900)), "정가가 판매가보다 싸요"),
        (slot(20, product(conditional_price_krw=29900)), "그 조건은 함께"),
        (
            slot(20, product(conditional_price_krw=49900, price_condition="쿠폰을 쓰면")),
            "판매가보다 싸야",
        ),
        (slot(20, product(source="import")), "번호를 붙인 곳"),
        (slot(20, product(thumbnail_url="javascript:x")), "thumbnail_url 값이"),
        (slot(20, product(name="\u200b")), "이름에 글자가 없어요"),
        (slot(19), "같은 시각의 방송이 또"),
        ({"type": "product", **product()}, "아래에 있지 않은"),
    ],
)
def test_one_bad_line_costs_its_whole_day_and_is_told_with_its_number(line, reason):
    found, report = read(day(2), slot(19), line, *whole_day("nsmall"))
    assert labels(found) == ["nsmall 2026-11-24"]
    assert report.bad >= 1
    assert report.reasons[0].startswith("4번째 줄: ")
    assert reason in report.reasons[0]
    assert report.refused[0].startswith("hmall 2026-11-24: ")


@pytest.mark.parametrize("promised", [0, 1, 3])
def test_a_day_with_other_than_the_promised_lines_is_left_out(promised):
    found, report = read(day(promised), slot(19), slot(20), *whole_day("nsmall"))
    assert labels(found) == ["nsmall 2026-11-24"]
    assert f"{promised}줄이 온다더니 2줄이 왔어요" in report.reasons[0]


def test_a_feed_cut_off_in_the_middle_loses_only_its_last_day():
    said = text(*whole_day("nsmall"), *whole_day("hmall")).encode()
    reader = reader_of(said[:-200])
    assert labels(reader) == ["nsmall 2026-11-24"]
    assert reader.report.bad > 0


def test_a_day_told_twice_counts_once_and_an_unknown_channel_not_at_all():
    found, report = read(day(1), slot(8), day(1), slot(9), day(1, channel="moon"), slot(10))
    assert [block.slots[0].starts_at.hour for block in found] == [8]
    assert [label.split(": ")[0] for label in report.refused] == [
        "hmall 2026-11-24",
        "moon 2026-11-24",
    ]
    assert report.bad == 2


def test_lines_under_no_day_are_told():
    found, report = read(slot(8), *whole_day())
    assert labels(found) == ["hmall 2026-11-24"]
    assert report.bad == 1


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ({"format": "other"}, "편성 피드가 아니에요"),
        (header(version=0), "편성 피드가 아니에요"),
        (header(made_at="2026-11-24T09:00:00"), "made_at 시간대가"),
        (header(version=2), "더 새로운 꼴"),
    ],
)
def test_what_is_no_feed_of_ours_is_refused_at_its_first_line(head, reason):
    with pytest.raises(InputError, match=reason):
        read(head=head)


@pytest.mark.parametrize("body", [b"", b"\n", b"<html>", b"\xff\xfe\x00"])
def test_other_files_are_no_feeds(body):
    with pytest.raises(InputError):
        reader_of(body)


def test_what_is_written_is_what_was_read():
    fish = product(
        raw_name=" 바다골  손질 고등어 8팩",
        conditional_price_krw=34900,
        price_condition="카드로 사면",
    )
    said = [*whole_day(), day(2, "nsmall"), slot(8, fish, product("2", role="side")), slot(9)]
    blocks, _ = read(*said)
    made_at = datetime(2026, 11, 24, 9, tzinfo=KST)
    written = "".join(f"{line}\n" for line in feed_lines("도매 시장", made_at, blocks))
    again = reader_of(written)
    assert [(b.label, b.slots) for b in again] == [(b.label, b.slots) for b in blocks]
    assert "null" not in written


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.binary(max_size=12)), max_size=6))
def test_whatever_is_broken_a_day_comes_as_promised_or_not(edits):
    lines = text(*whole_day("hmall"), *whole_day("nsmall")).encode().split(b"\n")
    for at, junk in edits:
        lines[min(at, len(lines) - 2) or 1] = junk.replace(b"\n", b"")
    reader = reader_of(b"\n".join(lines))
    found = list(reader)
    assert all(len(block.slots) == 18 for block in found)
    if edits:
        assert reader.report.bad > 0 or len(found) == 2


class Endless:
    """A feed of many days that is never in memory as a whole."""

    def __init__(self, days, hours=24):
        self._lines = self._make(days, hours)

    def _make(self, days, hours):
        yield header()
        for number in range(days):
            on = date.fromordinal(date(2026, 1, 1).toordinal() + number % 3650).isoformat()
            channel = CHANNELS[number // 3650]
            yield from whole_day(channel, range(hours), on)

    def readline(self, _limit):
        line = next(self._lines, None)
        return b"" if line is None else json.dumps(line, ensure_ascii=False).encode() + b"\n"


def test_a_long_feed_takes_no_more_memory_than_a_day():
    tracemalloc.start()
    try:
        reader = FeedReader(Endless(400), CHANNELS)
        slots = sum(len(block.slots) for block in reader if isinstance(block, ChannelDay))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (reader.report.lines, slots, reader.report.bad) == (10_001, 9_600, 0)
    assert peak < 1 << 20


def test_a_line_without_end_is_one_bad_line():
    reader = reader_of(text(*whole_day()).encode() + b'{"type":"day"' + b" " * (3 << 20) + b"}\n")
    assert labels(reader) == []
    assert reader.report.bad == 1


def test_the_documented_examples_are_a_feed():
    document = Path(__file__).parents[2] / "docs" / "feed-format.md"
    examples = re.findall(r"```json\n(.*?)```", document.read_text("utf-8"), re.DOTALL)
    reader = reader_of("".join(examples))
    assert labels(reader) == ["hmall 2026-11-24", "shelf 1611"]
    assert (reader.report.bad, reader.report.refused) == (0, [])
