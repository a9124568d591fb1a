"""What an answer of Toss Payments means (core API 2022-11-16); pure.

Whatever is not known to be definite is Unknown: an inquiry decides, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeGuard

from eats_desktop.domain.payment import (
    Absent,
    Answer,
    Authorised,
    Cancelled,
    Declined,
    Expired,
    Fault,
    Paid,
    Pending,
    Refunded,
    StartAnswer,
    Started,
    Unknown,
)

_LONGEST_KEY = 200

LOOK_UP = frozenset(
    {
        "IDEMPOTENT_REQUEST_PROCESSING",
        "ALREADY_PROCESSED_PAYMENT",
        "ALREADY_CANCELED_PAYMENT",
        "PROVIDER_ERROR",
        "FAILED_INTERNAL_SYSTEM_PROCESSING",
        "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
        "UNKNOWN_PAYMENT_ERROR",
        "NOT_FOUND_PAYMENT_SESSION",
    }
)
"""The money may have moved. NOT_FOUND_PAYMENT_SESSION also comes for a session that was used."""

FAULTS = frozenset(
    {
        "UNAUTHORIZED_KEY",
        "INVALID_API_KEY",
        "INCORRECT_BASIC_AUTH_FORMAT",
        "FORBIDDEN_REQUEST",
        "NOT_FOUND_TERMINAL_ID",
    }
)
"""The operator's: stop selling and tell the staff."""

_CARD = "카드사에서 거절했어요"
REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        "REJECT_CARD_PAYMENT": "한도나 잔액이 모자라 카드사에서 거절했어요",
        "REJECT_CARD_COMPANY": _CARD,
        "REJECT_ACCOUNT_PAYMENT": "계좌 잔액이 모자라요",
        "INVALID_REJECT_CARD": _CARD,
        "INVALID_STOPPED_CARD": "정지된 카드예요",
        "INVALID_CARD_EXPIRATION": "카드 유효 기간이 맞지 않아요",
        "INVALID_CARD_LOST_OR_STOLEN": "분실이나 도난으로 신고된 카드예요",
        "INVALID_PASSWORD": "결제 비밀번호가 맞지 않아요",
        "NOT_AVAILABLE_BANK": "지금은 은행 서비스 시간이 아니에요",
        "FDS_ERROR": "위험한 거래로 보여 결제 회사에서 막았어요",
        "BELOW_MINIMUM_AMOUNT": "결제할 수 있는 가장 적은 금액보다 적어요",
        "PAY_PROCESS_ABORTED": "결제 회사에서 결제를 그만뒀어요",
    }
)
_EXCEEDED = "EXCEED_MAX_"
_NOT_THERE = "NOT_FOUND_PAYMENT"
"""Only with this code: the 404 of something in between says nothing about the payment."""
_NOT_ACCEPTED = "결제 회사가 이 가게의 키나 계약을 받아 주지 않아요"
_NO_REFUND = MappingProxyType(
    {
        "NOT_CANCELABLE_PAYMENT": "취소할 수 없는 결제예요",
        "NOT_CANCELABLE_AMOUNT": "취소할 수 없는 금액이에요",
        "FORBIDDEN_CONSECUTIVE_REQUEST": "너무 빨리 다시 요청했어요",
        "INVALID_REFUND_ACCOUNT_INFO": "환불 계좌가 맞지 않아요",
    }
)


def of_error(status: int, body: object, call: str) -> Answer:
    """Read an answer that is no success: `call` is start, inquire, confirm or refund."""
    said = body if isinstance(body, Mapping) else {}
    code = said.get("code")
    code = code if isinstance(code, str) else ""
    if status >= 500 or code in LOOK_UP:
        return Unknown(f"{status} {code}", code or None)
    if code in FAULTS:
        return Fault(code, _NOT_ACCEPTED)
    if call == "inquire" and code == _NOT_THERE:
        return Absent()
    if call == "refund" and code in _NO_REFUND:
        return Declined(code, _NO_REFUND[code])
    refusal = None if call in ("inquire", "refund") else _refusal(code)
    if refusal is not None:
        return refusal
    if status in (401, 403):
        return Fault(code or str(status), _NOT_ACCEPTED)
    return Unknown(f"{status} {code}", code or None)


def _refusal(code: str) -> Answer | None:
    if code == "PAY_PROCESS_CANCELED":
        return Cancelled(code)
    if code in REFUSALS:
        return Declined(code, REFUSALS[code])
    if code.startswith(_EXCEEDED):
        return Declined(code, "한도를 넘었어요")
    return None


def of_payment(body: object, wire_id: str) -> Answer:
    """Read a Payment object; one that lacks what it must have, or is of another order, is Unknown.

    A key that was used before answers with its first order (the body does not count).
    """
    if not isinstance(body, Mapping):
        return Unknown("not a payment object")
    key, total, currency = body.get("paymentKey"), body.get("totalAmount"), body.get("currency")
    if not (_is_key(key) and _is_won(total) and isinstance(currency, str)):
        return Unknown("a payment object without key, amount or currency")
    if body.get("orderId") != wire_id:
        return Unknown("a payment of another order")
    return _of_status(body, key, total, currency)


def _of_status(body: Mapping[str, Any], key: str, total: int, currency: str) -> Answer:
    status = body.get("status")
    if status in ("READY", "WAITING_FOR_DEPOSIT"):
        return Pending(_page(body), may_still_pay=status == "WAITING_FOR_DEPOSIT")
    if status == "IN_PROGRESS":
        return Authorised(key, total, currency, _text(body, "orderId"))
    if status == "DONE":
        return Paid(
            provider_key=key,
            amount_krw=total,
            currency=currency,
            method=_text(body, "method") or "",
            at=_instant(body.get("approvedAt")),
            receipt_url=_text(_part(body, "receipt"), "url"),
            wire_id=_text(body, "orderId"),
        )
    if status in ("CANCELED", "PARTIAL_CANCELED"):
        return _given_back(body, total)
    if status == "ABORTED":
        code = _text(_part(body, "failure"), "code") or "PAY_PROCESS_ABORTED"
        return _refusal(code) or Declined(code, REFUSALS["PAY_PROCESS_ABORTED"])
    return Expired() if status == "EXPIRED" else Unknown(f"status {status!r}")


def of_start(body: object, wire_id: str) -> StartAnswer:
    """Read the answer to a new payment: READY with the address of its page."""
    answer = of_payment(body, wire_id)
    if isinstance(answer, Pending) and answer.page_url and isinstance(body, Mapping):
        return Started(answer.page_url, None, _text(body, "paymentKey"))
    return Unknown("no page to pay at")


def _given_back(body: Mapping[str, Any], total: int) -> Answer:
    """CANCELED before it was ever approved took no money."""
    if not body.get("approvedAt"):
        return Cancelled()
    left = body.get("balanceAmount")
    if isinstance(left, bool) or not isinstance(left, int) or not 0 <= left <= total:
        return Unknown("cancelled without a balance")
    return Refunded(total - left, left)


def _page(body: Mapping[str, Any]) -> str | None:
    url = _text(_part(body, "checkout"), "url")
    return url if url is not None and url.startswith(("https://", "http://127.0.0.1")) else None


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(body: Mapping[str, Any], name: str) -> str | None:
    value = body.get(name)
    return value if isinstance(value, str) and value else None


def _is_key(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_KEY


def _is_won(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _instant(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo else None
