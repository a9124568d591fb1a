"""What a shopper does on the page of a recipe in the open window, and recipes to put there."""

from __future__ import annotations

from fractions import Fraction

from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from tests.helpers.browsing import is_seen, rows, state

STEW = "library:pork-kimchi-stew"


def line(name, low=1, unit="개", food=None, **changes):
    amount = Quantity(Fraction(low), Fraction(low), unit)
    values = {"text": f"{name} {low}{unit}", "name": name, "food": food or name}
    return IngredientLine(**(values | {"quantity": amount} | changes))


def own_recipe(number="1", **changes):
    """A recipe as if it had been imported."""
    values = {
        "key": RecipeKey("own", number),
        "title": "우리집 두부조림",
        "dish": "두부조림",
        "ingredients": (line("두부", 1, "모"), line("양파")),
        "steps": (Step("두부를 부쳐요."), Step("양념을 넣고 졸여요.", 10)),
    }
    return FullRecipe(**(values | changes))


def put_recipe(window, recipe):
    window.box.tasks.write_now(lambda: window.box.databases.recipes.save([recipe]))
    return str(recipe.key)


def open_recipe(window, qtbot, key=STEW):
    """Open a recipe's page and wait until it shows it."""
    window.models.navigator.openRecipe(key)
    model = window.models.recipe
    qtbot.waitUntil(lambda: state(model) == "ready" and model.property("key") == key)
    qtbot.waitUntil(lambda: is_seen(window.item("recipe.title")))
    return model


def ingredient(model, name):
    """The row of an ingredient by its name."""
    return next(row for row in rows(model, "ingredients") if row.name == name)


def badges(model):
    return {row.name: (row.badgeText, row.reasonText) for row in rows(model, "ingredients")}


def cart_lines(window):
    return window.box.purchases.cart.lines()


def add_to_cart(window, product, quantity=1):
    cart = window.box.purchases.cart
    return window.box.tasks.write_now(lambda: cart.add(product, quantity))
