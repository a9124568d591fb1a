"""How fast and how well recipes are found, in a copy of the data directory's own library.

Where it holds no more than what ships, variations of that are put in. For the quality, a fifth of
the recipes of each common dish is indexed without the dish's name; asked for the dish, they must
be found by title and meaning, the rest of the dish left out of the ranking.
"""

from __future__ import annotations

import random
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.app.container import Container
from eats_desktop.domain.clock import SystemClock
from eats_desktop.domain.hangul import first_sounds, is_syllable
from eats_desktop.domain.stored_recipe import LIBRARY, FullRecipe, RecipeKey
from eats_desktop.storage.copying import copy_database
from eats_desktop.storage.databases import CATALOG_FILE
from eats_desktop.storage.driver import sqlite_driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_DEEP, _PAGE = 600, 15
_BATCH = 200
_LETTERS = {0: 4, 4: 0, 8: 13, 13: 8, 20: 1, 1: 5, 5: 1, 18: 13}
"""Vowels that lie beside each other on the keyboard or sound alike, by their place in Unicode."""


class Group(NamedTuple):
    """A dish, its recipes that are indexed without its name, and the others of it."""

    dish: str
    held_out: frozenset[RecipeKey]
    others: frozenset[RecipeKey]


@dataclass(frozen=True, slots=True)
class Found:
    """Means over the queries: recall at ten, normalised, and the reciprocal of the first place."""

    recall: float
    mrr: float


def figures(
    folder: Path, recipes: int = 5_000, dishes: int = 150, queries: int = 200
) -> Sequence[Figure]:
    data = folder / "data"
    data.mkdir()
    own = folder.parent / CATALOG_FILE
    if own.is_file():
        copy_database(own, data / CATALOG_FILE)
    with closing(Container.open(data, None, SystemClock())) as box:
        _fill(box, recipes)
        with closing(sqlite_driver.connect(str(data / CATALOG_FILE))) as plain:
            groups = list(islice(_groups(plain), dishes))
            _hold_out(box, groups)
            box.recipes.finder.by_foods(["소금"])
            box.recipes.finder.by_name(mistyped(groups[0].dish))
            return [*_speed(box, plain, groups, queries), *_quality(box, plain, groups)]


