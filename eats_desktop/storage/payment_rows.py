"""Rows of the journal of payments, within a transaction of whoever changes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.errors import ConflictError, NotFoundError, PaymentUncertainError
from eats_desktop.domain.order import OrderNo, OrderState, PaymentWay
from eats_desktop.domain.payment import OPEN, Payment, PaymentState, check_payment_step
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_tables import OrderRow
from eats_desktop.storage.payment_tables import PaymentEventRow, PaymentRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from eats_desktop.domain.order import OrderDraft

OWN = 8
_OPEN = [state.value for state in OPEN]
_STEPS = (
    select(func.max(PaymentEventRow.number))
    .where(PaymentEventRow.payment_id == PaymentRow.payment_id)
    .correlate(PaymentRow)
    .scalar_subquery()
    .label("steps")
)
_FOLLOWED = {
    OrderState.PAID: PaymentState.PAID,
    OrderState.CANCELLED: PaymentState.CANCELLED,
    OrderState.REFUNDED: PaymentState.REFUNDED,
}


def insert_intent(connection: Connection, order_id: int, draft: OrderDraft, at: datetime) -> None:
    """Add the payment of a new order: CREATED, or WAITING at the counter."""
    payment_id = connection.execute(
        insert(PaymentRow)
        .values(
            order_id=order_id,
            way=draft.way.value,
            idempotency_key=_own_key(connection, draft.idempotency_key),
            amount_krw=draft.total_krw,
            state=PaymentState.CREATED.value,
            created_at=epoch(at),
            changed_at=epoch(at),
        )
        .returning(PaymentRow.payment_id)
    ).scalar_one()
    _add_event(connection, payment_id, PaymentState.CREATED, at, None, "")
    if draft.way is PaymentWay.COUNTER:
        step(connection, _one(connection, payment_id), PaymentState.WAITING, at)


def step(
    connection: Connection, payment: Payment, to: PaymentState, at: datetime, **learned: Any
) -> Payment:
    """Take one step from where `payment` was read, with what was `learned`.

    ConflictError when the step is not legal, when another process took one since (it may have
    gone round to the same state), or when the shopper turned back before the money was asked for.
    """
    stored = _one(connection, payment.payment_id)
    turned_back = stored.turned_back and not payment.turned_back
    if stored.steps != payment.steps or (turned_back and to is PaymentState.CONFIRMING):
        raise ConflictError(f"결제 상태가 그사이 바뀌었어요: 주문 {payment.order_no}")
    check_payment_step(stored.state, to)
    values = {"reason_code": None, "reason": "", **learned}
    _add_event(connection, payment.payment_id, to, at, values["reason_code"], values["reason"])
    waits = {"inquiries": 0, "ask_again_at": None}
    return _write(connection, stored, {**waits, **values, "state": to.value}, at)


def learn(connection: Connection, payment: Payment, at: datetime, **learned: Any) -> Payment:
    """Keep what was learned without a step."""
    return _write(connection, _one(connection, payment.payment_id), learned, at)


def open_with_provider(connection: Connection) -> Payment | None:
    found = where(connection, PaymentRow.way != "counter", PaymentRow.state.in_(_OPEN))
    return found[0] if found else None


def newest_of(connection: Connection, order_id: int) -> Payment | None:
    found = where(connection, PaymentRow.order_id == order_id)
    return found[-1] if found else None


def follow_order(
    connection: Connection, order_id: int, to: OrderState, at: datetime, reason: str
) -> None:
    """Let the payment follow a step that the order took by itself.

    At the counter the order leads. With a provider only what was never sent can be given up
    here, and money is taken or given back by the provider's word alone.
    """
    after = _FOLLOWED.get(to)
    payment = newest_of(connection, order_id)
    if after is None or payment is None:
        return
    if payment.way is PaymentWay.COUNTER:
        if payment.state is not after:
            charged = {"charged_krw": payment.amount_krw} if after is PaymentState.PAID else {}
            step(connection, payment, after, at, reason=reason, **charged)
        return
    if after is not PaymentState.CANCELLED:
        raise ConflictError("이 결제는 결제 회사의 답으로만 끝나요.")
    if payment.state is PaymentState.CREATED:
        step(connection, payment, after, at, reason=reason)
    elif payment.is_open:
        raise PaymentUncertainError("결제를 확인하고 있어요. 결제를 먼저 취소해 주세요.")


def _own_key(connection: Connection, key: str) -> str:
    """Keys of one file begin alike: so its charges are known in a list shared by many tills."""
    first = connection.execute(
        select(PaymentRow.idempotency_key).order_by(PaymentRow.payment_id).limit(1)
    ).scalar()
    return key if first is None else first[:OWN] + key[OWN:]


def where(connection: Connection, *conditions: Any) -> tuple[Payment, ...]:
    """Return payments, the oldest first."""
    rows = connection.execute(
        select(PaymentRow.__table__, OrderRow.day, OrderRow.number, OrderRow.request_key, _STEPS)
        .join(OrderRow, OrderRow.order_id == PaymentRow.order_id)
        .where(*conditions)
        .order_by(PaymentRow.payment_id)
    ).all()
    return tuple(_payment(row) for row in rows)


def _one(connection: Connection, payment_id: int) -> Payment:
    found = where(connection, PaymentRow.payment_id == payment_id)
    if not found:
        raise NotFoundError(f"결제를 찾을 수 없어요: {payment_id}")
    return found[0]


def _write(
    connection: Connection, payment: Payment, values: dict[str, Any], at: datetime
) -> Payment:
    columns = {
        name: epoch(value) if isinstance(value, datetime) else value
        for name, value in values.items()
    }
    connection.execute(
        update(PaymentRow)
        .where(PaymentRow.payment_id == payment.payment_id)
        .values(changed_at=epoch(at), **columns)
    )
    return _one(connection, payment.payment_id)


def _add_event(
    connection: Connection,
    payment_id: int,
    state: PaymentState,
    at: datetime,
    reason_code: str | None,
    reason: str,
) -> None:
    last = connection.execute(
        select(func.max(PaymentEventRow.number)).where(PaymentEventRow.payment_id == payment_id)
    ).scalar()
    connection.execute(
        insert(PaymentEventRow).values(
            payment_id=payment_id,
            number=(last or 0) + 1,
            state=state.value,
            at=epoch(at),
            reason_code=reason_code,
            reason=reason,
        )
    )


def _payment(row: Any) -> Payment:
    return Payment(
        payment_id=row.payment_id,
        order_no=OrderNo(date.fromisoformat(row.day), row.number),
        request_key=row.request_key,
        idempotency_key=row.idempotency_key,
        way=PaymentWay(row.way),
        amount_krw=row.amount_krw,
        state=PaymentState(row.state),
        created_at=moment(row.created_at),
        changed_at=moment(row.changed_at),
        expires_at=moment(row.expires_at),
        provider_key=row.provider_key,
        page_url=row.page_url,
        reason_code=row.reason_code,
        reason=row.reason,
        inquiries=row.inquiries,
        ask_again_at=moment(row.ask_again_at),
        confirm_sent_at=moment(row.confirm_sent_at),
        turned_back=row.turned_back,
        charged_krw=row.charged_krw,
        method=row.method,
        receipt_url=row.receipt_url,
        refund_key=row.refund_key,
        refund_sent_at=moment(row.refund_sent_at),
        steps=row.steps or 0,
    )
