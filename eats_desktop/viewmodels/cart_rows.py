"""Cart lines and sums as the cart screen writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import MOST_OF_ONE
from eats_desktop.domain.cart_item import BLOCKING, Remark, sums
from eats_desktop.domain.cart_words import remark_words
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.viewmodels import pictures, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eats_desktop.domain.cart_item import CartItem, SellerGroup
    from eats_desktop.domain.stored_recipe import RecipeKey

_CALM = {Remark.LOWERED: "ok", Remark.STALE: "info", Remark.OFF_AIR: "info"}


@dataclass(frozen=True, slots=True)
class CartRow:
    """`key` is the line's number. `broadcast` is the airing that sells it, "" without one.

    `noticeText` holds every remark, `noticeKind` the tone of the gravest; prices are of all
    pieces, `eachText` of one.
    """

    key: str
    lineId: int
    sectionText: str
    product: str
    broadcast: str
    isTv: bool
    name: str
    brand: str
    isChecked: bool
    quantity: int
    canAddMore: bool
    priceText: str
    listPriceText: str
    discountText: str
    eachText: str
    seenText: str
    noticeKind: str
    noticeText: str
    airText: str
    recipe: str
    recipeText: str
    photoUrl: str
    drawing: str
    link: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class SumTexts:
    """What the checked lines of one market cost; "" where there is nothing to say."""

    count: str = ""
    list_price: str = ""
    discount: str = ""
    total: str = ""
    note: str = ""


def cart_rows(
    groups: Iterable[SellerGroup], titles: Mapping[RecipeKey, str]
) -> tuple[CartRow, ...]:
    return tuple(_row(item, _section(group), titles) for group in groups for item in group.items)


def sum_texts(items: Sequence[CartItem]) -> SumTexts:
    found = sums(items)
    if not found.lines:
        return SumTexts()
    total = found.total_krw
    unknown = (
        f"살 수 없거나 값을 모르는 {found.unknown}가지는 뺀 금액이에요." if found.unknown else ""
    )
    return SumTexts(
        count=f"{found.lines}가지 · {found.pieces}개",
        list_price=format_won(found.list_krw) if found.discount_krw else "",
        discount=f"-{format_won(found.discount_krw)}" if found.discount_krw else "",
        total="알 수 없음" if total is None else format_won(total),
        note=unknown,
    )


def _section(group: SellerGroup) -> str:
    return group.seller if group.items[0].is_sold_here else f"{group.seller} 방송 상품"


def _row(item: CartItem, section: str, titles: Mapping[RecipeKey, str]) -> CartRow:
    line, offer = item.line, item.offer
    price, list_price, discount = _prices(item)
    notices = [remark_words(item, remark) for remark in item.remarks]
    each = f"한 개 {format_won(item.price_krw)}" if item.price_krw and line.quantity > 1 else ""
    air = _air(item)
    recipe = titles.get(line.recipe, "") if line.recipe is not None else ""
    recipe_text = f"‘{recipe}’ 재료" if recipe else ""
    parts = (line.name, f"{line.quantity}개", price, each, air, *notices, recipe_text)
    return CartRow(
        key=str(line.line_id),
        lineId=line.line_id,
        sectionText=section,
        product=str(line.product),
        broadcast="" if item.airing is None else str(item.airing.id),
        isTv=not item.is_sold_here,
        name=line.name,
        brand=line.brand or "",
        isChecked=line.is_checked,
        quantity=line.quantity,
        canAddMore=line.quantity < MOST_OF_ONE,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        eachText=each,
        seenText=_seen(item),
        noticeKind=_kind(item.remarks),
        noticeText="\n".join(notices),
        airText=air,
        recipe=str(line.recipe) if recipe else "",
        recipeText=recipe_text,
        photoUrl=pictures.photo_address(
            line.product.source, None if offer is None else offer.thumbnail_url
        ),
        drawing=pictures.drawing(line.name),
        link=pictures.web_address(None if offer is None else offer.product_url),
        spokenText=", ".join(filter(None, parts)),
    )


def _prices(item: CartItem) -> tuple[str, str, str]:
    """Write what all pieces cost, and the list price they come down from."""
    total, before = item.sum_krw, item.list_krw
    if total is None:
        return "가격 정보 없음", "", ""
    list_sum = (before or 0) * item.line.quantity
    rate = (list_sum - total) * 100 // list_sum if list_sum else 0
    return format_won(total), format_won(list_sum) if rate else "", f"{rate}%" if rate else ""


def _seen(item: CartItem) -> str:
    """Write the price of one when added, where none can be shown now."""
    seen = item.line.seen_krw
    if item.price_krw is not None or seen is None:
        return ""
    return f"담을 때 {format_won(seen)}"


def _kind(remarks: Sequence[Remark]) -> str:
    if not remarks:
        return ""
    if BLOCKING & {*remarks}:
        return "error"
    return _CALM.get(remarks[0], "warn")


def _air(item: CartItem) -> str:
    airing, now = item.airing, item.now
    if airing is None:
        return ""
    if airing.state_at(now) is BroadcastState.LIVE:
        return f"지금 방송 중 · {texts.until_text(airing.ends_at - now)} 남음"
    return f"{texts.moment_text(airing.starts_at, now)} 방송"
