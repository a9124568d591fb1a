"""Wires what the kitchen of one data directory needs: the recipes, what is at home, the lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.classify.allergens import Allergens
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.events import RecipesChanged
from eats_desktop.domain.kitchen_units import FoodFactors
from eats_desktop.domain.stored_recipe import LIBRARY
from eats_desktop.paths import resources
from eats_desktop.search.fulfilling import Fulfilling
from eats_desktop.search.recipe_scaling import leftover_factor
from eats_desktop.search.shopping_merge import Merging
from eats_desktop.services.basket_recipes import BasketRecipes
from eats_desktop.services.bulk_plan import BulkPlanner
from eats_desktop.services.buying_service import BuyingService
from eats_desktop.services.holdings import Holdings
from eats_desktop.services.pantry_service import PantryService
from eats_desktop.services.product_foods import ProductFoods
from eats_desktop.services.product_recipes import ProductRecipes
from eats_desktop.services.recipe_buying import RecipeBuying
from eats_desktop.services.recipe_catalogue import RecipeCatalogue
from eats_desktop.services.recipe_events import RecipeEvents
from eats_desktop.services.recipe_finder import RecipeFinder
from eats_desktop.services.recipe_page import RecipePages
from eats_desktop.services.shopping_list_service import ShoppingListService
from eats_desktop.services.stock_reading import StockReader
from eats_desktop.services.taste_service import Household, TasteService
from eats_desktop.services.typed_foods import FoodTyping
from eats_desktop.services.use_up_service import UseUpService

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from eats_desktop.app.understanding import Understanding
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.storage.databases import Databases


class RecipeDesk:
    """One per container; what needs the food lexicon loads it when it is first used."""

    def __init__(
        self,
        databases: Databases,
        food: Understanding,
        tasks: TaskRunner,
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._databases = databases
        self._food = food
        self._tasks = tasks
        self._clock = clock
        self._publish = publish

    @cached_property
    def parser(self) -> IngredientLineParser:
        """What reads written lines of ingredients."""
        return IngredientLineParser(self._food.kitchen)

    @cached_property
    def fulfilling(self) -> Fulfilling:
        return Fulfilling(self._food.foods)

    @cached_property
    def holdings(self) -> Holdings:
        return Holdings(
            self._databases.pantry,
            self._databases.orders,
            self._databases.cart,
            self._products,
            self.line,
            self._clock,
        )

    @cached_property
    def pantry(self) -> PantryService:
        return PantryService(
            self._databases.pantry,
            self._databases.orders,
            self._products,
            self.line,
            self._shelf_days,
            self._clock,
            self._publish,
        )

    @cached_property
    def events(self) -> RecipeEvents:
        """What the shopper looked at, cooked and rated."""
        return RecipeEvents(self._databases.recipe_events, self._clock)

    @cached_property
    def pages(self) -> RecipePages:
        return RecipePages(
            self._databases.recipes, self.holdings, lambda: self.fulfilling, self.events
        )

    @cached_property
    def buying(self) -> BuyingService:
        """What ranks the products of both markets for a missing food."""
        return BuyingService(
            self._databases.buyables, lambda: self._food.names.words.lexicon, self._clock
        )

    @cached_property
    def bulk(self) -> BulkPlanner:
        """What plans the meals that eat up a big pack."""
        databases = self._databases
        return BulkPlanner(
            databases.matches,
            databases.prices,
            databases.buyables,
            databases.recipes,
            self.buying,
            lambda: self._food.kitchen,
            self._clock,
        )

    @cached_property
    def cooked_from(self) -> ProductRecipes:
        """What finds recipes for a product that is looked at."""
        return ProductRecipes(lambda: self.finder, lambda: self.bulk)

    @cached_property
    def baskets(self) -> BasketRecipes:
        """What finds recipes for the cart and for orders."""
        return BasketRecipes(lambda: self.finder, self._databases.cart, self._databases.orders)

    @cached_property
    def recipe_buying(self) -> RecipeBuying:
        return RecipeBuying(lambda: self._food.kitchen, lambda: self.buying)

    @cached_property
    def catalogue(self) -> RecipeCatalogue:
        """All recipes in memory, shared by what ranks them."""
        return RecipeCatalogue(
            self._databases.recipe_search,
            self._food.foods,
            self._allergens_of,
            lambda: self.allergens.names,
        )

    def renew_behind(self) -> None:
        """For the window: no question waits for a library that has changed; RecipesChanged tells
        when it is made anew."""

        def run(renew: Callable[[], None]) -> None:
            self._tasks.background(renew, self._told_renewed)

        self.catalogue.renew_behind(run)

    def _told_renewed(self, outcome: Outcome[None]) -> None:
        if outcome.error is None:
            self._publish(RecipesChanged())
        elif not isinstance(outcome.error, EatsError):
            raise outcome.error

    def warm(self) -> None:
        """Load on a reading thread what the first question would wait for, about three seconds
        with 80,000 recipes; nothing where it is there."""
        self.parser.line("두부 1모")
        self.use_up.warm()
        self.finder.warm()

    @cached_property
    def taste(self) -> TasteService:
        databases = self._databases
        household = Household(
            self.events, databases.wishes, databases.cart, databases.orders, self._products
        )
        return TasteService(
            household,
            self.catalogue.ready,
            databases.recipes,
            databases.recipe_search,
            self._clock,
        )

    @cached_property
    def finder(self) -> RecipeFinder:
        foods, store = self._food.foods, self._databases.recipe_search
        typing = FoodTyping(foods, self.line, self._food.vocabulary)
        return RecipeFinder(
            self.catalogue,
            store,
            self._food.documents,
            foods,
            typing,
            self._databases.product_readings,
            lambda: self.holdings,
        )

    @cached_property
    def use_up(self) -> UseUpService:
        """Plans that use up what is at home."""
        foods = self._food.foods
        return UseUpService(
            self.catalogue,
            self._databases.recipe_needs,
            lambda: self._food.kitchen,
            foods,
            lambda: StockReader(self.line, self._food.kitchen.factors, self._clock),
            FoodTyping(foods, self.line, self._food.vocabulary),
            self._clock,
        )

    @cached_property
    def allergens(self) -> Allergens:
        return Allergens.load(resources() / "food" / "reading", self._food.names.words.lexicon)

    def bring_shipped(self) -> None:
        """Store the recipes that ship and index them by name, where none of them is yet.

        For commands on a data directory that was never synchronised.
        """
        if self._databases.recipes.versions(LIBRARY):
            return
        for step in (self._food.shipped.step, self._food.recipe_indexing.step):
            while self._tasks.write_now(step):
                pass

    def _allergens_of(self, food: str) -> frozenset[str]:
        return self.allergens.of(food)

    @cached_property
    def shopping_list(self) -> ShoppingListService:
        return ShoppingListService(
            self._databases.shopping_list,
            self._merging,
            self.line,
            self._clock,
            self._publish,
        )

    def is_cooked(self, word: str) -> bool:
        """Tell whether any recipe of the library needs the food that a word names."""
        return (self._food.foods.named(word) or word) in self.catalogue.ready().shelf.foods

    def fit(self, line: IngredientLine, words: str) -> Fraction | None:
        """Return how many times what a line asks for an amount in words (140g) is.

        None when the words are no amount, or nothing leads from one unit to the other.
        """
        there = self.parser.pair(line.name, words).quantity
        if there is None:
            return None
        kitchen = self._food.kitchen
        known = FoodFactors() if line.food is None else kitchen.factors(line.food)
        return leftover_factor(line, there, kitchen.units, known)

    def _merging(self) -> Merging:
        return Merging(self._food.kitchen.units, self._food.kitchen.factors)

    def _products(self) -> ProductFoods:
        return ProductFoods(self._databases.product_readings, self._food.names.read)

    def line(self, text: str) -> IngredientLine:
        return self.parser.line(text)

    def _shelf_days(self, food: str) -> int | None:
        return self._food.names.words.lexicon.shelf_days(food)
