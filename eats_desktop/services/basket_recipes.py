"""What can be cooked from a basket: the chosen lines of the cart, or the products of an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.recipe_search import RecipeFacets, RecipePage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.domain.recipe_search import FoundRecipe
    from eats_desktop.domain.schedule import ProductKey

SHOWN = 5
_ASKED = 40
"""More than is shown: several recipes are of one dish."""

_ANY = RecipeFacets()
_NOTHING_CHOSEN = "장바구니에서 고른 상품이 없어요."
_NO_ORDER = "주문을 찾을 수 없어요."


class Finder(Protocol):
    def for_products(
        self, keys: Collection[ProductKey], facets: RecipeFacets, offset: int, limit: int
    ) -> RecipePage: ...


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...


class Orders(Protocol):
    def order(self, order_no: OrderNo) -> Order | None: ...


@dataclass(frozen=True, slots=True)
class BasketDishes:
    """At most five `recipes` of the `total`, of different dishes where there are.

    `products` counts what is in the basket; `reason` says in words why nothing is cooked from it.
    """

    products: int
    recipes: tuple[FoundRecipe, ...] = ()
    total: int = 0
    reason: str | None = None


class BasketRecipes:
    """For reading threads; the finder loads the food lexicon when first asked."""

    def __init__(self, finder: Callable[[], Finder], cart: Cart, orders: Orders) -> None:
        self._finder = finder
        self._cart = cart
        self._orders = orders

    def in_cart(self, facets: RecipeFacets = _ANY, limit: int = _ASKED) -> RecipePage:
        """Find what uses the most of the lines that are chosen, as for_products ranks."""
        return self._page(self._chosen(), facets, limit) or _none(_NOTHING_CHOSEN)

    def in_order(
        self, order_no: OrderNo, facets: RecipeFacets = _ANY, limit: int = _ASKED
    ) -> RecipePage:
        """Find what uses the most of an order's products, whatever its state."""
        return self._page(self._ordered(order_no), facets, limit) or _none(_NO_ORDER)

    def of_cart(self) -> BasketDishes:
        return self._dishes(self._chosen())

    def of_order(self, order_no: OrderNo) -> BasketDishes:
        return self._dishes(self._ordered(order_no))

    def _chosen(self) -> list[ProductKey]:
        return [line.product for line in self._cart.lines() if line.is_checked]

    def _ordered(self, order_no: OrderNo) -> list[ProductKey]:
        order = self._orders.order(order_no)
        return [] if order is None else [line.product for line in order.lines]

    def _page(
        self, products: Collection[ProductKey], facets: RecipeFacets, limit: int
    ) -> RecipePage | None:
        return self._finder().for_products(products, facets, 0, limit) if products else None

    def _dishes(self, products: Collection[ProductKey]) -> BasketDishes:
        page = self._page(products, _ANY, _ASKED)
        if page is None:
            return BasketDishes(0)
        recipes = tuple(_different(page.recipes)[:SHOWN])
        reason = None if recipes else page.reason or "이 재료로 만드는 레시피가 아직 없어요."
        return BasketDishes(len(products), recipes, page.total, reason)


def _different(recipes: Iterable[FoundRecipe]) -> list[FoundRecipe]:
    """Put the first recipe of every dish before the others; the order stays else."""
    seen: set[str] = set()
    first: list[FoundRecipe] = []
    again: list[FoundRecipe] = []
    for recipe in recipes:
        (again if recipe.dish in seen else first).append(recipe)
        seen.add(recipe.dish)
    return [*first, *again]


def _none(reason: str) -> RecipePage:
    return RecipePage((), 0, reason=reason)
