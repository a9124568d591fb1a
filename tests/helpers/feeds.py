"""Schedule feeds as tests write them: lines of dictionaries."""

from __future__ import annotations

import io
import json

from eats_desktop.sources.feed_reader import FeedReader

CHANNELS = ("hnsmall", "hmall", "nsmall")
DAY = "2026-11-24"


def header(**changes):
    said = {
        "format": "eats-schedule-feed",
        "version": 1,
        "producer": "도매 시장",
        "made_at": f"{DAY}T09:00:00+09:00",
    }
    return {**said, **changes}


def day(slots, channel="hmall", on=DAY, **changes):
    return {"type": "day", "channel": channel, "day": on, "slots": slots, **changes}


def slot(hour, *products, on=DAY, **changes):
    starts, ends = f"{on}T{hour:02}:00:00+09:00", f"{on}T{hour:02}:50:00+09:00"
    said = {"type": "slot", "starts_at": starts, "ends_at": ends, "title": f"{hour}시 장터"}
    return {**said, "products": [*products], **changes}


def product(number="900001", price=39900, **changes):
    said = {"source": "hmall", "id": number, "name": "바다골 손질 고등어 8팩", "role": "main"}
    return {**said, "price_kind": "priced", "sale_price_krw": price, **changes}


def whole_day(channel="hmall", hours=range(6, 24), on=DAY):
    """A day's lines, one product an hour."""
    found = [slot(h, product(f"{900000 + h}"), on=on) for h in hours]
    return [day(len(found), channel, on), *found]


def text(*lines, head=None):
    rows = [head or header(), *lines]
    said = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    return "".join(f"{row}\n" for row in said)


def read(*lines, head=None):
    """The blocks of a feed and the report of its reading."""
    reader = reader_of(text(*lines, head=head))
    return list(reader), reader.report


def reader_of(said):
    body = said if isinstance(said, bytes) else said.encode()
    return FeedReader(io.BytesIO(body), CHANNELS)
