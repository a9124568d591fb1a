import Eats.ViewModels
import Eats.recipes

/* What can be cooked from the chosen lines of the cart. */
BasketDishes {
    required property CartRecipesViewModel cart

    objectName: "cart.recipes"
    recipes: cart
}
