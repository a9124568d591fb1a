"""A library of recipes in a real catalogue file, and the plans that use up a stock with them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime

from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.search.foods import Foods
from eats_desktop.services.recipe_catalogue import RecipeCatalogue
from eats_desktop.services.search_memory import SearchMemory
from eats_desktop.services.stock_reading import StockReader
from eats_desktop.services.typed_foods import FoodTyping
from eats_desktop.services.use_up_service import UseUpService
from tests.helpers.storage_builders import opened

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=KST)


class UseUpShop:
    def __init__(self, databases, lexicon, kitchen, parser):
        self.databases = databases
        self._lexicon = lexicon
        self._kitchen = kitchen
        self._parser = parser
        self.service = self.opened_again()

    def opened_again(self):
        """Make the service anew, as a restart of the program does."""
        foods = Foods(lambda: self._lexicon)
        memory = SearchMemory(self.databases.search, foods, lambda: None)
        clock = ManualClock(NOW)
        return UseUpService(
            RecipeCatalogue(
                self.databases.recipe_search, foods, lambda _food: frozenset(), lambda: ()
            ),
            self.databases.recipe_needs,
            lambda: self._kitchen,
            foods,
            lambda: StockReader(self._parser.line, self._kitchen.factors, clock),
            FoodTyping(foods, self._parser.line, memory.vocabulary),
            clock,
        )

    def put(self, title, lines, **fields):
        """Put a recipe into the library; `lines` are parted by commas, its key is its title."""
        read = tuple(self._parser.line(line.strip()) for line in lines.split(","))
        key = RecipeKey("own", title)
        recipe = FullRecipe(key, title, fields.pop("dish", title), read, **fields)
        self.databases.recipes.save([recipe])
        return key

    def plans(self, have, **asked):
        return self.service.plans(self.service.stock(have), **asked)

    def plan(self, have, **asked):
        """Return the best plan."""
        return self.plans(have, **asked)[0]


@contextmanager
def use_up_shop(folder, lexicon, kitchen, parser):
    with opened(folder) as databases:
        yield UseUpShop(databases, lexicon, kitchen, parser)


def uses(plan):
    """Return what each recipe of a plan takes, as numbers."""
    return {
        recipe.title: [
            (one.food, None if one.amount is None else float(one.amount), one.unit)
            for one in recipe.uses
        ]
        for recipe in plan.recipes
    }


def left(plan):
    return [
        (one.food, None if one.amount is None else float(one.amount), one.unit) for one in plan.left
    ]


def titles(plan):
    return [recipe.title for recipe in plan.recipes]
