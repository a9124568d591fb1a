"""The cart (장바구니): putting in, changing, taking out with undo, and what it costs today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.cart import TV, CartAddition, check_quantity
from eats_desktop.domain.cart_item import CartItem, SellerGroup
from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.events import CartChanged
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.services.airing_ahead import airing_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.cart import CartLine, RemovedLines
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.offer import Offer, PageCheck
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.services.airing_ahead import AiringStore

_NOT_SOLD = {
    PriceKind.SOLD_OUT: "품절이라 담을 수 없어요",
    PriceKind.CONSULT: "상담 상품은 담을 수 없어요. 판매처에 문의해 주세요",
    PriceKind.RENTAL: "렌털 상품은 담을 수 없어요. 판매처에 문의해 주세요",
}


class CartStore(Protocol):
    """Each call is one transaction; a refused one changes nothing."""

    def lines(self) -> tuple[CartLine, ...]: ...

    def count(self) -> int: ...

    def add(self, additions: Sequence[CartAddition], at: datetime) -> tuple[CartLine, ...]: ...

    def set_quantity(self, line_id: int, quantity: int) -> CartLine | None: ...

    def check(self, line_id: int, *, on: bool) -> CartLine | None: ...

    def check_all(self, line_ids: Collection[int], *, on: bool) -> None: ...

    def remove(self, line_ids: Collection[int]) -> RemovedLines: ...

    def restore(self, removed: RemovedLines) -> None: ...


class OfferStore(Protocol):
    def offers(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, Offer]: ...

    def page_checks(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, PageCheck]: ...


class CartService:
    """`lines`, `items`, `groups`, `count` are for reading threads, the rest for the writer's."""

    def __init__(
        self,
        cart: CartStore,
        offers: OfferStore,
        airings: AiringStore,
        source_title: Callable[[str], str],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._cart = cart
        self._offers = offers
        self._airings = airings
        self._source_title = source_title
        self._clock = clock
        self._publish = publish

    def lines(self) -> tuple[CartLine, ...]:
        """Return all lines, the newest first."""
        return self._cart.lines()

    def count(self) -> int:
        return self._cart.count()

    def items(self) -> tuple[CartItem, ...]:
        """Return all lines beside what their products cost now, the newest first."""
        lines, now = self._cart.lines(), self._clock.now()
        keys = [line.product for line in lines]
        offers, pages = self._offers.offers(keys), self._offers.page_checks(keys)
        airings = {
            line.product: airing_ahead(self._airings, line.product, now)
            for line in lines
            if line.market == TV
        }
        return tuple(
            CartItem(
                line,
                offers.get(line.product),
                now,
                pages.get(line.product),
                airings.get(line.product),
            )
            for line in lines
        )

    def groups(self) -> tuple[SellerGroup, ...]:
        """Return the items by seller: what is sold here, then what only the seller sells."""
        found: dict[tuple[str, str, str], list[CartItem]] = {}
        for item in self.items():
            line = item.line
            seller = (line.brand or "") if item.is_sold_here else ""
            key = (line.market, line.product.source, seller)
            found.setdefault(key, []).append(item)
        groups = [
            SellerGroup(market, source, seller or self._source_title(source), tuple(items))
            for (market, source, seller), items in found.items()
        ]
        return tuple(sorted(groups, key=lambda group: group.market == TV))

    def add(
        self, product: ProductKey, quantity: int = 1, recipe: RecipeKey | None = None
    ) -> CartLine:
        """Put in a product, or raise it; InputError beyond 10 pieces, ConflictError when it is
        not for sale."""
        (line,) = self.add_all([(product, quantity)], recipe)
        return line

    def add_all(
        self, products: Sequence[tuple[ProductKey, int]], recipe: RecipeKey | None = None
    ) -> tuple[CartLine, ...]:
        """Put in several products or none: the first that cannot be put in refuses all."""
        keys = [key for key, _quantity in products]
        offers, pages = self._offers.offers(keys), self._offers.page_checks(keys)
        additions = []
        for key, quantity in products:
            offer = offers.get(key)
            if offer is None:
                raise NotFoundError(f"상품을 찾을 수 없어요: {key}")
            page = pages.get(key)
            if page is not None and page.ends(offer):
                raise ConflictError(f"더 이상 팔지 않는 상품이에요: {offer.name}")
            additions.append(_addition(offer, quantity, recipe))
        added = self._cart.add(additions, self._clock.now())
        self._publish(CartChanged())
        return added

    def set_quantity(self, line_id: int, quantity: int) -> CartLine:
        check_quantity(self._line(line_id).name, quantity)
        return self._changed(line_id, self._cart.set_quantity(line_id, quantity))

    def step(self, line_id: int, by: int) -> CartLine:
        """Make a line `by` pieces more, or fewer."""
        return self.set_quantity(line_id, self._line(line_id).quantity + by)

    def check(self, line_id: int, *, on: bool) -> CartLine:
        """Choose a line for the order or leave it out."""
        return self._changed(line_id, self._cart.check(line_id, on=on))

    def check_all(self, line_ids: Collection[int], *, on: bool) -> None:
        self._cart.check_all(line_ids, on=on)
        self._publish(CartChanged())

    def remove(self, line_ids: Collection[int]) -> RemovedLines:
        """Take lines out; give what is returned to `undo` to put them back."""
        removed = self._cart.remove(line_ids)
        if not removed.lines:
            raise NotFoundError("장바구니에 없는 상품이에요.")
        self._publish(CartChanged())
        return removed

    def undo(self, removed: RemovedLines) -> None:
        """Put back what was taken out, as it was; twice does nothing more."""
        self._cart.restore(removed)
        self._publish(CartChanged())

    def _line(self, line_id: int) -> CartLine:
        line = next((line for line in self._cart.lines() if line.line_id == line_id), None)
        if line is None:
            raise _missing(line_id)
        return line

    def _changed(self, line_id: int, line: CartLine | None) -> CartLine:
        if line is None:
            raise _missing(line_id)
        self._publish(CartChanged())
        return line


def _missing(line_id: int) -> NotFoundError:
    return NotFoundError(f"장바구니에서 찾을 수 없어요: {line_id}번")


def _addition(offer: Offer, quantity: int, recipe: RecipeKey | None) -> CartAddition:
    if offer.price_kind in _NOT_SOLD:
        raise ConflictError(f"{_NOT_SOLD[offer.price_kind]}: {offer.name}")
    return CartAddition(
        product=offer.key,
        market=offer.market,
        name=offer.name,
        brand=offer.brand,
        quantity=quantity,
        seen_list_krw=offer.list_price_krw or None,
        seen_sale_krw=offer.sale_price_krw or None,
        recipe=recipe,
    )
