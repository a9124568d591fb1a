"""people.toml: names that are free, nobody outside of the data directory, damage that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eats_desktop.domain.errors import ConflictError, InputError, StorageCorruptError
from eats_desktop.services.people import FIRST, People

if TYPE_CHECKING:
    from pathlib import Path

FIRST_ALONE = 'active = "main"\n[[people]]\nid = "main"\nname = "나"\n'


def names(people: People) -> list[str]:
    return [person.name for person in people.all()]


def test_the_first_person_is_there_without_a_file_and_is_never_lost(tmp_path: Path) -> None:
    people = People(tmp_path)
    assert (names(people), people.active().person_id) == (["나"], FIRST)
    assert list(tmp_path.iterdir()) == []
    mother = people.add("  엄마 ")
    people.rename(FIRST, "아빠")
    people.use(mother.person_id)
    people.forget(FIRST)
    assert (names(people), people.active()) == (["나", "엄마"], mother)
    people.forget(mother.person_id)
    assert (names(people), people.active().person_id) == (["나"], FIRST)


@pytest.mark.parametrize("name", ["", " ", "ㄱ" * 21, "\u202e"])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        People(tmp_path).add(name)


def test_a_name_is_taken_once_and_a_household_has_an_end(tmp_path: Path) -> None:
    people = People(tmp_path)
    people.add("Mom")
    for same in ("mom", "나", FIRST):
        with pytest.raises(ConflictError):
            people.add(same)
    for number in range(10):
        people.add(f"손님 {number}")
    with pytest.raises(ConflictError):
        people.add("한 사람 더")


@pytest.mark.parametrize(
    "text",
    [
        "not toml at all [",
        'active = "main"',
        'active = "gone"\n[[people]]\nid = "main"\nname = "나"\n',
        f'{FIRST_ALONE}[[people]]\nid = "../x"\nname = "b"\n',
    ],
)
def test_a_damaged_file_is_told_and_leads_nowhere_else(tmp_path: Path, text: str) -> None:
    (tmp_path / "people.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StorageCorruptError):
        People(tmp_path).all()
