"""PINs of profiles and of staff: an argon2 hash, and a wait that grows with each wrong try."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import (
    InputError,
    PinLockedError,
    PinWrongError,
    StorageCorruptError,
    StorageEnvironmentError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from argon2 import PasswordHasher

    from eats_desktop.domain.clock import Clock

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class PinRules:
    """How many digits, and how long to wait after `tries` wrong ones: doubled each time more."""

    shortest: int = 4
    longest: int = 8
    tries: int = 5
    first_wait: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(hours=1)

    def wait_after(self, wrong: int) -> timedelta:
        """Return how long the lock holds after this many wrong tries in a row."""
        over = wrong - self.tries
        if over < 0:
            return timedelta()
        doubled = self.first_wait * (1 << min(over, 20))
        return min(doubled, self.longest_wait)


@dataclass(frozen=True, slots=True)
class PinRecord:
    """What is kept of a PIN; `wrong` counts the tries since the last right one."""

    hash: str
    wrong: int = 0
    locked_until: datetime | None = None


class PinStore(Protocol):
    def read(self) -> PinRecord | None: ...
    def write(self, record: PinRecord | None) -> None: ...


class PinBook:
    """One PIN. A try counts before it is looked at, so that a killed program gives none away.

    Hashing takes a tenth of a second and 64 MiB: never on the UI thread.
    """

    def __init__(self, store: PinStore, clock: Clock, rules: PinRules | None = None) -> None:
        self._store = store
        self._clock = clock
        self.rules = rules or PinRules()
        self._lock = threading.Lock()

    @property
    def is_set(self) -> bool:
        return self._store.read() is not None

    def set(self, pin: str) -> None:
        """Keep a new PIN and forget all wrong tries; InputError when it is none."""
        self._require_pin(pin)
        with self._lock:
            self._store.write(PinRecord(_hasher().hash(pin)))

    def remove(self) -> None:
        with self._lock:
            self._store.write(None)

    def locked_until(self) -> datetime | None:
        """Return when the next try is allowed, None when it is allowed now."""
        record = self._store.read()
        return None if record is None else self._lock_end(record)

    def check(self, pin: str) -> None:
        """Return when the PIN is right or none is set; PinWrongError, PinLockedError otherwise."""
        with self._lock:
            record = self._store.read()
            if record is None:
                return
            until = self._lock_end(record)
            if until is not None:
                raise PinLockedError(until)
            counted = self._counted(record)
            self._store.write(counted)
            if not _matches(record.hash, pin):
                raise self._refusal(counted)
            self._store.write(PinRecord(record.hash))

    def _counted(self, record: PinRecord) -> PinRecord:
        wrong = record.wrong + 1
        wait = self.rules.wait_after(wrong)
        until = self._clock.now() + wait if wait else None
        return replace(record, wrong=wrong, locked_until=until)

    def _refusal(self, counted: PinRecord) -> PinWrongError | PinLockedError:
        if counted.locked_until is not None:
            return PinLockedError(counted.locked_until)
        return PinWrongError(self.rules.tries - counted.wrong)

    def _lock_end(self, record: PinRecord) -> datetime | None:
        """A clock set back must not lock for longer than the rules do."""
        if record.locked_until is None:
            return None
        now = self._clock.now()
        until = min(record.locked_until, now + self.rules.longest_wait)
        return until if until > now else None

    def _require_pin(self, pin: str) -> None:
        rules = self.rules
        if not (pin.isascii() and pin.isdigit() and rules.shortest <= len(pin) <= rules.longest):
            raise InputError(f"PIN은 숫자 {rules.shortest}~{rules.longest}자리예요.")


class PinFile:
    """Keeps the record in a JSON file that only its owner may read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> PinRecord | None:
        """Return the record, None when no PIN is set; a file that is none is no open door."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            until = kept["locked_until"]
            return PinRecord(
                str(kept["hash"]),
                int(kept["wrong"]),
                None if until is None else datetime.fromisoformat(until),
            )
        except FileNotFoundError:
            return None
        except OSError as exc:
            raise StorageEnvironmentError(f"PIN 파일을 읽을 수 없어요: {self._path}") from exc
        except (ValueError, KeyError, TypeError) as exc:
            raise StorageCorruptError(f"PIN 파일이 손상됐어요: {self._path}") from exc

    def write(self, record: PinRecord | None) -> None:
        """Replace the record whole, on the disk before it returns; None removes it."""
        try:
            if record is None:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_name(self._path.name + ".new")
            draft.unlink(missing_ok=True)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(_written(record))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except OSError as exc:
            raise StorageEnvironmentError(f"PIN 파일을 쓸 수 없어요: {self._path}") from exc


def _written(record: PinRecord) -> str:
    until = record.locked_until
    return json.dumps(
        {
            "hash": record.hash,
            "wrong": record.wrong,
            "locked_until": None if until is None else until.isoformat(),
        }
    )


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415  loads cffi

    return PasswordHasher()


def _matches(kept: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        return _hasher().verify(kept, pin)
    except VerificationError:
        return False
    except InvalidHashError as exc:
        raise StorageCorruptError("저장된 PIN이 손상됐어요.") from exc
