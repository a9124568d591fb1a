"""Cuts a broadcast day into slots and says which are food; keeps something good always on air."""

from __future__ import annotations

import functools
import random
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from eats_desktop.demo.stations import BY_CHANNEL, Station

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = 24 * 60
_NIGHT_MARKS = (2 * 60, 5 * 60 + 20)
_LONGEST_WAIT = 60
"""Minutes within which another food broadcast starts, at any time of day or night."""


@dataclass(frozen=True, slots=True)
class Span:
    """A slot in minutes after 00:00 of its broadcast day; may reach into the next day."""

    index: int
    starts: int
    ends: int
    is_food: bool


@functools.lru_cache(maxsize=2048)
def day_layout(station: Station, day: date) -> tuple[Span, ...]:
    rng = random.Random(f"layout {station.channel_id} {day.toordinal()}")
    spans = []
    for index, (starts, ends) in enumerate(_cuts(station, rng)):
        by_chance = rng.random() < station.food_share
        is_food = by_chance or _must_be_food(station, day, starts, ends)
        spans.append(Span(index, starts, ends, is_food))
    return tuple(spans)


def _cuts(station: Station, rng: random.Random) -> Iterator[tuple[int, int]]:
    longest = max(station.lengths)
    marks = _marks(station)
    for low, high in pairwise(marks):
        at = low
        while high - at > longest + 20:
            length = rng.choice(station.lengths)
            yield at, at + length
            at += length
        if high - at > longest:
            middle = at + (high - at) // 10 * 5
            yield at, middle
            at = middle
        yield at, high


def _marks(station: Station) -> list[int]:
    """Return the fixed points of every day: turn, 02:00, 05:20, the last show before midnight."""
    offset = station.opens % 5
    last = 23 * 60 + 40 if station.end_gap else 23 * 60 + 55
    night = [mark + offset for mark in _NIGHT_MARKS if mark + offset > station.opens]
    return [station.opens, *night, last + offset, station.opens + _DAY]


def _must_be_food(station: Station, day: date, starts: int, ends: int) -> bool:
    if station.channel_id == "nsmall":
        return not _food_minutes("hnsmall", day).issuperset(range(starts, ends))
    if station.channel_id == "hmall_plus":
        return _waits_long(day, starts)
    return False


@functools.lru_cache(maxsize=256)
def _food_minutes(channel_id: str, day: date) -> frozenset[int]:
    return frozenset(
        minute for starts, ends in _food_around(channel_id, day) for minute in range(starts, ends)
    )


def _waits_long(day: date, minute: int) -> bool:
    """Tell whether the two main food channels start nothing for too long around a minute."""
    starts = sorted(start for name in ("hnsmall", "nsmall") for start, _ in _food_around(name, day))
    after = bisect_right(starts, minute)
    return starts[after] - starts[after - 1] > _LONGEST_WAIT


def _food_around(channel_id: str, day: date) -> Iterator[tuple[int, int]]:
    """Yield the food slots of the day and its neighbours in minutes after 00:00 of the day."""
    for shift in (-1, 0, 1):
        for span in day_layout(BY_CHANNEL[channel_id], day + timedelta(days=shift)):
            if span.is_food:
                yield span.starts + shift * _DAY, span.ends + shift * _DAY
