"""order list|show|create-from-cart|cancel: orders and their history; see also cli.payments."""

from __future__ import annotations

from typing import Annotated

import typer

from eats_desktop.app import json_payments
from eats_desktop.app.cli import payments
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.domain.cart_words import remark_words
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import STATE_WORDS, Order, OrderNo, PaymentWay
from eats_desktop.domain.payment import Payment

application = typer.Typer(cls=Commands, help="주문 보기, 주문서 만들기, 취소.")
Number = Annotated[str, typer.Argument(metavar="ORDER", help="주문 번호 (20261125-0007)")]
Days = Annotated[int | None, typer.Option(min=1, help="지난 며칠 치만")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="최대 몇 건")]
Key = Annotated[
    str | None, typer.Option("--key", help="요청 열쇠: 같은 열쇠로 다시 부르면 같은 주문")
]


@application.command("list")
def show_all(
    context: typer.Context, days: Days = None, limit: Limit = 30, *, as_json: AsJson = False
) -> None:
    """주문 보기, 새것부터."""
    options: Options = context.obj
    with options.container() as box:
        orders = box.purchases.orders
        found = orders.newest(limit) if days is None else orders.recent(days)[:limit]
        paid = [box.purchases.checkout.payment(order.order_no) for order in found]
    if as_json:
        both = zip(found, paid, strict=True)
        print_json({"orders": [json_payments.order_with_payment(*pair) for pair in both]})
        return
    if not found:
        typer.echo("주문한 내역이 없어요.")
    for order in found:
        typer.echo(_line(order))


@application.command("show")
def show(context: typer.Context, number: Number, *, as_json: AsJson = False) -> None:
    """한 주문의 상품과 거쳐 온 상태 보기."""
    options: Options = context.obj
    with options.container() as box:
        order = box.purchases.orders.order(OrderNo.parse(number))
        payment = box.purchases.checkout.payment(order.order_no)
    _print(order, payment, as_json=as_json)


@application.command("create-from-cart")
def create(
    context: typer.Context,
    key: Key = None,
    way: Annotated[
        PaymentWay, typer.Option(help="결제 방법; 이 명령이 주문 내용과 결제에 동의함을 뜻함")
    ] = PaymentWay.COUNTER,
    *,
    accept_raised: Annotated[
        bool, typer.Option("--accept-raised", help="담은 뒤 오른 값을 받아들이기")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """장바구니에서 고른 상품으로 주문하기; 계산대가 아니면 `order pay`로 결제하기."""
    options: Options = context.obj
    with options.container() as box:
        orders, checkout = box.purchases.orders, box.purchases.checkout
        slip = orders.slip(key)
        if way is PaymentWay.COUNTER:
            order = orders.create(slip, way, accepts_raised=accept_raised)
        else:
            begun = checkout.begin(slip, way, consented=True, accepts_raised=accept_raised)
            order = orders.order(begun.order_no)
        payment = checkout.payment(order.order_no)
    for item, remark in slip.left_out:
        typer.echo(f"주문에서 뺐어요: {item.line.name}. {remark_words(item, remark)}", err=True)
    for item in slip.of_sellers:
        typer.echo(f"방송 상품은 판매처에서 주문해 주세요: {item.line.name}", err=True)
    _print(order, payment, as_json=as_json)


@application.command("cancel")
def cancel(
    context: typer.Context,
    number: Number,
    reason: Annotated[str, typer.Option(help="까닭")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """결제하기 전의 주문을 취소하기."""
    options: Options = context.obj
    with options.container() as box:
        orders, checkout = box.purchases.orders, box.purchases.checkout
        order = orders.order(OrderNo.parse(number))
        payment = checkout.payment(order.order_no)
        if payment is not None and payment.is_open and payment.way is not PaymentWay.COUNTER:
            payments.take_on(box, checkout.cancel(payment.payment_id), 0, quiet=True)
            order = orders.order(order.order_no)
        else:
            order = orders.cancel(order.order_no, reason=reason)
        payment = checkout.payment(order.order_no)
    _print(order, payment, as_json=as_json)


application.command("pay")(payments.pay)
application.command("refund")(payments.refund)
application.command("confirm")(payments.confirm)
application.command("pay-back")(payments.pay_back)


def _print(order: Order, payment: Payment | None, *, as_json: bool) -> None:
    if as_json:
        print_json(json_payments.order_with_payment(order, payment))
        return
    typer.echo(_line(order))
    for line in order.lines:
        typer.echo(f"  {line.name}  {line.quantity}개  {format_won(line.sum_krw)}")
    for event in order.events:
        reason = f" ({event.reason})" if event.reason else ""
        moment = event.at.astimezone(KST)
        typer.echo(f"  {moment:%m/%d %H:%M}  {STATE_WORDS[event.state]}{reason}")
    if payment is not None and payment.way is not PaymentWay.COUNTER:
        typer.echo(f"  결제: {payments.payment_line(payment)}")


def _line(order: Order) -> str:
    made = order.created_at.astimezone(KST)
    state = STATE_WORDS[order.state]
    return (
        f"{order.order_no}  {made:%m/%d %H:%M}  {state}  {order.title}  "
        f"{format_won(order.total_krw)}"
    )
