"""Labels a person of this project read beside their names, and found wrong or off our definition.

judged.json keeps how many were read and a hash of each name found so, never the name: the figures
of a card are told with these labels and without them. Training does not read it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from pathlib import Path

JUDGED = "judged.json"
_LENGTH = 12


@dataclass(frozen=True, slots=True)
class JudgedLabels:
    """`wrong` labels are slips; `off` ones follow another definition than ours."""

    read: int = 0
    wrong: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    @classmethod
    def load(cls, folder: Path) -> JudgedLabels:
        """Read the folder's list; nothing was judged where there is none."""
        path = folder / JUDGED
        if not path.exists():
            return cls()
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(told["read"], frozenset(told["wrong"]), frozenset(told["off"]))

    def is_doubted(self, source: str, name: str) -> bool:
        return key(source, name) in self.wrong | self.off

    def summary(self) -> dict[str, object]:
        """Return what a card tells of it: counts, and one hash of the list."""
        text = "\n".join(sorted(self.wrong | self.off))
        return {
            "read": self.read,
            "wrong_labels": len(self.wrong),
            "against_the_definition": len(self.off),
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }


def key(source: str, name: str) -> str:
    return hashlib.sha256(f"{source}|{normalised(name)}".encode()).hexdigest()[:_LENGTH]
