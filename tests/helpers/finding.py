"""A library of recipes in a real catalogue file, indexed, with the services that find them."""

from __future__ import annotations

from contextlib import contextmanager

from eats_desktop.domain.food import FoodKind, FoodReading, NameReading
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.search.foods import Foods
from eats_desktop.services.document_search import DocumentSearch
from eats_desktop.services.recipe_catalogue import RecipeCatalogue
from eats_desktop.services.recipe_finder import RecipeFinder
from eats_desktop.services.recipe_indexing import RecipeIndexing
from eats_desktop.services.search_index import SearchIndex
from eats_desktop.services.search_memory import SearchMemory
from eats_desktop.services.typed_foods import FoodTyping
from tests.helpers.storage_builders import opened


class Finding:
    def __init__(self, databases, lexicon, parser, allergens):
        self.databases = databases
        self.products = {}
        self.held = []
        self._parser = parser
        foods = Foods(lambda: lexicon)
        index = SearchIndex(databases.search_index, lambda: None)
        memory = SearchMemory(databases.search, foods, lambda: None)
        self.indexing = RecipeIndexing(
            databases.recipes,
            index,
            foods,
            lambda name: [food.name for food in lexicon.find(name)],
            lambda: "tests",
        )
        self.documents = DocumentSearch(databases.search, foods, memory)
        store = databases.recipe_search
        self.catalogue = RecipeCatalogue(store, foods, allergens.of, lambda: allergens.names)
        self.finder = RecipeFinder(
            self.catalogue,
            store,
            self.documents,
            foods,
            FoodTyping(foods, parser.line, memory.vocabulary),
            self,
            lambda: self,
        )

    def recipe(self, dish, lines="", *, title=None, key=None, **fields):
        """Make a recipe of lines parted by commas; its key is its title."""
        name = title or dish
        read = tuple(self._parser.line(line) for line in lines.split(",") if line.strip())
        return FullRecipe(RecipeKey("own", key or name), name, dish, read, **fields)

    def put(self, *recipes):
        self.databases.recipes.save(recipes)
        while self.indexing.step():
            pass

    def of(self, keys):
        """Be the stored readings of products."""
        return {key: self.products[key] for key in keys if key in self.products}

    def now(self):
        """Be what is held."""
        return self.held


def dishes(page):
    return [found.dish for found in page.recipes]


def titles(page):
    return [found.title for found in page.recipes]


def raw(*foods, kind=FoodKind.INGREDIENT, derived=False, is_food=True):
    words = NameReading(foods=foods, ingredients=foods, derived=derived, kind=kind)
    return FoodReading(is_food, 0.9, "m", kind, 0.9, words)


@contextmanager
def finding(folder, lexicon, parser, allergens):
    with opened(folder) as databases:
        yield Finding(databases, lexicon, parser, allergens)
