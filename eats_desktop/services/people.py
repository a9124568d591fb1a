"""The people of a household (프로필): each has a user.db of their own, behind an optional PIN.

A PIN is a curtain before the window, no encryption: who may read the files may read all.
"""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomlkit

from eats_desktop.domain.errors import (
    ConflictError,
    InputError,
    NotFoundError,
    StorageCorruptError,
    StorageEnvironmentError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FIRST = "main"
"""The person whose data lie in the data directory itself: the only one until others are added."""

FIRST_NAME = "나"
_MOST = 12
_LONGEST_NAME = 20
_ID = re.compile(r"[0-9a-z]{1,32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Person:
    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Household:
    active: str
    people: tuple[Person, ...]


class People:
    """Reads people.toml at each question, so that a command and an open window agree."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._path = data_dir / "people.toml"

    def all(self) -> tuple[Person, ...]:
        return self._read().people

    def active(self) -> Person:
        """Return who the window opens for."""
        return self.get(self._read().active)

    def get(self, person_id: str) -> Person:
        for person in self.all():
            if person.person_id == person_id:
                return person
        raise NotFoundError(f"그런 프로필이 없어요: {person_id}")

    def named(self, name: str) -> Person:
        """Return the person of that name or id."""
        wanted = _same(name)
        for person in self.all():
            if wanted in (_same(person.name), person.person_id):
                return person
        known = ", ".join(person.name for person in self.all())
        raise NotFoundError(f"그런 프로필이 없어요: {name} (있는 것: {known})")

    def add(self, name: str) -> Person:
        household = self._read()
        if len(household.people) >= _MOST:
            raise ConflictError(f"프로필은 {_MOST}개까지 만들 수 있어요.")
        person = Person(uuid.uuid4().hex[:12], self._free_name(name, household.people))
        self._write(household.active, (*household.people, person))
        return person

    def rename(self, person_id: str, name: str) -> Person:
        household = self._read()
        others = [one for one in household.people if one.person_id != person_id]
        renamed = Person(self.get(person_id).person_id, self._free_name(name, others))
        people = tuple(renamed if p.person_id == person_id else p for p in household.people)
        self._write(household.active, people)
        return renamed

    def use(self, person_id: str) -> Person:
        """Open the window for that person from the next opening on."""
        person = self.get(person_id)
        self._write(person_id, self.all())
        return person

    def forget(self, person_id: str) -> None:
        """Take the person out of the list; the first one loses the name and stays."""
        household = self._read()
        first = (Person(FIRST, FIRST_NAME),) if person_id == FIRST else ()
        rest = tuple(one for one in household.people if one.person_id != person_id)
        people = (*first, *rest)
        active = FIRST if household.active == person_id else household.active
        self._write(active, people)

    def home(self, person_id: str) -> Path:
        """Return the folder of that person's user.db, backups and keys."""
        return self._data_dir if person_id == FIRST else self._data_dir / "people" / person_id

    def pin_file(self, person_id: str) -> Path:
        return self._data_dir / "people" / f"{person_id}.pin"

    def _free_name(self, name: str, others: Sequence[Person]) -> str:
        given = " ".join(unicodedata.normalize("NFC", name).split())
        if not given or len(given) > _LONGEST_NAME or not given.isprintable():
            raise InputError(f"프로필 이름은 1~{_LONGEST_NAME}자로 적어 주세요.")
        if any(_same(given) in (_same(other.name), other.person_id) for other in others):
            raise ConflictError(f"같은 이름의 프로필이 있어요: {given}")
        return given

    def _read(self) -> _Household:
        try:
            document = tomllib.loads(self._path.read_text(encoding="utf-8"))
            people = tuple(Person(str(one["id"]), str(one["name"])) for one in document["people"])
            active = str(document["active"])
        except FileNotFoundError:
            return _Household(FIRST, (Person(FIRST, FIRST_NAME),))
        except OSError as exc:
            raise StorageEnvironmentError(f"프로필 파일을 읽을 수 없어요: {self._path}") from exc
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as exc:
            raise StorageCorruptError(f"프로필 파일이 손상됐어요: {self._path}") from exc
        ids = [person.person_id for person in people]
        if FIRST not in ids or active not in ids or not all(map(_ID.fullmatch, ids)):
            raise StorageCorruptError(f"프로필 파일이 손상됐어요: {self._path}")
        return _Household(active, people)

    def _write(self, active: str, people: Sequence[Person]) -> None:
        document = tomlkit.document()
        document["active"] = active
        rows = tomlkit.aot()
        for person in people:
            row = tomlkit.table()
            row.update({"id": person.person_id, "name": person.name})
            rows.append(row)
        document["people"] = rows
        draft = self._path.with_suffix(".toml.new")
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                file.write(tomlkit.dumps(document))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except OSError as exc:
            raise StorageEnvironmentError(f"프로필 파일을 쓸 수 없어요: {self._path}") from exc


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()
