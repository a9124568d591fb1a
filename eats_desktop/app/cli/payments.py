"""order pay|refund|confirm|pay-back, reconcile, staff-pin, toss-key: the money side of orders."""

from __future__ import annotations

import threading
import time
from typing import Annotated

import typer

from eats_desktop.app import json_payments
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.app.cli.secrets import typed_secret
from eats_desktop.app.container import Container
from eats_desktop.domain.errors import ConflictError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import Actor, OrderNo
from eats_desktop.domain.payment import (
    PAYMENT_WORDS,
    Payment,
    PaymentState,
    ReconcileReport,
    pause_s,
)

_STAFF_PIN = "직원 PIN"
Number = Annotated[str, typer.Argument(metavar="ORDER", help="주문 번호 (20261125-0007)")]
Wait = Annotated[int, typer.Option(min=0, max=3600, help="결과를 몇 초까지 기다릴지")]

staff_pin = typer.Typer(cls=Commands, help="계산대 결제를 확인할 직원 PIN.")
toss_key = typer.Typer(cls=Commands, help="토스페이먼츠 열쇠: 이 컴퓨터의 키 보관함에만 둠.")


def pay(
    context: typer.Context, number: Number, wait: Wait = 600, *, as_json: AsJson = False
) -> None:
    """주문의 결제를 이어 가고 결과를 기다리기; 결제 페이지의 주소를 알려 줌."""
    options: Options = context.obj
    with options.container() as box:
        payment = _payment(box, number)
        payment = take_on(box, payment, wait, quiet=as_json)
        _print(box, payment, as_json=as_json)
    if payment.state is not PaymentState.PAID:
        raise typer.Exit(1)


