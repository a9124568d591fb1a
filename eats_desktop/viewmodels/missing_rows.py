"""What the popup of missing ingredients lists: a product for each, and what they cost together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import MOST_OF_ONE, TV
from eats_desktop.domain.money import format_won
from eats_desktop.viewmodels.buy_rows import buy_row
from eats_desktop.viewmodels.recipe_texts import amount_text, ingredient_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from fractions import Fraction

    from eats_desktop.domain.buying import Buyable
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.services.recipe_buying import MissingFood


@dataclass(frozen=True, slots=True)
class MissingRow:
    """`key` is the food; `placeText` tells which of its products is chosen, "" for a lone one.

    An ingredient that nobody sells has no product: `hasProduct` is False and it is never `isOn`.
    """

    key: str
    name: str
    amountText: str
    hasProduct: bool
    isOn: bool
    productName: str
    productText: str
    priceText: str
    placeText: str
    photoUrl: str
    drawing: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A missing ingredient with the place of the product that is chosen for it."""

    food: MissingFood
    is_on: bool
    place: int = 0

    @property
    def product(self) -> Buyable | None:
        return self.food.products[self.place] if self.food.products else None


def missing_row(choice: Choice, factor: Fraction, now: datetime) -> MissingRow:
    line, product = choice.food.line, choice.product
    name, amount = ingredient_name(line), amount_text(line, factor)
    if product is None:
        words = "파는 곳을 찾지 못했어요"
        said = f"{name} {amount}".strip() + f", {words}"
        return MissingRow(
            choice.food.name, name, amount, False, False, "", words, "", "", "", "", said
        )
    row = buy_row(product, now)
    pieces = f"{row.quantity}개" if row.quantity > 1 else ""
    instead = "대신 쓸 수 있어요" if product.stands_in else ""
    text = " · ".join(filter(None, (row.marketText, row.brand, row.whenText, instead)))
    price = " · ".join(filter(None, (row.priceText, pieces)))
    others = len(choice.food.products)
    place = f"{choice.place + 1}/{others}" if others > 1 else ""
    parts = (f"{name} {amount}".strip(), row.name, text, price)
    return MissingRow(
        key=choice.food.name,
        name=name,
        amountText=amount,
        hasProduct=True,
        isOn=choice.is_on,
        productName=row.name,
        productText=text,
        priceText=price,
        placeText=place,
        photoUrl=row.photoUrl,
        drawing=row.drawing,
        spokenText=", ".join(part for part in parts if part),
    )


def first_choice(food: MissingFood) -> Choice:
    """Choose the best product that surely is the food; another only when asked for."""
    own = next((at for at, one in enumerate(food.products) if one.is_sure), None)
    return Choice(food, own is not None, own or 0)


def basket(choices: Sequence[Choice]) -> list[tuple[Buyable, int]]:
    """Return what is bought and how many of each; one product may do for several foods."""
    needed: dict[ProductKey, list[Buyable]] = {}
    for choice in choices:
        if choice.is_on and choice.product is not None:
            needed.setdefault(choice.product.offer.key, []).append(choice.product)
    return [(one[0], _packs(one)) for one in needed.values()]


def sum_text(choices: Sequence[Choice]) -> str:
    """Say how many products are chosen and what they cost; unknown prices are told apart."""
    bought = basket(choices)
    if not bought:
        return "고른 상품이 없어요."
    prices = [(one.offer.price_krw, quantity) for one, quantity in bought]
    known = [price * quantity for price, quantity in prices if price is not None]
    words = f"상품 {len(bought)}가지"
    if known:
        words = f"{words} · {format_won(sum(known))}"
    unknown = len(bought) - len(known)
    return f"{words} (값을 모르는 {unknown}가지는 빼고)" if unknown else words


def note_text(choices: Sequence[Choice]) -> str:
    """Say what cannot be ordered here, "" when nothing is."""
    aired = sum(one.offer.market == TV for one, _ in basket(choices))
    return f"방송 상품 {aired}가지는 판매처에서 주문해요." if aired else ""


def _packs(needed: Sequence[Buyable]) -> int:
    """Return as many packs as all the needs take together, one where a need is not known."""
    shares = [1 / one.meals for one in needed if one.meals]
    if len(shares) < len(needed):
        return 1
    return min(max(math.ceil(sum(shares)), 1), MOST_OF_ONE)
