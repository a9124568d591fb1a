"""How much of 200 random stocks the plans use and how long that takes, beside the greedy search.

Measured over the recipes that ship with the program and, where the data directory holds more,
over its own library. Times are of the first combination of three recipes.
"""

from __future__ import annotations

import random
import time
from fractions import Fraction
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.app.bench.figures import Figure, seconds, share
from eats_desktop.app.bench.greedy_use_up import GreedyUseUp
from eats_desktop.app.kitchen import RecipeDesk
from eats_desktop.app.understanding import Understanding
from eats_desktop.classify.foods import Role
from eats_desktop.domain.clock import SystemClock
from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.use_up import StockItem
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.search.use_up import Cooked, filled, used_shares, worth
from eats_desktop.search.use_up_model import combinations
from eats_desktop.services.settings import SearchSettings
from eats_desktop.storage.databases import Databases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.domain.use_up import RecipeNeeds
    from eats_desktop.search.use_up import Combination
    from eats_desktop.services.use_up_plans import Weighed
    from eats_desktop.services.use_up_service import UseUpService

_RECIPES = 3
_COMMON = 40
"""A stock is drawn from foods that as many recipes need, less in a small library."""

_COUNTERS = ("개", "마리", "모", "봉지", "대", "포기")
_BATCH = 500


class _Case(NamedTuple):
    used: float
    used_greedily: float
    worth: float
    worth_greedily: float
    gap: float
    seconds: float
    seconds_greedily: float


class _Library(NamedTuple):
    """`recipes` are what each recipe needs, and how liked it is."""

    greedy: GreedyUseUp
    recipes: Mapping[RecipeKey, tuple[RecipeNeeds, float]]


def figures(folder: Path, stocks: int = 200) -> Sequence[Figure]:
    found = [*_figures(folder / "shipped", stocks)]
    own = folder.parent
    if (own / "catalog.db").is_file():
        found += _figures(own, stocks)
    return found


def _figures(folder: Path, stocks: int) -> Iterator[Figure]:
    folder.mkdir(exist_ok=True)
    databases, tasks = Databases.open(folder, ()), TaskRunner()
    try:
        food = Understanding(databases, SystemClock(), SearchSettings)
        while food.shipped.step():
            pass
        desk = RecipeDesk(databases, food, tasks, SystemClock(), lambda _event: None)
        desk.use_up.warm()
        shelf = desk.catalogue.ready().shelf
        rows = shelf.rows.tolist()
        needs: dict[int, RecipeNeeds] = {}
        for at in range(0, len(rows), _BATCH):
            needs |= databases.recipe_needs.needs(rows[at : at + _BATCH])
        liked = dict(zip(rows, shelf.liked.tolist(), strict=True))
        library = _Library(
            GreedyUseUp([*needs.values()]),
            {one.key: (one, liked[row]) for row, one in needs.items()},
        )
        least = min(_COMMON, max(1, len(rows) // 60))
        common = [name for name in sorted(shelf.foods) if len(shelf.needing(name)) >= least]
        drawn = [*_stocks(food.kitchen, common, stocks)]
        cases = [_case(desk.use_up, library, stock) for stock in drawn]
        yield from _told(cases, f"레시피 {len(rows):,}개, 남은 재료 {len(cases)}벌")
    finally:
        tasks.close()
        databases.close()


def _stocks(kitchen: Kitchen, names: Sequence[str], count: int) -> Iterator[list[StockItem]]:
    """Yield what may be left in a household: three to six foods that are no seasonings."""
    rng = random.Random(5)  # noqa: S311  the same stocks every time
    foods = [
        name
        for name in names
        if name in kitchen.foods.foods and kitchen.foods.foods[name].role in {Role.RAW, Role.STAPLE}
    ]
    for _ in range(count):
        yield [_item(kitchen, name, rng) for name in rng.sample(foods, rng.randint(3, 6))]


def _item(kitchen: Kitchen, food: str, rng: random.Random) -> StockItem:
    pieces = kitchen.factors(food).pieces
    counter = next((one for one in _COUNTERS if one in pieces), None)
    if counter is not None and rng.random() < 0.5:
        amount, unit = Fraction(rng.randint(1, 5), rng.choice((1, 1, 2))), counter
    else:
        amount, unit = Fraction(50 * rng.randint(2, 16)), "g"
    return StockItem(f"{food} {amount}{unit}", food, Quantity(amount, amount, unit))


def _case(service: UseUpService, library: _Library, stock: Sequence[StockItem]) -> _Case:
    began = time.perf_counter()
    weighed = service.weighed(stock)
    found = combinations(weighed.lots, weighed.dishes, _RECIPES, 1)
    took = time.perf_counter() - began
    keys: list[RecipeKey] = []
    took_greedily = seconds(lambda: keys.extend(library.greedy.combination(stock, _RECIPES)))
    chosen = _really(weighed, [library.recipes[key] for key in keys])
    best: Sequence[Cooked] = found[0].cooked if found else ()
    return _Case(
        _used(weighed, best),
        _used(weighed, chosen),
        worth(weighed.lots, best),
        worth(weighed.lots, chosen),
        _gap(found),
        took,
        took_greedily,
    )


def _really(weighed: Weighed, recipes: Sequence[tuple[RecipeNeeds, float]]) -> Sequence[Cooked]:
    """Return what recipes as they are written really use, every unit reckoned with."""
    dishes = [weighed.amounts.dish(recipe, liked) for recipe, liked in recipes]
    return filled(weighed.lots, [Cooked(dish, dish.servings, Fraction(1)) for dish in dishes])


def _used(weighed: Weighed, cooked: Sequence[Cooked]) -> float:
    return float(fmean(map(float, used_shares(weighed.lots, cooked))))


def _gap(found: Sequence[Combination]) -> float:
    return found[0].gap if found else 0.0


def _told(cases: Sequence[_Case], over: str) -> Iterator[Figure]:
    beside = "탐욕 (RCP-08)"
    yield Figure(
        "남은 재료를 쓰는 비율", 100 * fmean(case.used for case in cases), "%",
        beside, 100 * fmean(case.used_greedily for case in cases), over,
    )  # fmt: skip
    for name, part in (("중앙값", 0.5), ("p95", 0.95)):
        yield Figure(
            f"조합 찾기 {name}", 1000 * share([case.seconds for case in cases], part), "ms",
            beside, 1000 * share([case.seconds_greedily for case in cases], part), over,
        )  # fmt: skip
    behind = [1 - case.worth_greedily / case.worth if case.worth > 0 else 0.0 for case in cases]
    yield Figure(
        "최적값과의 차이", 100 * fmean(case.gap for case in cases), "%",
        beside, 100 * fmean(behind), over,
    )  # fmt: skip
    proven = fmean(case.gap == 0 for case in cases)
    as_good = fmean(one <= 0 for one in behind)
    yield Figure("최적임이 증명됨", 100 * proven, "%", beside, 100 * as_good, over)
