"""The cart (장바구니): products of both markets, with the price that was seen when added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey

MOST_OF_ONE = 10
"""A line holds 1 to 10 pieces."""

MOST_LINES = 200

TV = "tv"
MALL = "mall"
"""The markets: what is on television the seller takes orders for, what is in the mall we do."""


@dataclass(frozen=True, slots=True)
class CartLine:
    """A product, how many, and what it cost per piece when added (`seen_*`, None when unknown).

    `market` is "mall" (sold here) or "tv" (only the seller takes the order). `recipe` is the one
    it was put in for.
    """

    line_id: int
    product: ProductKey
    market: str
    name: str
    brand: str | None
    quantity: int
    is_checked: bool
    seen_list_krw: int | None
    seen_sale_krw: int | None
    added_at: datetime
    recipe: RecipeKey | None = None

    @property
    def seen_krw(self) -> int | None:
        """What one cost when added: the sale price, else the list price."""
        return self.seen_sale_krw or self.seen_list_krw


@dataclass(frozen=True, slots=True)
class CartAddition:
    """A product to put in, as it is sold now; one that is there already is raised by `quantity`."""

    product: ProductKey
    market: str
    name: str
    brand: str | None
    quantity: int
    seen_list_krw: int | None
    seen_sale_krw: int | None
    recipe: RecipeKey | None = None


@dataclass(frozen=True, slots=True)
class RemovedLines:
    """What was taken out together, to be put back by one undo."""

    lines: tuple[CartLine, ...]


def check_quantity(name: str, quantity: int, held: int = 0) -> int:
    """Return how many pieces there are with `quantity` more; InputError outside 1 to 10."""
    if quantity < 1:
        raise InputError(f"수량은 1개부터예요: {name}")
    if held + quantity > MOST_OF_ONE:
        now = f" (지금 {held}개)" if held else ""
        raise InputError(f"한 상품은 {MOST_OF_ONE}개까지 담을 수 있어요: {name}{now}")
    return held + quantity
