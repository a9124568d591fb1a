"""Orders in their list, and the lines of one, as the screens write them.

Nothing is said of value added tax: raw food is free of it and prepared food is not, but the
sellers do not tell which is which and a wrong mark on a receipt is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.money import discount_rate, format_won
from eats_desktop.domain.order import STATE_WORDS
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.order_texts import STATE_KINDS, long_day, never_paid_text
from eats_desktop.viewmodels.texts import clock_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.order import Order, OrderLine
    from eats_desktop.domain.order_list import OrderHead
    from eats_desktop.domain.stored_recipe import RecipeKey


@dataclass(frozen=True, slots=True)
class OrderRow:
    """`key` is the number; `noteText` tells an order that was never paid, "" for a bought one."""

    key: str
    dayText: str
    timeText: str
    title: str
    stateKind: str
    stateText: str
    totalText: str
    piecesText: str
    noteText: str
    drawing: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class OrderLineRow:
    """`sumText` is of all pieces, `eachText` how it came about; discounts where one was known."""

    key: str
    product: str
    name: str
    brand: str
    eachText: str
    listText: str
    discountText: str
    sumText: str
    drawing: str
    recipe: str
    recipeText: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class OrderSums:
    """In won; `list_krw` and `discount_krw` are None where no line had a higher list price."""

    total_krw: int
    list_krw: int | None
    discount_krw: int | None


def order_row(head: OrderHead, now: datetime) -> OrderRow:
    day, time = long_day(head.created_at, now), clock_text(head.created_at)
    state, total = STATE_WORDS[head.state], format_won(head.total_krw)
    note = never_paid_text(head.state, head.paid_at)
    said = (head.title, state, note, total, f"{day} {time}", f"주문 {head.order_no}")
    return OrderRow(
        key=str(head.order_no),
        dayText=day,
        timeText=time,
        title=head.title,
        stateKind=STATE_KINDS[head.state],
        stateText=state,
        totalText=total,
        piecesText=f"{head.lines}가지 · {head.pieces}개",
        noteText=note,
        drawing=pictures.drawing(head.first_name),
        spokenText=", ".join(part for part in said if part),
    )


def line_row(number: int, line: OrderLine, titles: Mapping[RecipeKey, str]) -> OrderLineRow:
    each = f"{format_won(line.unit_krw)} × {line.quantity}개"
    rate = discount_rate(line.list_krw, line.unit_krw)
    recipe = titles.get(line.recipe, "") if line.recipe is not None else ""
    list_text = format_won(line.list_krw) if rate and line.list_krw else ""
    was = f"정가 {list_text}, {rate}% 할인" if list_text else ""
    said = (line.name, each, was, format_won(line.sum_krw))
    return OrderLineRow(
        key=str(number),
        product=str(line.product),
        name=line.name,
        brand=line.brand or "",
        eachText=each,
        listText=list_text,
        discountText=f"{rate}%" if list_text else "",
        sumText=format_won(line.sum_krw),
        drawing=pictures.drawing(line.name),
        recipe="" if line.recipe is None or not recipe else str(line.recipe),
        recipeText=f"‘{recipe}’ 재료" if recipe else "",
        spokenText=", ".join(part for part in said if part),
    )


def sums(order: Order) -> OrderSums:
    """Add up; a line without a list price counts at its price, so that the three fit together."""
    listed = sum(max(line.list_krw or 0, line.unit_krw) * line.quantity for line in order.lines)
    discount = listed - order.total_krw
    if not discount:
        return OrderSums(order.total_krw, None, None)
    return OrderSums(order.total_krw, listed, discount)
