"""내 자료 내보내기: everything of a person in one JSON file, its shape told by a version."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Protocol

from eats_desktop import __version__
from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.services.people import Person
    from eats_desktop.services.settings import Settings

FORMAT, VERSION = "eats-desktop-export", 1
_OWNER_ONLY = 0o600


class Sections(Protocol):
    def sections(self) -> Mapping[str, list[dict[str, Any]]]: ...


class ExportService:
    """For reading threads. `version` counts up when a field changes its meaning or goes."""

    def __init__(
        self,
        store: Sections,
        person: Callable[[], Person],
        settings: Callable[[], Settings],
        clock: Clock,
    ) -> None:
        self._store = store
        self._person = person
        self._settings = settings
        self._clock = clock

    def document(self) -> Mapping[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "program_version": __version__,
            "made_at": self._clock.now().isoformat(),
            "profile": {"name": self._person().name},
            **self._store.sections(),
            "settings": self._settings().model_dump(mode="json"),
        }

    def write(self, target: Path) -> int:
        """Write the file whole, for its owner's eyes; return how many rows are in it."""
        document = self.document()
        text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
        draft = target.with_name(target.name + ".new")
        try:
            draft.unlink(missing_ok=True)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            draft.replace(target)
        except OSError as exc:
            raise InputError(f"이곳에 쓸 수 없어요: {target} ({exc.strerror})") from exc
        return sum(len(part) for part in document.values() if isinstance(part, list))
