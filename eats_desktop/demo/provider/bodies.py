"""Reads request bodies strictly: known fields, right types, bounded lengths, nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.demo.provider.refusals import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ORDER_ID = re.compile(r"[A-Za-z0-9_-]{6,64}", re.ASCII)
_URL = re.compile(r"https?://\S{1,500}")
_METHODS = frozenset({"CARD", "TRANSFER", "VIRTUAL_ACCOUNT", "MOBILE_PHONE"})


@dataclass(frozen=True, slots=True)
class _Field:
    fits: Callable[[object], bool]
    required: bool = True


def _text(most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and 0 < len(value) <= most


def _won(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


_TEXT_OPTION = _Field(_text(100), required=False)
CREATE: Mapping[str, _Field] = {
    "method": _Field(lambda value: value in _METHODS, required=False),
    "amount": _Field(_won),
    "orderId": _Field(_matches(_ORDER_ID)),
    "orderName": _Field(_text(100)),
    "successUrl": _Field(_matches(_URL)),
    "failUrl": _Field(_matches(_URL)),
    "currency": _Field(lambda value: value == "KRW", required=False),
    "taxFreeAmount": _Field(lambda value: value == 0 or _won(value), required=False),
    "customerName": _TEXT_OPTION,
    "flowMode": _TEXT_OPTION,
    "easyPay": _TEXT_OPTION,
}
CONFIRM: Mapping[str, _Field] = {
    "paymentKey": _Field(_text(200)),
    "orderId": _Field(_matches(_ORDER_ID)),
    "amount": _Field(_won),
}
CANCEL: Mapping[str, _Field] = {
    "cancelReason": _Field(_text(200)),
    "cancelAmount": _Field(_won, required=False),
    "currency": _Field(lambda value: value == "KRW", required=False),
}


@dataclass(frozen=True, slots=True)
class Body:
    """The fields of a request, each of the type its table says."""

    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        return str(self.fields[name])

    def won(self, name: str) -> int | None:
        value = self.fields.get(name)
        return value if isinstance(value, int) else None


def read_body(raw: bytes | None, headers: Mapping[str, str], table: Mapping[str, _Field]) -> Body:
    """Raise RefusalError(INVALID_REQUEST) for anything that is not exactly such a body."""
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise RefusalError("INVALID_REQUEST", "Content-Type이 application/json이 아니에요.")
    try:
        found = json.loads(raw or b"", object_pairs_hook=_once)
    except ValueError as exc:
        raise RefusalError("INVALID_REQUEST", "JSON이 아니에요.") from exc
    if not isinstance(found, dict):
        raise RefusalError("INVALID_REQUEST", "JSON 객체가 아니에요.")
    unknown = found.keys() - table.keys()
    missing = {name for name, field in table.items() if field.required} - found.keys()
    wrong = {name for name in found.keys() & table.keys() if not table[name].fits(found[name])}
    if unknown or missing or wrong:
        names = ", ".join(sorted(unknown | missing | wrong))
        raise RefusalError("INVALID_REQUEST", f"필드가 맞지 않아요: {names}")
    return Body(found)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field twice")
    return found
