"""What a product is, told from the words of its name: enough to choose a drawing of its kind."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

UNKNOWN = "unknown"
_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|<[^>]*>|★[^★]*★")
_NEXT = re.compile(r"[+&/,·]")
_FLAVOUR = "(?!용|맛|향)"
"""A word before these tells a use or a taste: 국거리용, 딸기맛."""


class FoodKinds:
    """The table of words; the last word of a name that is in it names the product's kind.

    한국어 상품 이름은 머리말이 뒤에 온다: "고등어 김치찜" is a 김치찜, "닭가슴살 소시지" a sausage.
    """

    def __init__(self, kinds: Mapping[str, str], traps: Iterable[str]) -> None:
        """`kinds` gives the kind of every pattern (a regular expression), longer words first."""
        self._groups = tuple(
            (re.compile(f"(?=({pattern}))", re.IGNORECASE), kind) for pattern, kind in kinds.items()
        )
        self._traps = re.compile("|".join(map(re.escape, traps)) or "(?!)")

    @classmethod
    def load(cls, path: Path) -> FoodKinds:
        """Read a table of `traps` and, for every kind, `words`, `alone` and `ends`."""
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        traps = document.pop("traps", ())
        kinds = {_pattern(group): kind for kind, group in document.items()}
        return cls(kinds, traps)

    def of(self, name: str) -> str:
        """Return the kind of a product, `UNKNOWN` when no word of its name tells it."""
        for part in _parts(name):
            kind = self._last(self._traps.sub(" ", part))
            if kind is not None:
                return kind
        return UNKNOWN

    def _last(self, text: str) -> str | None:
        """Return the kind of the match that ends last; of those that end there, the longest."""
        found = [
            (match.end(1), match.end(1) - match.start(1), kind)
            for pattern, kind in self._groups
            for match in pattern.finditer(text)
        ]
        return max(found)[2] if found else None


def _pattern(group: Mapping[str, list[str]]) -> str:
    words = sorted(group["words"], key=len, reverse=True)
    plain = "|".join(re.escape(word).replace(r"\ ", " ?") for word in words)
    forms = [f"(?:{plain}){_FLAVOUR}"]
    if "alone" in group:
        forms.append(f"(?<![가-힣])(?:{'|'.join(group['alone'])})(?![가-힣])")
    if "ends" in group:
        forms.append(f"(?<=[가-힣])(?:{'|'.join(group['ends'])})(?![가-힣])")
    return "|".join(forms)


def _parts(name: str) -> Iterator[str]:
    """Yield what a name lists, main thing first, then all of it with its asides."""
    yield from _NEXT.split(_ASIDE.sub(" ", name))
    yield name
