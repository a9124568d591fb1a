import Eats.ViewModels

/* What can be cooked from an order; `recipes.show(number)` says from which. */
BasketDishes {
    required property OrderRecipesViewModel order

    objectName: "order.recipes"
    recipes: order
}
