"""The public JSON of payments: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app import json_purchases
from eats_desktop.app.json_shapes import instant

if TYPE_CHECKING:
    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.order import Order
    from eats_desktop.domain.payment import Charge, Difference, Payment, ReconcileReport


def order_with_payment(order: Order, payment: Payment | None) -> dict[str, Json]:
    shown = None if payment is None else payment_shape(payment)
    return {**json_purchases.order(order), "payment": shown}


def payment_shape(value: Payment) -> dict[str, Json]:
    """The idempotency key stays inside; `wire_id` is how the provider's books name it."""
    return {
        "order_no": str(value.order_no),
        "wire_id": value.wire_id,
        "way": value.way.value,
        "state": value.state.value,
        "amount_krw": value.amount_krw,
        "charged_krw": value.charged_krw,
        "is_open": value.is_open,
        "is_uncertain": value.is_uncertain,
        "created_at": instant(value.created_at),
        "changed_at": instant(value.changed_at),
        "expires_at": instant(value.expires_at),
        "ask_again_at": instant(value.ask_again_at),
        "inquiries": value.inquiries,
        "page_url": value.page_url if value.is_open else None,
        "method": value.method or None,
        "receipt_url": value.receipt_url,
        "reason_code": value.reason_code,
        "reason": value.reason or None,
    }


def report(value: ReconcileReport) -> dict[str, Json]:
    return {
        "clean": value.is_clean,
        "compared": value.compared,
        "settled": [payment_shape(payment) for payment in value.settled],
        "unresolved": [payment_shape(payment) for payment in value.unresolved],
        "late": [payment_shape(payment) for payment in value.late],
        "for_staff": [payment_shape(payment) for payment in value.for_staff],
        "strangers": [_charge(charge) for charge in value.strangers],
        "differing": [_difference(difference) for difference in value.differing],
    }


def _charge(value: Charge) -> dict[str, Json]:
    return {"wire_id": value.wire_id, "amount_krw": value.amount_krw, "at": instant(value.at)}


def _difference(value: Difference) -> dict[str, Json]:
    return {
        "order_no": str(value.payment.order_no),
        "ours_krw": value.ours_krw,
        "theirs_krw": value.theirs_krw,
    }
