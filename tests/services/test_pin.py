"""A PIN: a try counts before it is looked at; wrong ones lock for longer, also after a restart."""

from __future__ import annotations

import stat
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.errors import (
    InputError,
    PinLockedError,
    PinWrongError,
    StorageCorruptError,
)
from eats_desktop.services.pin import PinBook, PinFile, PinRules

if TYPE_CHECKING:
    from pathlib import Path

START = datetime(2026, 3, 2, 10, 0, tzinfo=KST)


def book(path: Path, clock: ManualClock) -> PinBook:
    return PinBook(PinFile(path), clock)


def test_a_right_pin_opens_and_the_digits_are_nowhere_in_the_file(tmp_path: Path) -> None:
    path, clock = tmp_path / "a.pin", ManualClock(START)
    pins = book(path, clock)
    pins.check("")  # no PIN, no question
    for wrong in ("123", "123456789", "12a4", "١٢٣٤"):
        with pytest.raises(InputError):
            pins.set(wrong)
    assert not pins.is_set
    pins.set("4821")
    assert "4821" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(PinWrongError) as refused:
        pins.check("4822")
    assert refused.value.left == 4
    pins.check("4821")
    pins.remove()
    assert not path.exists()


def test_five_wrong_tries_lock_for_longer_each_time_and_through_a_restart(tmp_path: Path) -> None:
    path, clock = tmp_path / "a.pin", ManualClock(START)
    book(path, clock).set("4821")
    for _ in range(4):
        with pytest.raises(PinWrongError):
            book(path, clock).check("0000")
    for wait in (1, 2, 4, 8, 16, 32, 60, 60):
        with pytest.raises(PinLockedError) as locked:
            book(path, clock).check("0000")
        assert locked.value.until == clock.now() + timedelta(minutes=wait)
        clock.advance(timedelta(minutes=wait, seconds=-1))
        with pytest.raises(PinLockedError):
            book(path, clock).check("4821")  # right, but not looked at
        clock.advance(timedelta(seconds=1))
    book(path, clock).check("4821")
    with pytest.raises(PinWrongError) as refused:
        book(path, clock).check("0000")
    assert refused.value.left == 4


def test_a_clock_set_back_does_not_lock_for_days(tmp_path: Path) -> None:
    path, clock = tmp_path / "a.pin", ManualClock(START)
    pins = PinBook(PinFile(path), clock, PinRules(tries=1))
    pins.set("4821")
    with pytest.raises(PinLockedError):
        pins.check("0000")
    clock.advance(timedelta(days=-3))
    assert pins.locked_until() == clock.now() + timedelta(hours=1)


def test_a_damaged_file_opens_no_door(tmp_path: Path) -> None:
    path = tmp_path / "a.pin"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(StorageCorruptError):
        book(path, ManualClock(START)).check("4821")
