"""The lines and sums of a checkout as its first step writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.cart_item import Remark
from eats_desktop.domain.cart_words import remark_words
from eats_desktop.domain.money import discount_rate, format_won
from eats_desktop.viewmodels import pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.cart_item import CartItem
    from eats_desktop.services.order_service import OrderSlip

OURS, LEFT_OUT, SELLERS = "ours", "left", "sellers"
_LEFT_OUT_TITLE = "이번 주문에서 빼는 상품"
_SELLERS_TITLE = "판매처에서 주문"
_CALM = {Remark.LOWERED: "ok", Remark.STALE: "info"}


@dataclass(frozen=True, slots=True)
class CheckoutRow:
    """`place`: ours (ordered here), left (stays in the cart, `noteText` says why) or sellers
    (its seller takes the order). Prices are of all pieces, `eachText` of one."""

    key: str
    place: str
    sectionText: str
    product: str
    name: str
    brand: str
    piecesText: str
    eachText: str
    priceText: str
    listPriceText: str
    discountText: str
    noteKind: str
    noteText: str
    link: str
    drawing: str
    photoUrl: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class CheckoutSums:
    """`discount` is "" where nothing is reduced."""

    count: str = ""
    list_price: str = ""
    discount: str = ""
    total: str = ""


def checkout_rows(slip: OrderSlip, source_title: Callable[[str], str]) -> tuple[CheckoutRow, ...]:
    """Write what is ordered by seller, then what is left out and why, then what sellers sell."""

    def seller(item: CartItem) -> str:
        return item.line.brand or source_title(item.line.product.source)

    met = {seller(item): place for place, item in reversed(list(enumerate(slip.items)))}
    ours = sorted(slip.items, key=lambda item: met[seller(item)])
    left = [
        (item, f"{remark_words(item, remark)} {_leaving(remark)}") for item, remark in slip.left_out
    ]
    return (
        *(_row(item, OURS, seller(item), *_remarks(item)) for item in ours),
        *(_row(item, LEFT_OUT, _LEFT_OUT_TITLE, "error", words) for item, words in left),
        *(_row(item, SELLERS, _SELLERS_TITLE, "", "") for item in slip.of_sellers),
    )


def checkout_sums(slip: OrderSlip) -> CheckoutSums:
    if not slip.items:
        return CheckoutSums()
    total = slip.total_krw
    before = sum((item.list_krw or 0) * item.line.quantity for item in slip.items)
    pieces = sum(item.line.quantity for item in slip.items)
    return CheckoutSums(
        count=f"{len(slip.items)}가지 · {pieces}개",
        list_price=format_won(before),
        discount=f"-{format_won(before - total)}" if before > total else "",
        total=format_won(total),
    )


def raised_text(slip: OrderSlip) -> str:
    """Say which prices rose since they were put in, "" for none; the shopper has to agree."""
    if not slip.raised:
        return ""
    first, more = slip.raised[0].line.name, len(slip.raised) - 1
    return f"오른 값을 받아들일게요: {first}" + (f" 외 {more}가지" if more else "")


def agreed(slip: OrderSlip) -> tuple[tuple[int, int, int | None], ...]:
    """Return what the shopper saw and said yes to: lines, pieces, prices."""
    return tuple((item.line.line_id, item.line.quantity, item.price_krw) for item in slip.items)


def _leaving(remark: Remark) -> str:
    return "주문하지 않고 장바구니에 둘게요." if remark is Remark.TOO_OLD else "주문에서 뺄게요."


def _remarks(item: CartItem) -> tuple[str, str]:
    if not item.remarks:
        return "", ""
    words = "\n".join(remark_words(item, remark) for remark in item.remarks)
    return _CALM.get(item.remarks[0], "warn"), words


def _row(item: CartItem, place: str, section: str, kind: str, note: str) -> CheckoutRow:
    line, offer, total = item.line, item.offer, item.sum_krw
    list_sum = (item.list_krw or 0) * line.quantity
    rate = discount_rate(list_sum, total)
    pieces = f"{line.quantity}개"
    price = "" if total is None else format_won(total)
    each = f"한 개 {format_won(item.price_krw)}" if item.price_krw and line.quantity > 1 else ""
    before = format_won(list_sum) if rate else ""
    was = f"정가 {before}" if before else ""
    return CheckoutRow(
        key=str(line.line_id),
        place=place,
        sectionText=section,
        product=str(line.product),
        name=line.name,
        brand=line.brand or "",
        piecesText=pieces,
        eachText=each,
        priceText=price,
        listPriceText=before,
        discountText=f"{rate}%" if rate else "",
        noteKind=kind,
        noteText=note,
        link=pictures.web_address(None if offer is None else offer.product_url),
        drawing=pictures.drawing(line.name),
        photoUrl=pictures.photo_address(
            line.product.source, None if offer is None else offer.thumbnail_url
        ),
        spokenText=", ".join(filter(None, (section, line.name, pieces, price, each, was, note))),
    )


def count_left(rows: Sequence[CheckoutRow]) -> int:
    return sum(row.place == LEFT_OUT for row in rows)
