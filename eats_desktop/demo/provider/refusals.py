"""What the provider says when it does not do what was asked: code, HTTP status, sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REFUSALS: Mapping[str, int] = MappingProxyType(
    {
        "REJECT_CARD_PAYMENT": 403,
        "REJECT_CARD_COMPANY": 403,
        "REJECT_ACCOUNT_PAYMENT": 403,
        "INVALID_REJECT_CARD": 400,
        "INVALID_STOPPED_CARD": 400,
        "INVALID_CARD_EXPIRATION": 400,
        "INVALID_CARD_LOST_OR_STOLEN": 400,
        "EXCEED_MAX_DAILY_PAYMENT_COUNT": 400,
        "EXCEED_MAX_ONE_DAY_AMOUNT": 403,
        "EXCEED_MAX_AUTH_COUNT": 403,
        "INVALID_PASSWORD": 403,
        "NOT_AVAILABLE_BANK": 403,
        "FDS_ERROR": 403,
        "BELOW_MINIMUM_AMOUNT": 400,
    }
)
"""Definite refusals of a confirmation: nothing was charged, this payment is over."""

OPERATOR_FAULTS: Mapping[str, int] = MappingProxyType(
    {
        "UNAUTHORIZED_KEY": 401,
        "INVALID_API_KEY": 400,
        "INCORRECT_BASIC_AUTH_FORMAT": 403,
        "FORBIDDEN_REQUEST": 403,
        "NOT_FOUND_TERMINAL_ID": 400,
    }
)
"""The shop's own set-up is wrong; nothing was done."""

UNCERTAIN: Mapping[str, int] = MappingProxyType(
    {
        "PROVIDER_ERROR": 400,
        "FAILED_INTERNAL_SYSTEM_PROCESSING": 500,
        "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING": 500,
        "UNKNOWN_PAYMENT_ERROR": 500,
        "SOMETHING_NEW": 400,
    }
)
"""Answers that say nothing about whether it was done; the last is a code nobody has listed."""

_OTHERS = {
    "IDEMPOTENT_REQUEST_PROCESSING": 409,
    "ALREADY_PROCESSING_REQUEST": 409,
    "ALREADY_PROCESSED_PAYMENT": 400,
    "NOT_FOUND_PAYMENT_SESSION": 404,
    "NOT_FOUND_PAYMENT": 404,
    "NOT_FOUND": 404,
    "METHOD_NOT_ALLOWED": 405,
    "INVALID_REQUEST": 400,
    "INVALID_IDEMPOTENCY_KEY": 400,
    "DUPLICATED_ORDER_ID": 400,
    "NOT_CANCELABLE_PAYMENT": 403,
    "NOT_CANCELABLE_AMOUNT": 403,
    "ALREADY_CANCELED_PAYMENT": 400,
}
_STATUS = {**REFUSALS, **OPERATOR_FAULTS, **UNCERTAIN, **_OTHERS}


class RefusalError(Exception):
    """An answer other than 200, thrown where the reason is found."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.status = _STATUS[code]
        self.message = message or f"요청을 처리하지 않았어요: {code}"
