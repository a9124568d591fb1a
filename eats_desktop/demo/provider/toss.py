"""The provider's REST API over the ledger, free of sockets."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.provider.bodies import CANCEL, CONFIRM, CREATE, Body, read_body
from eats_desktop.demo.provider.faults import Operation
from eats_desktop.demo.provider.idempotency import Answer, Idempotency, Scope
from eats_desktop.demo.provider.refusals import RefusalError
from eats_desktop.demo.provider.wire import payment_json, refusal_json, transactions_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eats_desktop.demo.provider.ledger import Entry, Ledger, WirePayment

_PAYMENTS = "/v1/payments"


@dataclass(frozen=True, slots=True)
class Call:
    """One request; header names in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Task:
    """A request that was understood: `order_id` is "" where it is about none."""

    call: Call
    operation: Operation
    order_id: str
    payment_key: str = ""
    body: Body = field(default_factory=lambda: Body({}))
    scope: Scope | None = None


class TossApi:
    """`api_key` None is a relay, which adds the key itself and takes none from its askers."""

    def __init__(
        self, ledger: Ledger, now: Callable[[], datetime], api_key: str | None, skew: timedelta
    ) -> None:
        self.ledger = ledger
        self.keys = Idempotency(now)
        self.base_url = ""
        self.unkeyed = 0
        self._api_key = api_key
        self._skew = skew

    def understand(self, call: Call) -> Task:
        """Check who asks and what for; raise RefusalError for what the API does not have."""
        self._check_asker(call)
        if not call.path.startswith("/v1/"):
            raise RefusalError("NOT_FOUND")
        task = self._task(call)
        if task.call.method != "POST":
            return task
        key = call.headers.get("idempotency-key")
        if key is None:
            self.unkeyed += 1
            return task
        return replace(task, scope=Scope(key, self._api_key or "", call.path, call.method))

    def answer(self, task: Task) -> Answer:
        """Do it once, or repeat what was answered the first time."""
        self.ledger.touch(task.order_id)
        if task.scope is not None:
            known = self.keys.begin(task.scope)
            if known is not None:
                return known
        try:
            answer = Answer(200, _dumps(self._do(task)))
        except RefusalError as refusal:
            answer = refused(refusal)
        self._keep(task, answer)
        return answer

    def refuse(self, task: Task, code: str) -> Answer:
        """Refuse a confirmation for good, in the books too."""
        self.ledger.touch(task.order_id)
        if task.scope is not None:
            known = self.keys.begin(task.scope)
            if known is not None:
                return known
        try:
            self.ledger.refuse(self._confirmable(task), code)
            answer = refused(RefusalError(code))
        except RefusalError as refusal:
            answer = refused(refusal)
        self._keep(task, answer)
        return answer

    def hold(self, task: Task, requests: int) -> None:
        """Accept a confirmation that is carried out later; its key stays in progress."""
        self.ledger.touch(task.order_id)
        if task.scope is not None and self.keys.begin(task.scope) is not None:
            return
        try:
            payment = self._confirmable(task)
            self.ledger.hold(payment, requests, lambda: self._keep(task, self._stated(payment)))
        except RefusalError as refusal:
            self._keep(task, refused(refusal))

    def _stated(self, payment: WirePayment) -> Answer:
        text = _dumps(payment_json(payment, self.ledger, self.base_url, self._skew))
        return Answer(200, text)

    def _keep(self, task: Task, answer: Answer) -> None:
        if task.scope is not None:
            self.keys.keep(task.scope, answer)

    def _check_asker(self, call: Call) -> None:
        given = call.headers.get("authorization")
        if self._api_key is None:
            if given is not None:
                raise RefusalError("FORBIDDEN_REQUEST", "중계 서버에는 열쇠를 보내지 않아요.")
            return
        if given is None:
            raise RefusalError("UNAUTHORIZED_KEY")
        scheme, _, coded = given.partition(" ")
        try:
            user, colon, password = base64.b64decode(coded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError) as exc:
            raise RefusalError("INCORRECT_BASIC_AUTH_FORMAT") from exc
        if scheme != "Basic" or not colon or password:
            raise RefusalError("INCORRECT_BASIC_AUTH_FORMAT")
        if user != self._api_key:
            raise RefusalError("UNAUTHORIZED_KEY")

    def _task(self, call: Call) -> Task:
        head, _, rest = call.path.removeprefix(_PAYMENTS).strip("/").partition("/")
        if call.path == "/v1/transactions":
            _must(call, "GET", "startDate", "endDate", "startingAfter", "limit")
            return Task(call, Operation.TRANSACTIONS, "")
        if not call.path.startswith(_PAYMENTS):
            raise RefusalError("NOT_FOUND")
        if not head:
            _must(call, "POST")
            body = read_body(call.body, call.headers, CREATE)
            return Task(call, Operation.CREATE, body.text("orderId"), body=body)
        if head == "confirm" and not rest:
            _must(call, "POST")
            body = read_body(call.body, call.headers, CONFIRM)
            return Task(
                call, Operation.CONFIRM, body.text("orderId"), body.text("paymentKey"), body
            )
        if rest == "cancel":
            _must(call, "POST")
            body = read_body(call.body, call.headers, CANCEL)
            return Task(call, Operation.CANCEL, self._order_of(head), head, body)
        _must(call, "GET")
        if head == "orders" and rest and "/" not in rest:
            return Task(call, Operation.INQUIRE, rest)
        if rest:
            raise RefusalError("NOT_FOUND")
        return Task(call, Operation.INQUIRE, self._order_of(head), head)

    def _order_of(self, payment_key: str) -> str:
        return self.ledger.by_key(payment_key).order_id

    def _confirmable(self, task: Task) -> WirePayment:
        amount = task.body.won("amount") or 0
        return self.ledger.check_confirm(task.payment_key, task.order_id, amount)

    def _do(self, task: Task) -> object:
        if task.operation is Operation.TRANSACTIONS:
            return transactions_json(self._entries(task.call.query), self._skew)
        return payment_json(self._paid(task), self.ledger, self.base_url, self._skew)

    def _paid(self, task: Task) -> WirePayment:
        body, ledger = task.body, self.ledger
        match task.operation:
            case Operation.CREATE:
                amount = body.won("amount") or 0
                return ledger.create(task.order_id, body.text("orderName"), amount)
            case Operation.CONFIRM:
                return ledger.confirm(self._confirmable(task))
            case Operation.CANCEL:
                reason = body.text("cancelReason")
                return ledger.cancel(task.payment_key, body.won("cancelAmount"), reason)
        key = task.payment_key
        return ledger.by_key(key) if key else ledger.by_order(task.order_id)

    def _entries(self, query: Mapping[str, str]) -> tuple[Entry, ...]:
        try:
            begins = datetime.fromisoformat(query["startDate"])
            ends = datetime.fromisoformat(query["endDate"])
            limit = int(query.get("limit", "100"))
        except (KeyError, ValueError) as exc:
            raise RefusalError("INVALID_REQUEST", "startDate와 endDate가 있어야 해요.") from exc
        if not 0 < limit <= 5000:
            raise RefusalError("INVALID_REQUEST", "limit이 맞지 않아요.")
        found = list(self.ledger.entries)
        after = query.get("startingAfter")
        if after is not None:
            keys = [entry.transaction_key for entry in found]
            if after not in keys:
                raise RefusalError("INVALID_REQUEST", "startingAfter가 없는 거래예요.")
            found = found[keys.index(after) + 1 :]
        return tuple(
            e
            for e in found
            if begins <= _like(e.at + self._skew, begins) and _like(e.at + self._skew, ends) <= ends
        )[:limit]


def refused(refusal: RefusalError) -> Answer:
    return Answer(refusal.status, _dumps(refusal_json(refusal)))


def _like(at: datetime, other: datetime) -> datetime:
    return at if other.tzinfo is not None else at.replace(tzinfo=None)


def _must(call: Call, method: str, *names: str) -> None:
    if call.method != method:
        raise RefusalError("METHOD_NOT_ALLOWED")
    unknown = call.query.keys() - set(names)
    if unknown:
        raise RefusalError("INVALID_REQUEST", f"모르는 물음이에요: {', '.join(sorted(unknown))}")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
