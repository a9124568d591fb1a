"""Reads resources/food/reading/themes.toml: what shoppers say in place of a food.

One table a group, one line a theme. A theme means its `foods`, best first, then whole `families`
("분류" or "분류/무리"), dishes whose name has one of its `ends`, and dishes made `of` some
families; none that holds what it is `without`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import ModelError
from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FIELDS = {"also", "foods", "families", "ends", "of", "without"}


@dataclass(frozen=True, slots=True)
class Theme:
    """One wish (테마); `says` tells why a food is there, `without` names families or foods."""

    name: str
    says: str
    also: tuple[str, ...] = ()
    foods: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Tell whether a food that it does not name is certainly none of it."""
        return bool(self.ends or self.of)

    def why(self, food: str) -> str:
        return self.says.format(theme=self.name, food=food)


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes by each writing without blanks; `tails` and `fillers` add no meaning."""

    words: Mapping[str, Theme]
    tails: frozenset[str]
    fillers: frozenset[str]

    @classmethod
    def load(cls, path: Path) -> Themes:
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as exc:
            raise ModelError(f"테마를 읽지 못했어요: {path.name}: {exc}") from exc
        beside = tables.pop("words", {})
        words: dict[str, Theme] = {}
        for table in tables.values():
            says = table.pop("says")
            for name, fields in table.items():
                theme = _theme(name, says, fields)
                for word in dict.fromkeys((joined(plain(name)), *theme.also)):
                    if words.setdefault(word, theme) is not theme:
                        first = words[word].name
                        raise ModelError(f"두 테마가 같은 말을 써요: {word}: {first}, {name}")
        return cls(words, frozenset(_list(beside, "tail")), frozenset(_list(beside, "filler")))


def _theme(name: str, says: str, fields: Mapping[str, Any]) -> Theme:
    unknown = set(fields) - _FIELDS
    if unknown:
        raise ModelError(f"테마에 모르는 항목이 있어요: {name}: {', '.join(sorted(unknown))}")
    return Theme(
        name,
        says,
        _list(fields, "also"),
        _list(fields, "foods"),
        tuple(fields.get("families", ())),
        _list(fields, "ends"),
        tuple(fields.get("of", ())),
        tuple(fields.get("without", ())),
    )


def _list(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fields.get(key, "").split()))
