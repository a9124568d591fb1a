"""Wider circles of foods than a family: what may stand beside another when that is not there.

Written by us in resources/food/reading/groups.toml: a name (갈래) with families
("category/family"), whole categories ("category/*"), single foods and endings ("*즙"). A food may
be in several.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE = "groups.toml"
_ENDING = "*"


@dataclass(frozen=True, slots=True)
class FoodGroups:
    """Foods by the name of their group, and groups by food."""

    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of_food: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, families: Mapping[str, Sequence[str]]) -> FoodGroups:
        """Read the file; `families` has the foods of each category, family, and food by itself."""
        try:
            written = tomllib.loads(path.read_text(encoding="utf-8"))["groups"]
        except (OSError, KeyError, tomllib.TOMLDecodeError) as exc:
            raise ModelError(f"식품 갈래를 읽지 못했어요: {path.name}: {exc}") from exc
        ends = {one for names in written.values() for one in names if one.startswith(_ENDING)}
        known = {**families, **{one: _ending(one, families) for one in ends}}
        strangers = {one for names in written.values() for one in names if not known.get(one)}
        if strangers:
            raise ModelError("식품 갈래가 모르는 이름을 불러요: " + ", ".join(sorted(strangers)))
        members = {
            group: tuple(dict.fromkeys(food for name in names for food in known[name]))
            for group, names in written.items()
        }
        of_food: dict[str, set[str]] = {}
        for group, foods in members.items():
            for food in foods:
                of_food.setdefault(food, set()).add(group)
        return cls(members, {food: frozenset(groups) for food, groups in of_food.items()})

    def shared(self, one: str, other: str) -> str | None:
        """Return the group both are in, the first by name when there are several."""
        both = self.of_food.get(one, frozenset()) & self.of_food.get(other, frozenset())
        return min(both, default=None)

    def beside(self, food: str) -> frozenset[str]:
        """Return all foods of its groups, itself with them."""
        groups = self.of_food.get(food, frozenset())
        return frozenset(one for group in groups for one in self.members[group])


def _ending(pattern: str, families: Mapping[str, Sequence[str]]) -> list[str]:
    end = pattern.removeprefix(_ENDING)
    return [name for name in families if name.endswith(end) and "/" not in name]
