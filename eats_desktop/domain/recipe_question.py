"""A question to the recipe library as a link tells it: the same link asks the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.order import OrderNo
from eats_desktop.domain.recipe_search import RecipeFacets

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY = RecipeFacets()
_QUOTED = re.compile(r"[^\w:~./-]")
"""Hangul stays as it is: quoted, a few foods would be longer than a link may be."""


class AskedBy(StrEnum):
    """What is cooked from foods at hand, what a dish is called, what is chosen in the cart, what
    was ordered."""

    FOODS = "use"
    NAME = "name"
    CART = "cart"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class RecipeQuestion:
    """`foods` as they are typed (양파 3개), `plan` the combination that is looked at, from 1.

    `order` is the number of an order.
    """

    by: AskedBy = AskedBy.FOODS
    foods: tuple[str, ...] = ()
    name: str = ""
    facets: RecipeFacets = _ANY
    plan: int = 1
    order: OrderNo | None = None


def question_text(question: RecipeQuestion) -> str:
    """Write a question as the query of a link; equal questions are written alike."""
    return "&".join(f"{key}={_quoted(value)}" for key, value in _pairs(question))


def read_question(text: str) -> RecipeQuestion:
    """Read what question_text wrote; InputError for anything else."""
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(text):
        found.setdefault(key, []).append(value)
    try:
        question = RecipeQuestion(
            AskedBy(_only(found, "by") or AskedBy.FOODS),
            tuple(found.get("have", ())),
            _only(found, "q") or "",
            _facets(found),
            int(_only(found, "plan") or 1),
            _order(found),
        )
    except ValueError as exc:
        raise InputError(f"레시피를 찾는 링크가 아니에요: {text}") from exc
    asked = {
        AskedBy.FOODS: bool(question.foods),
        AskedBy.NAME: bool(question.name.strip()),
        AskedBy.ORDER: question.order is not None,
    }
    if not asked.get(question.by, True):
        raise InputError(f"레시피를 찾는 링크가 아니에요: {text}")
    return question


def _pairs(question: RecipeQuestion) -> Iterator[tuple[str, str]]:
    yield "by", question.by.value
    yield from (("have", food) for food in question.foods)
    if question.name:
        yield "q", question.name
    if question.order is not None:
        yield "order", str(question.order)
    facets = question.facets
    several = {
        "category": facets.categories,
        "occasion": facets.occasions,
        "method": facets.methods,
        "difficulty": facets.difficulties,
        "without": facets.without,
        "allergen": facets.allergens,
    }
    yield from ((key, value) for key, values in several.items() for value in sorted(values))
    one = {"minutes": facets.minutes_at_most, "servings": facets.servings_at_least}
    yield from ((key, str(value)) for key, value in one.items() if value is not None)
    if question.plan > 1:
        yield "plan", str(question.plan)


def _facets(found: dict[str, list[str]]) -> RecipeFacets:
    minutes, servings = _only(found, "minutes"), _only(found, "servings")
    return RecipeFacets(
        categories=frozenset(found.get("category", ())),
        occasions=frozenset(found.get("occasion", ())),
        methods=frozenset(found.get("method", ())),
        difficulties=frozenset(found.get("difficulty", ())),
        minutes_at_most=None if minutes is None else int(minutes),
        servings_at_least=None if servings is None else int(servings),
        without=frozenset(found.get("without", ())),
        allergens=frozenset(found.get("allergen", ())),
    )


def _order(found: dict[str, list[str]]) -> OrderNo | None:
    number = _only(found, "order")
    return None if number is None else OrderNo.parse(number)


def _only(found: dict[str, list[str]], key: str) -> str | None:
    return next(iter(found.get(key, ())), None)


def _quoted(value: str) -> str:
    return _QUOTED.sub(lambda match: quote(match[0], safe=""), value)
