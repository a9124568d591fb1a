"""Wires whose data are open: the people of a household, their folders, PINs and keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from eats_desktop.services.erasing import Eraser
from eats_desktop.services.key_files import KeyFiles
from eats_desktop.services.people import People
from eats_desktop.services.pin import PinBook, PinFile

if TYPE_CHECKING:
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.services.people import Person


class PeopleDesk:
    """`person_id` is who is open here, whoever becomes the active one meanwhile."""

    def __init__(self, data_dir: Path, clock: Clock, person_id: str | None = None) -> None:
        Eraser(data_dir).finish()
        self._clock = clock
        self.people = People(data_dir)
        self.person_id = person_id or self.people.active().person_id
        self.home = self.people.home(self.person_id)
        self.keys = KeyFiles(self.home / "keys", os.environ)

    @property
    def person(self) -> Person:
        return self.people.get(self.person_id)

    def pin(self, person_id: str) -> PinBook:
        return PinBook(PinFile(self.people.pin_file(person_id)), self._clock)
