"""Builds the view-models of the recipes: finding, the page of one, the pantry, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.qt.wake import screen_wake
from eats_desktop.services.recipe_asking import RecipeAsking
from eats_desktop.viewmodels.basket_recipes_view_model import CartRecipesViewModel
from eats_desktop.viewmodels.cart_adding import CartAdding
from eats_desktop.viewmodels.cook_view_model import CookViewModel
from eats_desktop.viewmodels.food_buying_view_model import FoodBuyingViewModel
from eats_desktop.viewmodels.food_suggest_view_model import FoodSuggestViewModel
from eats_desktop.viewmodels.found_missing import FoundMissing
from eats_desktop.viewmodels.ingredient_buying_view_model import IngredientBuyingViewModel
from eats_desktop.viewmodels.list_adding import ListAdding
from eats_desktop.viewmodels.missing_view_model import MissingViewModel
from eats_desktop.viewmodels.order_recipes_view_model import OrderRecipesViewModel
from eats_desktop.viewmodels.pantry_view_model import PantryViewModel
from eats_desktop.viewmodels.recipe_facets_view_model import RecipeFacetsViewModel
from eats_desktop.viewmodels.recipe_home_view_model import HomeParts, RecipeHomeViewModel
from eats_desktop.viewmodels.recipe_rating_view_model import RecipeRatingViewModel
from eats_desktop.viewmodels.recipe_results_view_model import RecipeResultsViewModel
from eats_desktop.viewmodels.recipe_scale_view_model import RecipeScaleViewModel
from eats_desktop.viewmodels.recipe_view_model import RecipeParts, RecipeViewModel
from eats_desktop.viewmodels.shopping_view_model import ShoppingViewModel
from eats_desktop.viewmodels.stock_view_model import StockViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from eats_desktop.app.container import Container
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


class RecipeModels:
    def __init__(self, box: Container, notices: NoticesViewModel, parent: QObject) -> None:
        desk, tasks, clock = box.recipes, box.tasks, box.clock
        write = Writing(tasks, notices)
        adding = CartAdding(box.purchases.cart, write, notices)
        self.cook = CookViewModel(desk.events, screen_wake(parent), write, notices, clock, parent)
        parts = RecipeParts(
            RecipeScaleViewModel(desk.fit, tasks, parent),
            RecipeRatingViewModel(desk.events, write, notices, parent),
            IngredientBuyingViewModel(desk.recipe_buying, adding, tasks, clock, parent),
            MissingViewModel(desk.recipe_buying, adding, tasks, clock, parent),
            self.cook,
            ListAdding(desk.shopping_list, write, notices),
        )
        self.recipe = RecipeViewModel(desk.pages, desk.events, parts, write, tasks, parent)


class KitchenModels:
    """Finding dishes, what is at home, what is to be bought; the chips and bounds are shared."""

    def __init__(
        self, box: Container, navigator: Navigator, notices: NoticesViewModel, parent: QObject
    ) -> None:
        desk, tasks, clock = box.recipes, box.tasks, box.clock
        cart = box.purchases.cart
        write = Writing(tasks, notices)
        adding = CartAdding(cart, write, notices)

        def buying() -> FoodBuyingViewModel:
            products = IngredientBuyingViewModel(desk.recipe_buying, adding, tasks, clock, parent)
            return FoodBuyingViewModel(desk.line, products, tasks, parent)

        desk.renew_behind()
        stock = StockViewModel(desk.use_up, desk.pantry.items, tasks, clock, notices, parent)
        facets = RecipeFacetsViewModel(lambda: desk.allergens.names, tasks, parent)
        suggest = FoodSuggestViewModel(
            box.food.suggest, desk.is_cooked, box.food.history, tasks, notices, parent
        )
        home = HomeParts(
            desk.taste,
            cart,
            desk.pantry,
            desk.shopping_list,
            stock,
            facets,
            suggest,
            desk.warm,
        )
        self.home = RecipeHomeViewModel(home, navigator, tasks, parent)
        asking = RecipeAsking(desk.use_up, desk.finder, desk.holdings, desk.baskets, desk.buying)
        popup = MissingViewModel(desk.recipe_buying, adding, tasks, clock, parent)
        lacking = FoundMissing(desk.pages, popup, tasks, notices)
        self.results = RecipeResultsViewModel(
            asking, (stock, facets, buying(), lacking), navigator, notices, tasks, parent
        )
        self.cart_recipes = CartRecipesViewModel(desk.baskets, navigator, tasks, parent)
        self.order_recipes = OrderRecipesViewModel(desk.baskets, navigator, tasks, parent)
        self.pantry = PantryViewModel(
            desk.pantry,
            desk.line,
            navigator,
            tasks,
            clock,
            notices,
            parent,
        )
        self.shopping = ShoppingViewModel(
            desk.shopping_list, buying(), write, tasks, notices, parent
        )
