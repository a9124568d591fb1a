"""Payments, entries and refusals as JSON objects of the provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.demo.provider.ledger import CARD, EntryKind, WireStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from eats_desktop.demo.provider.ledger import Entry, Ledger, WirePayment
    from eats_desktop.demo.provider.refusals import RefusalError

    Json = bool | int | str | Sequence["Json"] | dict[str, "Json"] | None

VERSION = "2022-11-16"


def payment_json(
    payment: WirePayment, ledger: Ledger, base_url: str, skew: timedelta
) -> dict[str, Json]:
    """`skew` is how far the provider's clock is off."""
    entries = ledger.of_payment(payment)
    balance = ledger.balance(payment) if entries else payment.amount
    refunds = [entry for entry in entries if entry.kind is EntryKind.REFUND]
    approved = payment.approved_at
    return {
        "version": VERSION,
        "mId": "eats-demo",
        "paymentKey": payment.payment_key,
        "type": "NORMAL",
        "orderId": payment.order_id,
        "orderName": payment.order_name,
        "currency": "KRW",
        "method": payment.method,
        "totalAmount": payment.amount,
        "balanceAmount": balance,
        "suppliedAmount": payment.amount - payment.amount // 11,
        "vat": payment.amount // 11,
        "taxFreeAmount": 0,
        "status": payment.status.value,
        "requestedAt": _moment(payment.created_at, skew),
        "approvedAt": None if approved is None else _moment(approved, skew),
        "lastTransactionKey": entries[-1].transaction_key if entries else None,
        "isPartialCancelable": True,
        "card": {"amount": payment.amount} if payment.method == CARD else None,
        "virtualAccount": (
            {"accountNumber": "00000000000000"}
            if payment.status is WireStatus.WAITING_FOR_DEPOSIT
            else None
        ),
        "easyPay": None,
        "receipt": {"url": f"{base_url}/receipt/{payment.payment_key}"} if entries else None,
        "checkout": {"url": f"{base_url}/checkout/{payment.payment_key}"},
        "failure": (
            None
            if payment.failure is None
            else {"code": payment.failure[0], "message": payment.failure[1]}
        ),
        "cancels": [_cancel(entry, skew) for entry in refunds] or None,
    }


def transactions_json(entries: Sequence[Entry], skew: timedelta) -> list[Json]:
    return [
        {
            "mId": "eats-demo",
            "transactionKey": entry.transaction_key,
            "paymentKey": entry.payment_key,
            "orderId": entry.order_id,
            "method": CARD,
            "transactionAt": _moment(entry.at, skew),
            "currency": "KRW",
            "amount": entry.amount if entry.kind is EntryKind.CHARGE else -entry.amount,
            "status": "DONE" if entry.kind is EntryKind.CHARGE else "CANCELED",
        }
        for entry in entries
    ]


def refusal_json(refusal: RefusalError) -> dict[str, Json]:
    return {"code": refusal.code, "message": refusal.message}


def _cancel(entry: Entry, skew: timedelta) -> dict[str, Json]:
    return {
        "transactionKey": entry.transaction_key,
        "cancelReason": entry.reason,
        "cancelAmount": entry.amount,
        "canceledAt": _moment(entry.at, skew),
        "cancelStatus": "DONE",
    }


def _moment(at: datetime, skew: timedelta) -> str:
    return (at + skew).replace(microsecond=0).isoformat()
