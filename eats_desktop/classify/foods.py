"""The food lexicon: what a food is called, what it is a kind of, and what it is made of.

Written by us in resources/food/*.toml: one file a category, one table a family (무리), one line a
food. `also` are other writings of the same food; `sorts` are foods of their own that are this
food (수미감자 is 감자), and so is `is`: a mere variety unless it has its own `instead` (`mere` says
otherwise); `of` names
the main ingredients of a dish; `made` are products made from the ingredient that are not it
(감자칩); `instead` are substitutes in cooking; `pieces` are grams by counter; `days` is the usual
shelf life; `meant` is the kind that the bare name commonly means (김치 is 배추김치, unless more is
said): who has the one has the other.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from eats_desktop.classify.food_groups import FILE as GROUPS
from eats_desktop.classify.food_groups import FoodGroups
from eats_desktop.classify.names import normalised
from eats_desktop.classify.segments import Segmenter
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_FIELDS = {
    "also",
    "sorts",
    "is",
    "of",
    "made",
    "instead",
    "pieces",
    "days",
    "kind",
    "mere",
    "meant",
}
CUTS = "육류"
_COOKED_WITH = ("가루", "분말", "전분")


class Role(StrEnum):
    """What a category of foods is to a cook; written once a file, `raw` when it is not.

    A name ends with what the thing is. What stands before it is an ingredient of a dish
    (민물장어 구이), but only a flavour of a seasoning or a treat (마늘 간장, 인절미 과자).
    """

    RAW = "raw"
    SEASONING = "seasoning"
    STAPLE = "staple"
    DISH = "dish"
    TREAT = "treat"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class Food:
    """One canonical food.

    `parent` is what it is a kind of, `is_sort` a mere variety or form of it (수미감자); `of` the
    main ingredients of a dish, most important first; `made_from` the ingredient of a product that
    no longer is it (양파즙); `pieces` grams of one piece by counter word; `days` shelf life as
    bought, None when not written; `meant` the kind of it that its bare name commonly means.
    """

    name: str
    category: str
    family: str
    kind: FoodKind
    role: Role
    parent: str | None = None
    also: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    made_from: str | None = None
    pieces: Mapping[str, float] = field(default_factory=dict)
    days: int | None = None
    instead: tuple[str, ...] = ()
    is_sort: bool = False
    meant: str | None = None


class FoodLexicon:
    """All foods, and each written word with the food it means."""

    def __init__(self, foods: Mapping[str, Food], groups: Path | None = None) -> None:
        self.foods = foods
        self.words = _words(foods)
        problems = [*_strangers(foods), *_circles(foods), *_misunderstood(foods)]
        if problems:
            raise ModelError("식품 사전이 맞지 않아요: " + "; ".join(problems[:40]))
        self.groups = FoodGroups() if groups is None else FoodGroups.load(groups, self._named())

    @classmethod
    def load(cls, folder: Path) -> FoodLexicon:
        """Read every file of the folder; ModelError that names the file and the line's food."""
        foods: dict[str, Food] = {}
        made: list[Food] = []
        twice: list[str] = []
        for path in sorted(folder.glob("*.toml")):
            try:
                tables = tomllib.loads(path.read_text(encoding="utf-8"))
            except (OSError, tomllib.TOMLDecodeError) as exc:
                raise ModelError(f"식품 사전을 읽지 못했어요: {path.name}: {exc}") from exc
            category = _Category(tables.pop("category"), Role(tables.pop("role", Role.RAW)))
            for family, table in tables.items():
                for food in _family(category, family, table, path.name):
                    if food.made_from is not None:
                        made.append(food)
                    elif foods.setdefault(food.name, food) is not food:
                        twice.append(f"{food.name} ({path.name})")
        if twice:
            raise ModelError("식품 사전에 두 번 있어요: " + ", ".join(twice))
        _add_made(foods, made)
        groups = folder / "reading" / GROUPS
        return cls(foods, groups if groups.is_file() else None)

    @cached_property
    def segmenter(self) -> Segmenter:
        return Segmenter(self.words)

    def find(self, text: str) -> tuple[Food, ...]:
        """Return the foods written in a text, in order."""
        found = self.segmenter.find(normalised(text).split())
        return tuple(self.foods[self.words[segment.word]] for segment in found)

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the food itself, what it is a kind of, and so on up."""
        line = []
        at: str | None = name
        while at is not None:
            line.append(at)
            at = self.foods[at].parent
        return tuple(line)

    def descendants(self, name: str) -> tuple[str, ...]:
        """Return every food that is a kind of this one, itself left out."""
        below: list[str] = []
        for child in self._children.get(name, ()):
            below.extend((child, *self.descendants(child)))
        return tuple(below)

    def plain(self, name: str) -> str:
        """Return the name a cook uses: 감자 for 수미감자; cuts of meat are names of their own.

        A cut is only rolled up when its name says no more than a state (냉동삼겹살).
        """
        food = self.foods[name]
        while food.is_sort and food.parent is not None:
            if food.category == CUTS and food.parent not in food.name:
                break
            food = self.foods[food.parent]
        return food.name

    def shelf_days(self, name: str) -> int | None:
        """Return for how many days a food usually keeps, or what it is a kind of; else None."""
        written = (self.foods[up].days for up in self.ancestors(name))
        return next((days for days in written if days is not None), None)

    def kind(self, name: str) -> FoodKind:
        return self.foods[name].kind

    def is_raw(self, name: str) -> bool:
        """Tell whether it is a raw ingredient as it grows or is caught, no noodle or sauce."""
        food = self.foods[name]
        return food.role is Role.RAW and food.kind is FoodKind.INGREDIENT

    def family(self, name: str) -> str:
        food = self.foods[name]
        return f"{food.category}/{food.family}"

    def group(self, name: str, other: str) -> str | None:
        """Return the wider circle (갈래) both foods are in, None when there is none."""
        return self.groups.shared(name, other)

    def beside(self, name: str) -> frozenset[str]:
        """Return all foods of the wider circles (갈래) a food is in."""
        return self.groups.beside(name)

    def stands_in(self, name: str, other: str) -> bool:
        """Tell whether one is written as a substitute for the other, or for what that is."""
        return any(other in self.foods[up].instead for up in self.ancestors(name)) or any(
            name in self.foods[up].instead for up in self.ancestors(other)
        )

    def relatives(self, name: str) -> frozenset[str]:
        """Return the food, what it is a kind of, its kinds, its family, group and substitutes."""
        up = self.ancestors(name)
        instead = {other for one in up for other in self.foods[one].instead}
        near = {*up, *self.descendants(name), *self._families[self.family(name)], *instead}
        return frozenset(near) | self.groups.beside(name)

    def _named(self) -> dict[str, list[str]]:
        """Return the foods of every category and family, and each by its own name."""
        named = {name: [name] for name in self.foods}
        for food in self.foods.values():
            for family in (food.family, "*"):
                named.setdefault(f"{food.category}/{family}", []).append(food.name)
        return named

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        families: dict[str, list[str]] = {}
        for name in self.foods:
            families.setdefault(self.family(name), []).append(name)
        return families

    def is_a(self, name: str, wanted: str) -> bool:
        return wanted in self.ancestors(name)

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for food in self.foods.values():
            if food.parent is not None:
                children.setdefault(food.parent, []).append(food.name)
        return children


def _strangers(foods: Mapping[str, Food]) -> Iterator[str]:
    """Name each food that points at one nobody wrote down."""
    for food in foods.values():
        for name in (food.parent, food.made_from, *food.of, *food.instead):
            if name is not None and name not in foods:
                yield f"{food.name} → {name} (없음)"


def _circles(foods: Mapping[str, Food]) -> Iterator[str]:
    for food in foods.values():
        seen: set[str] = set()
        at: str | None = food.name
        while at is not None and at in foods:
            if at in seen:
                yield f"{food.name} (제자리를 돎)"
                break
            seen.add(at)
            at = foods[at].parent


def _misunderstood(foods: Mapping[str, Food]) -> Iterator[str]:
    """Name each food whose bare name is said to mean what is no kind of it."""
    for food in foods.values():
        if food.meant is not None and getattr(foods.get(food.meant), "parent", None) != food.name:
            yield f"{food.name} → {food.meant} (바로 아래 종류가 아님)"


class _Category(NamedTuple):
    name: str
    role: Role


def _family(
    category: _Category, family: str, table: Mapping[str, Any], file: str
) -> Iterator[Food]:
    kind = table.get("kind")
    for name, fields in table.items():
        if name == "kind":
            continue
        unknown = set(fields) - _FIELDS
        if unknown:
            raise ModelError(f"식품 사전에 모르는 항목이 있어요: {file}: {name}: {unknown}")
        own = "is" not in fields or "instead" in fields or category.name == CUTS
        yield from _foods(
            Food(
                _plain(name),
                category.name,
                family,
                FoodKind(fields.get("kind", kind)),
                category.role,
                _plain(fields["is"]) if "is" in fields else None,
                _list(fields, "also"),
                _list(fields, "of"),
                None,
                dict(fields.get("pieces", {})),
                fields.get("days"),
                _list(fields, "instead"),
                bool(fields.get("mere", not own)),
                _plain(fields["meant"]) if "meant" in fields else None,
            ),
            fields,
        )


def _foods(food: Food, fields: Mapping[str, Any]) -> Iterator[Food]:
    yield food
    for sort in _list(fields, "sorts"):
        yield replace(food, name=sort, parent=food.name, also=(), is_sort=True, meant=None)
    for word in _list(fields, "made"):
        kind = FoodKind.INGREDIENT if word.endswith(_COOKED_WITH) else FoodKind.PREPARED
        yield Food(word, food.category, food.family, kind, food.role, made_from=food.name)


def _add_made(foods: dict[str, Food], made: list[Food]) -> None:
    """A product with a line of its own keeps it; 밀가루 is an ingredient whatever it is made of.

    Another is the food its name ends with (사과주스 is 주스), where there is such a food.
    """
    owners = _words(foods)
    for product in made:
        if product.name not in owners:
            foods.setdefault(product.name, _by_ending(product, owners, foods))
            continue
        known = foods.get(product.name)
        if known is not None and known.made_from is None and known.role in (Role.RAW, Role.TREAT):
            foods[product.name] = replace(known, made_from=product.made_from)


def _by_ending(product: Food, owners: Mapping[str, str], foods: Mapping[str, Food]) -> Food:
    for at in range(1, len(product.name) - 1):
        owner = foods.get(owners.get(product.name[at:], ""))
        if owner is not None and owner.name != product.made_from:
            return replace(
                product,
                category=owner.category,
                family=owner.family,
                kind=owner.kind,
                role=owner.role,
                parent=owner.name,
            )
    return product


def _words(foods: Mapping[str, Food]) -> dict[str, str]:
    words: dict[str, str] = {}
    claimed: dict[str, str] = {}
    for food in foods.values():
        for word in (food.name, *food.also):
            if words.setdefault(word, food.name) != food.name:
                claimed[word] = f"{word}: {words[word]}, {food.name}"
    if claimed:
        raise ModelError("두 식품이 같은 말을 써요: " + "; ".join(claimed.values()))
    return words


def _list(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_plain(word) for word in fields.get(key, "").split()))


def _plain(word: str) -> str:
    plain = normalised(word).replace(" ", "")
    if not plain:
        raise ModelError(f"식품 사전에 읽을 수 없는 말이 있어요: {word}")
    return plain
