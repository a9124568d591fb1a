"""Recipes as lists show them: the dish, what is known of it, why it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.viewmodels.recipe_rows import recipe_drawing
from eats_desktop.viewmodels.recipe_texts import minutes_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eats_desktop.services.search_hits import RecipeHit


@dataclass(frozen=True, slots=True)
class RecipeCardRow:
    """`key` is the recipe's "source:id"; `factsText` says what is known of servings and time."""

    key: str
    title: str
    factsText: str
    whyText: str
    drawing: str
    spokenText: str


def found_recipes(
    hits: Iterable[RecipeHit], why: Callable[[tuple[str, ...]], str]
) -> list[RecipeCardRow]:
    """Write the recipes a search found; `why` writes the reasons of a hit."""
    rows = []
    for hit in hits:
        key = str(RecipeKey(hit.source, hit.recipe_id))
        facts = facts_text(hit.facts.servings, hit.facts.minutes)
        reason = why(hit.why)
        said = ("레시피", hit.title, facts, reason)
        rows.append(
            RecipeCardRow(
                key=key,
                title=hit.title,
                factsText=facts,
                whyText=reason,
                drawing=recipe_drawing(hit.title, None),
                spokenText=", ".join(part for part in said if part),
            )
        )
    return rows


def facts_text(servings: int | None, minutes: int | None, *others: str | None) -> str:
    """Write what is known in one line, "" when nothing is."""
    known = (
        None if servings is None else f"{servings}인분",
        None if minutes is None else minutes_text(minutes),
        *others,
    )
    return " · ".join(part for part in known if part)
