"""A recipe as a file or service wrote it, before its ingredients are understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenRecipe:
    """`pairs` are (name, amount) of ingredients; else `ingredients` is their whole text.

    `groups` are the headings the pairs stand under, one for each, or none at all.
    `has_commas`: commas part the ingredients of the text, too. What is not written is None.
    """

    source: str
    recipe_id: str
    title: str
    dish: str
    ingredients: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    groups: tuple[str | None, ...] = ()
    has_commas: bool = False
    steps: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    category: str | None = None
    occasion: str | None = None
    method: str | None = None
    servings: int | None = None
    minutes: int | None = None
    difficulty: str | None = None
    popularity: int = 0
    image_url: str | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row no recipe could be made of: its number in the file, its id if any, and why."""

    row: int
    recipe_id: str | None
    reason: str