def _speed(
    box: Container,
    plain: sqlite_driver.Connection,
    groups: Sequence[Group],
    queries: int,
) -> Iterator[Figure]:
    finder, shelf = box.recipes.finder, box.recipes.catalogue.ready().shelf
    over = f"레시피 {shelf.count:,}개"
    names = [way(group.dish) for group in groups for way in (str, mistyped, first_sounds)]
    found = [seconds(lambda q=name: finder.by_name(q)) for name in names]  # type: ignore[misc]
    like = [seconds(lambda q=name: _like(plain, q)) for name in names]  # type: ignore[misc]
    rng = random.Random(3)  # noqa: S311  the same foods every time
    common = sorted(shelf.foods, key=lambda food: (-len(shelf.needing(food)), food))[:300]
    asked = [rng.sample(common, min(10, len(common))) for _ in range(queries)]
    covered = [seconds(lambda q=foods: finder.by_foods(q)) for foods in asked]  # type: ignore[misc]
    joined = [
        seconds(lambda q=foods: box.databases.recipes.recipes_with(q, _PAGE))  # type: ignore[misc]
        for foods in asked[: max(1, queries // 10)]
    ]
    for name, ours, theirs, beside in (
        ("레시피 이름 찾기", found, like, "LIKE"),
        ("재료 열 가지로 찾기", covered, joined, "GROUP BY"),
    ):
        for part, called in ((0.5, "p50"), (0.95, "p95")):
            yield Figure(
                f"{name} {called}", share(ours, part) * 1000, "ms",
                beside, share(theirs, part) * 1000, f"{over}, 물음 {len(ours)}번",
            )  # fmt: skip


def _quality(
    box: Container, plain: sqlite_driver.Connection, groups: Sequence[Group]
) -> Iterator[Figure]:
    def ours(query: str) -> list[RecipeKey]:
        return [found.key for found in box.recipes.finder.by_name(query, limit=_DEEP).recipes]

    ways: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("요리 이름", str),
        ("오타", mistyped),
        ("초성", first_sounds),
    )
    for name, way in ways:
        found = score(groups, way, ours)
        like = score(groups, way, lambda query: _like(plain, query))
        over = f"요리 {len(groups)}가지"
        yield Figure(f"{name} → 레시피 재현율@10", found.recall, "", "LIKE", like.recall, over)
        yield Figure(f"{name} → 레시피 MRR", found.mrr, "", "LIKE", like.mrr, over)


def score(
    groups: Sequence[Group], way: Callable[[str], str], ask: Callable[[str], Sequence[RecipeKey]]
) -> Found:
    recall = mrr = 0.0
    for group in groups:
        ranked = [key for key in ask(way(group.dish)) if key not in group.others]
        hits = [key in group.held_out for key in ranked]
        recall += sum(hits[:10]) / min(10, len(group.held_out))
        mrr += next((1 / place for place, hit in enumerate(hits, start=1) if hit), 0.0)
    return Found(recall / max(len(groups), 1), mrr / max(len(groups), 1))


def mistyped(dish: str) -> str:
    """Return the dish with one vowel beside the right one, the same for the same dish."""
    for place in reversed(range(len(dish))):
        first, rest = divmod(ord(dish[place]) - ord("가"), 588)
        vowel, last = divmod(rest, 28)
        if is_syllable(dish[place]) and vowel in _LETTERS:
            other = chr(ord("가") + first * 588 + _LETTERS[vowel] * 28 + last)
            return dish[:place] + other + dish[place + 1 :]
    return dish


def _groups(plain: sqlite_driver.Connection) -> Iterator[Group]:
    """Yield common dishes in an order that is always the same, not that of the alphabet."""
    named: dict[str, list[RecipeKey]] = defaultdict(list)
    rows = plain.execute("SELECT dish, source, recipe_id FROM recipe ORDER BY source, recipe_id")
    for dish, *key in rows:
        named[dish.replace(" ", "")].append(RecipeKey(*key))
    common = sorted(d for d, keys in named.items() if len(keys) >= 8 and 2 <= len(d) <= 8)
    rng = random.Random(5)  # noqa: S311
    rng.shuffle(common)
    for dish in filter(str.isalpha, common):
        held_out = frozenset(rng.sample(sorted(named[dish]), max(2, len(named[dish]) // 5)))
        yield Group(dish, held_out, frozenset(named[dish]) - held_out)


def _hold_out(box: Container, groups: Sequence[Group]) -> None:
    store = box.databases.recipes
    for group in groups:
        found = [one for key in sorted(group.held_out) if (one := store.find(key)) is not None]
        store.save([replace(one, dish=one.title, version="held out") for one in found])
    while box.food.recipe_indexing.step():
        pass


def _fill(box: Container, recipes: int) -> None:
    """Put variations of what ships in, where nothing else is; index what is not indexed."""
    while box.food.step():
        pass
    store = box.databases.recipes
    keys = [RecipeKey(LIBRARY, name) for name in sorted(store.versions(LIBRARY))]
    if len(box.databases.recipe_search.outline().outlines) <= len(keys):
        shipped = [found for key in keys if (found := store.find(key)) is not None]
        made = [_varied(shipped[at % len(shipped)], at) for at in range(recipes)]
        for at in range(0, recipes, _BATCH):
            store.save(made[at : at + _BATCH])
        while box.food.step():
            pass


def _varied(recipe: FullRecipe, number: int) -> FullRecipe:
    title = f"{recipe.title} {number}"
    key = RecipeKey("bench", str(number))
    return replace(recipe, key=key, title=title, popularity=(number * 7919) % 10_007)


def _like(plain: sqlite_driver.Connection, query: str) -> list[RecipeKey]:
    rows = plain.execute(
        "SELECT source, recipe_id FROM recipe WHERE title LIKE ? ORDER BY popularity DESC LIMIT ?",
        (f"%{query}%", _DEEP),
    )
    return [RecipeKey(*row) for row in rows]
