"""Reads the recipes that ship with the program: plain text in resources/recipes/*.toml.

One file a family of dishes. `[defaults]` holds what its recipes share; a `[[recipe]]` writes only
what differs. `main`, `side` and `season` list ingredients separated by commas: name, amount and
unit, a note in brackets ("무 400g (나박썰기), 소금 약간"). `steps` has one step a line, which may
end with "@20" for a timer of 20 minutes. `dish` is the title when it is not written.
"""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
from eats_desktop.domain.recipe import (
    Category,
    Difficulty,
    IngredientGroup,
    Method,
    Occasion,
    Recipe,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from eats_desktop.classify.kitchen_units import Kitchen

_TEXTS = ("id", "title")
_CHOICES = {
    "category": Category,
    "occasion": Occasion,
    "method": Method,
    "difficulty": Difficulty,
}
_NUMBERS = ("servings", "minutes")
_GROUPS = {
    "main": IngredientGroup.MAIN,
    "side": IngredientGroup.SIDE,
    "season": IngredientGroup.SEASONING,
}
_FIELDS = {*_TEXTS, *_CHOICES, *_NUMBERS, *_GROUPS, "dish", "steps", "tips"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COMMA = re.compile(r",\s*(?![^(]*\))")
_LINE = re.compile(
    r"(?P<name>[^\d()]+?) (?:(?P<number>\d+/\d+|\d+(?:\.\d+)?)(?P<unit>[a-zL가-힣]+)"
    r"|(?P<vague>약간|적당량))(?: \((?P<note>[^()]+)\))?"
)
_TIMER = re.compile(r"^(?P<text>.+?)(?:\s*@(?P<minutes>\d+))?$")


class RecipeLibrary:
    """All shipped recipes by id."""

    def __init__(self, recipes: tuple[Recipe, ...]) -> None:
        self.recipes = {recipe.id: recipe for recipe in recipes}
        if len(self.recipes) < len(recipes):
            seen = [recipe.id for recipe in recipes]
            twice = sorted({one for one in seen if seen.count(one) > 1})
            raise ModelError("레시피 번호가 두 번 있어요: " + ", ".join(twice))

    @classmethod
    def load(cls, folder: Path, kitchen: Kitchen) -> RecipeLibrary:
        """Read every file of the folder; ModelError that names file, recipe and field."""
        recipes: list[Recipe] = []
        for path in sorted(folder.glob("*.toml")):
            try:
                document = tomllib.loads(path.read_text(encoding="utf-8"))
            except (OSError, tomllib.TOMLDecodeError) as exc:
                raise ModelError(f"레시피를 읽지 못했어요: {path.name}: {exc}") from exc
            recipes.extend(_recipes(document, path.name, kitchen))
        return cls(tuple(recipes))


def _recipes(document: Mapping[str, Any], file: str, kitchen: Kitchen) -> Iterator[Recipe]:
    defaults = document.get("defaults", {})
    for number, fields in enumerate(document.get("recipe", ()), start=1):
        name = fields.get("id", f"{number}번째")
        try:
            yield _recipe({**defaults, **fields}, kitchen)
        except KeyError as exc:
            raise ModelError(f"레시피에 빠진 항목이 있어요: {file}: {name}: {exc.args[0]}") from exc
        except (ValueError, ZeroDivisionError) as exc:
            raise ModelError(f"레시피가 맞지 않아요: {file}: {name}: {exc}") from exc


def _recipe(fields: Mapping[str, Any], kitchen: Kitchen) -> Recipe:
    unknown = set(fields) - _FIELDS
    if unknown:
        raise ValueError(f"unknown field: {', '.join(sorted(unknown))}")
    if not _ID.fullmatch(fields["id"]):
        raise ValueError("id: only small Latin letters, digits and hyphens")
    return Recipe(
        id=fields["id"],
        title=fields["title"],
        dish=fields.get("dish", fields["title"]),
        category=Category(fields["category"]),
        occasion=Occasion(fields["occasion"]),
        method=Method(fields["method"]),
        servings=_number(fields, "servings"),
        minutes=_number(fields, "minutes"),
        difficulty=Difficulty(fields["difficulty"]),
        ingredients=tuple(_ingredients(fields, kitchen)),
        steps=tuple(_steps(fields["steps"])),
        tips=tuple(fields.get("tips", "").strip().splitlines()),
    )


def _number(fields: Mapping[str, Any], key: str) -> int:
    number = fields[key]
    if not isinstance(number, int) or number < 1:
        raise ValueError(f"{key}: not a whole number of 1 or more: {number}")
    return number


def _ingredients(fields: Mapping[str, Any], kitchen: Kitchen) -> Iterator[IngredientLine]:
    if not fields["main"]:
        raise ValueError("main: empty")
    for key, group in _GROUPS.items():
        for text in filter(None, _COMMA.split(fields.get(key, "").strip())):
            yield _line(" ".join(text.split()), key, group, kitchen)


def _line(text: str, key: str, group: IngredientGroup, kitchen: Kitchen) -> IngredientLine:
    match = _LINE.fullmatch(text)
    if match is None:
        raise ValueError(f"{key}: not a name with an amount: {text}")
    name, unit, note = match["name"], match["unit"], match["note"]
    food = kitchen.food(name)
    if food is None:
        raise ValueError(f"{key}: no such food: {name}")
    if match["vague"] is not None:
        return IngredientLine(text, name, food, vague=match["vague"], note=note, group=group.value)
    if not kitchen.units.is_known(unit):
        raise ValueError(f"{key}: no such unit: {text}")
    number = Fraction(match["number"])
    if number <= 0:
        raise ValueError(f"{key}: an amount of nothing: {text}")
    return IngredientLine(
        text, name, food, Quantity(number, number, unit), note=note, group=group.value
    )


def _steps(text: str) -> Iterator[Step]:
    for line in text.strip().splitlines():
        match = _TIMER.fullmatch(line.strip())
        if match is None:
            raise ValueError(f"steps: an empty line: {line}")
        minutes = match["minutes"]
        yield Step(match["text"], None if minutes is None else int(minutes))
