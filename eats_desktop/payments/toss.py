"""Toss Payments over REST: a page the shopper pays at, then a confirm that takes the money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from eats_desktop.domain.clock import KST
from eats_desktop.domain.payment import (
    Absent,
    Answer,
    Charge,
    Declined,
    Fault,
    PaymentIntent,
    StartAnswer,
    Unknown,
)
from eats_desktop.payments.classification import of_error, of_payment, of_start
from eats_desktop.payments.wire import Lost, Wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.domain.clock import Clock

PUBLIC_URL = "https://api.tosspayments.com"

_LONGEST_NAME = 100
_LONGEST_REASON = 200
_PAGE_OF_LIST = 1000
_MOST_PAGES = 20


@dataclass(frozen=True, slots=True)
class TossAccess:
    """`base_url` is the provider's, or that of a merchant's relay, which holds the key itself."""

    base_url: str
    return_url: str
    key: str | None
    wait_s: float = 10.0
    confirm_wait_s: float = 60.0


class TossGateway:
    """Implements domain.payment.PaymentGateway; close it to let go of its connections."""

    def __init__(self, access: TossAccess, clock: Clock) -> None:
        self._access = access
        self._wire = Wire(access.base_url, access.key, clock)

    def start(self, intent: PaymentIntent) -> StartAnswer:
        body = {
            "method": "CARD",
            "amount": intent.amount_krw,
            "currency": "KRW",
            "orderId": intent.wire_id,
            "orderName": intent.order_name[:_LONGEST_NAME],
            "successUrl": f"{self._access.return_url}?result=success",
            "failUrl": f"{self._access.return_url}?result=fail",
        }
        reply = self._wire.ask(
            "POST", "/v1/payments", self._access.wait_s, body, f"{intent.idempotency_key}-start"
        )
        if isinstance(reply, Lost):
            return Unknown(reply.reason)
        if reply.status == 200:
            return of_start(reply.body, intent.wire_id)
        answer = of_error(reply.status, reply.body, "start")
        return answer if isinstance(answer, Declined | Fault | Unknown) else Unknown(repr(answer))

    def confirm(self, intent: PaymentIntent) -> Answer:
        body = {
            "paymentKey": intent.provider_key,
            "orderId": intent.wire_id,
            "amount": intent.amount_krw,
        }
        key = f"{intent.idempotency_key}-confirm"
        return self._change("confirm", "/v1/payments/confirm", body, key, intent.wire_id)

    def inquire(self, intent: PaymentIntent) -> Answer:
        """Ask by the provider's key where there is one, and by our name when it is not known."""
        if intent.provider_key is not None:
            answer = self._look(f"/v1/payments/{quote(intent.provider_key, safe='')}", intent)
            if not isinstance(answer, Absent):
                return answer
        return self._look(f"/v1/payments/orders/{quote(intent.wire_id, safe='')}", intent)

    def refund(self, intent: PaymentIntent, reason: str) -> Answer:
        path = f"/v1/payments/{quote(intent.provider_key or '', safe='')}/cancel"
        body = {"cancelReason": (reason or "주문 취소")[:_LONGEST_REASON]}
        return self._change("refund", path, body, f"{intent.refund_key}-refund", intent.wire_id)

    def charges(self, since: datetime, until: datetime) -> tuple[Charge, ...] | None:
        """Read the provider's list, page by page; None when any page cannot be read."""
        found: list[Charge] = []
        after = ""
        for _page in range(_MOST_PAGES):
            query = {
                "startDate": _stamp(since),
                "endDate": _stamp(until),
                "limit": str(_PAGE_OF_LIST),
            }
            path = "/v1/transactions?" + urlencode(
                query | ({"startingAfter": after} if after else {})
            )
            reply = self._wire.ask("GET", path, self._access.wait_s)
            if isinstance(reply, Lost) or reply.status != 200 or not isinstance(reply.body, list):
                return None
            for entry in reply.body:
                charge = _charge(entry)
                if charge is not None:
                    found.append(charge)
            if len(reply.body) < _PAGE_OF_LIST:
                return tuple(found)
            after = str(reply.body[-1].get("transactionKey", ""))
        return None

    def close(self) -> None:
        self._wire.close()

    def _look(self, path: str, intent: PaymentIntent) -> Answer:
        reply = self._wire.ask("GET", path, self._access.wait_s)
        if isinstance(reply, Lost):
            return Unknown(reply.reason)
        if reply.status == 200:
            return of_payment(reply.body, intent.wire_id)
        return of_error(reply.status, reply.body, "inquire")

    def _change(
        self, call: str, path: str, body: Mapping[str, Any], key: str, wire_id: str
    ) -> Answer:
        reply = self._wire.ask("POST", path, self._access.confirm_wait_s, body, key)
        if isinstance(reply, Lost):
            return Unknown(reply.reason)
        if reply.status == 200:
            return of_payment(reply.body, wire_id)
        return of_error(reply.status, reply.body, call)


def _stamp(instant: datetime) -> str:
    return instant.astimezone(KST).strftime("%Y-%m-%dT%H:%M:%S")


def _charge(entry: Any) -> Charge | None:
    """A cancelled transaction counts as money given back."""
    try:
        amount = int(entry["amount"])
        at = datetime.fromisoformat(entry["transactionAt"])
        back = entry["status"] in ("CANCELED", "PARTIAL_CANCELED")
        if entry["status"] not in ("DONE", "CANCELED", "PARTIAL_CANCELED"):
            return None
        signed = -abs(amount) if back else amount
        return Charge(str(entry["paymentKey"]), str(entry["orderId"]), signed, at)
    except (KeyError, TypeError, ValueError):
        return None