def refund(
    context: typer.Context,
    number: Number,
    reason: Annotated[str, typer.Option(help="까닭")] = "단순 변심",
    wait: Wait = 60,
    *,
    staff: Annotated[
        bool, typer.Option("--staff", help="직원이 환불하기 (직원 PIN): 상품을 준비한 뒤에도")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """결제한 돈을 모두 돌려주기."""
    options: Options = context.obj
    with options.container() as box:
        if staff:
            box.purchases.checkout.check_staff(typed_secret(_STAFF_PIN))
        actor = Actor.STAFF if staff else Actor.SHOPPER
        payment = box.purchases.checkout.refund(OrderNo.parse(number), reason, actor)
        payment = take_on(box, payment, wait, quiet=as_json)
        _print(box, payment, as_json=as_json)
    if payment.is_uncertain:
        raise typer.Exit(1)


def confirm(context: typer.Context, number: Number, *, as_json: AsJson = False) -> None:
    """계산대에서 돈을 받았음을 확인하기: 직원 PIN을 표준 입력으로."""
    options: Options = context.obj
    with options.container() as box:
        checkout = box.purchases.checkout
        checkout.require_staff_pin()
        checkout.confirm_at_counter(OrderNo.parse(number), typed_secret(_STAFF_PIN))
        _print(box, _payment(box, number), as_json=as_json)


def pay_back(context: typer.Context, number: Number, *, as_json: AsJson = False) -> None:
    """환불을 요청한 계산대 주문의 돈을 돌려줬음을 확인하기: 직원 PIN을 표준 입력으로."""
    options: Options = context.obj
    with options.container() as box:
        checkout = box.purchases.checkout
        checkout.require_staff_pin()
        checkout.pay_back_at_counter(OrderNo.parse(number), typed_secret(_STAFF_PIN))
        _print(box, _payment(box, number), as_json=as_json)


def reconcile(context: typer.Context, *, as_json: AsJson = False) -> None:
    """결제를 결제 회사의 기록과 맞춰 보기; 풀리지 않은 것이 있으면 1로 끝남."""
    options: Options = context.obj
    with options.container() as box:
        report = box.purchases.checkout.reconcile(threading.Event())
    if as_json:
        print_json(json_payments.report(report))
    else:
        _tell(report)
    if not report.is_clean:
        raise typer.Exit(1)


def take_on(box: Container, payment: Payment, wait_s: int, *, quiet: bool) -> Payment:
    """Advance until it is settled, the slip waits at the counter, or `wait_s` are over."""
    checkout, ends, told = box.purchases.checkout, time.monotonic() + wait_s, ""
    while payment.payment_id in {open_one.payment_id for open_one in checkout.unsettled()}:
        payment = checkout.advance(payment.payment_id)
        if payment.page_url and payment.page_url != told and payment.is_open and not quiet:
            told = payment.page_url
            typer.echo(f"이 주소에서 결제해 주세요: {told}", err=True)
        pause = pause_s(payment, box.clock.now())
        if time.monotonic() + pause > ends:
            break
        time.sleep(pause)
    return payment


@staff_pin.command("set")
def set_staff_pin(context: typer.Context) -> None:
    """PIN을 정하거나 바꾸기: 표준 입력으로 (지금 PIN이 있으면 먼저) 새 PIN."""
    options: Options = context.obj
    with options.container() as box:
        book = box.purchases.staff_pin
        if book.is_set:
            book.check(typed_secret("지금 " + _STAFF_PIN))
        book.set(typed_secret("새 " + _STAFF_PIN))
    typer.echo("직원 PIN을 정했어요.", err=True)


@staff_pin.command("remove")
def remove_staff_pin(context: typer.Context) -> None:
    """PIN을 없애기; 그 뒤로는 계산대 결제를 확인할 수 없음."""
    options: Options = context.obj
    with options.container() as box:
        book = box.purchases.staff_pin
        if book.is_set:
            book.check(typed_secret("지금 " + _STAFF_PIN))
        book.remove()
    typer.echo("직원 PIN을 없앴어요.", err=True)


@toss_key.command("set")
def set_toss_key(context: typer.Context) -> None:
    """열쇠를 키 보관함에 넣기: 표준 입력으로."""
    options: Options = context.obj
    with options.container() as box:
        box.purchases.toss_key.put(typed_secret("열쇠"))
    typer.echo("열쇠를 키 보관함에 넣었어요.", err=True)


@toss_key.command("remove")
def remove_toss_key(context: typer.Context) -> None:
    """열쇠를 키 보관함에서 지우기."""
    options: Options = context.obj
    with options.container() as box:
        box.purchases.toss_key.put("")
    typer.echo("열쇠를 지웠어요.", err=True)


def payment_line(payment: Payment) -> str:
    reason = f" ({payment.reason})" if payment.reason else ""
    return f"{PAYMENT_WORDS[payment.state]}  {format_won(payment.amount_krw)}{reason}"


def _payment(box: Container, number: str) -> Payment:
    order = box.purchases.orders.order(OrderNo.parse(number))
    payment = box.purchases.checkout.payment(order.order_no)
    if payment is None:
        raise ConflictError(f"결제가 없는 주문이에요: {order.order_no}")
    return payment


def _print(box: Container, payment: Payment, *, as_json: bool) -> None:
    order = box.purchases.orders.order(payment.order_no)
    if as_json:
        print_json(json_payments.order_with_payment(order, payment))
        return
    typer.echo(f"{order.order_no}  {payment_line(payment)}")
    if payment.is_uncertain:
        typer.echo("결제 결과를 확인하고 있어요. 다시 결제하지 마세요.", err=True)


def _tell(report: ReconcileReport) -> None:
    for title, payments in (
        ("결과를 확인했어요", report.settled),
        ("아직 모르는 결제예요", report.unresolved),
        ("취소된 뒤에 결제됐어요", report.late),
        ("직원이 살펴야 해요", report.for_staff),
    ):
        for payment in payments:
            typer.echo(f"{title}: 주문 {payment.order_no}  {payment_line(payment)}")
    for charge in report.strangers:
        typer.echo(f"주문이 없는 결제예요: {charge.wire_id}  {format_won(charge.amount_krw)}")
    for difference in report.differing:
        typer.echo(
            f"금액이 달라요: 주문 {difference.payment.order_no}  "
            f"여기 {format_won(difference.ours_krw)}, "
            f"결제 회사 {format_won(difference.theirs_krw)}"
        )
    if report.is_clean:
        typer.echo("풀리지 않은 결제가 없어요.")
    if not report.compared:
        typer.echo("결제 회사의 목록과는 맞춰 보지 않았어요.", err=True)
