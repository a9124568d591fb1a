"""What a click on 담기 does, wherever it is: into the cart, say so, offer the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

    Item = tuple[ProductKey, int]
    Lines = Sequence[tuple[CartLine, int]]


class Cart(Protocol):
    """services.cart_service has it."""

    def add_all(
        self, products: Sequence[tuple[ProductKey, int]], recipe: RecipeKey | None = None
    ) -> tuple[CartLine, ...]: ...

    def set_quantity(self, line_id: int, quantity: int) -> object: ...

    def remove(self, line_ids: Collection[int]) -> object: ...


class CartAdding:
    def __init__(self, cart: Cart, write: Writing, notices: NoticesViewModel) -> None:
        self._cart = cart
        self._write = write
        self._notices = notices

    def add(
        self,
        items: Sequence[Item],
        recipe: RecipeKey | None = None,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """Add products and how many of each, or none of them; `done` runs when they are in."""

        def added(lines: Lines) -> None:
            self._notices.say(
                _told(lines), kind="ok", action="되돌리기", act=lambda: self._take_back(lines)
            )
            done()

        self._write(lambda: self._put(items, recipe), added)

    def _put(self, items: Sequence[Item], recipe: RecipeKey | None) -> Lines:
        lines = self._cart.add_all(items, recipe)
        return [(line, quantity) for line, (_, quantity) in zip(lines, items, strict=True)]

    def _take_back(self, lines: Lines) -> None:
        self._write(
            lambda: take_back(self._cart, lines),
            lambda _none: self._notices.say("담은 것을 되돌렸어요."),
        )


def take_back(cart: Cart, lines: Lines) -> None:
    """Leave of each line what was in the cart before; `lines` as put in, with how many were."""
    for line, added in lines:
        before = line.quantity - added
        if before > 0:
            cart.set_quantity(line.line_id, before)
        else:
            cart.remove([line.line_id])


def _told(lines: Lines) -> str:
    if len(lines) > 1:
        return f"{len(lines)}가지를 장바구니에 담았어요."
    line, added = lines[0]
    if line.quantity > added:
        return f"이미 담은 상품이라 수량을 {line.quantity}개로 바꿨어요."
    return "장바구니에 담았어요."
