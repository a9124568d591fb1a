"""Days of invented broadcasts on several channels, for tests of the timetable."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from eats_desktop.domain.schedule import Channel
from tests.helpers.broadcasts import DAY, broadcast

TODAY = DAY.date()


def channel_of(number):
    return Channel(f"ch{number:02}", number, f"나루{number}쇼핑")


def show(number, minute, minutes=60, name="바다골 손질 고등어", **changes):
    """A broadcast on channel `number` that starts so many minutes after midnight."""
    channel = channel_of(number)
    starts_at = DAY + timedelta(minutes=minute)
    value = broadcast(starts_at, minutes, channel=channel.channel_id, name=name, seen_at=starts_at)
    return replace(value, channel=channel, **changes)


def full_day(channels=17, each=30):
    """The fullest day there can be: every channel on air from midnight to midnight."""
    length = 24 * 60 // each
    return [
        show(number, place * length, length)
        for place in range(each)
        for number in range(1, channels + 1)
    ]


def key(number, minute):
    return str(show(number, minute).id)
