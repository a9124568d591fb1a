"""The provider on 127.0.0.1 and a free port, with its faults, its customer and its clock."""

from __future__ import annotations

import contextlib
import enum
import json
import logging
import socket
import threading
from collections import Counter
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qsl, urlsplit

from eats_desktop.demo.closing_server import ClosingServer
from eats_desktop.demo.provider.faults import Fault, FaultKind, NoFaults, Operation
from eats_desktop.demo.provider.idempotency import Answer
from eats_desktop.demo.provider.ledger import Ledger
from eats_desktop.demo.provider.refusals import RefusalError
from eats_desktop.demo.provider.toss import Call, Task, TossApi, refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.demo.provider.faults import Faults
    from eats_desktop.domain.clock import Clock

_NONE = timedelta(0)
_log = logging.getLogger(__name__)
_HTML = Answer(502, "<html><body>Bad Gateway</body></html>")
_NOWHERE = Answer(404, "<html><body>Not Found</body></html>")
_UNDONE = frozenset(
    {
        FaultKind.DROP_UNDONE,
        FaultKind.ERROR_UNDONE,
        FaultKind.HTML_UNDONE,
        FaultKind.STALL_UNDONE,
        FaultKind.BUSY,
        FaultKind.OPERATOR,
        FaultKind.NOWHERE_UNDONE,
    }
)
_SILENT = frozenset(
    {
        FaultKind.DROP_UNDONE,
        FaultKind.DROP_DONE,
        FaultKind.STALL_UNDONE,
        FaultKind.STALL_DONE,
        FaultKind.LATE,
    }
)
_STALLS = frozenset({FaultKind.STALL_UNDONE, FaultKind.STALL_DONE})


class Moment(enum.StrEnum):
    """Where a request stands: read, done in the books, answered."""

    RECEIVED = "received"
    DONE = "done"
    ANSWERED = "answered"


class ProviderDouble:
    """A context manager; `ledger` holds the truth and is the customer's door as well.

    `watch` is called at every moment of every request about an order, on the server's thread.
    """

    def __init__(
        self,
        clock: Clock,
        api_key: str | None,
        skew: timedelta = _NONE,
        faults: Faults | None = None,
    ) -> None:
        self.clock = clock
        self.ledger = Ledger(clock.now)
        self.api = TossApi(self.ledger, clock.now, api_key, skew)
        self.faults: Faults = faults or NoFaults()
        self.watch: Callable[[Moment, Operation, str], None] | None = None
        self.asked: Counter[tuple[Operation, int]] = Counter()
        """How many requests ended with which status; 0 where the line was cut."""
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self.api.base_url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="provider", daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.end()
            self._server = None

    @property
    def base_url(self) -> str:
        return self.api.base_url

    def respond(self, call: Call, wait_for_hang_up: Callable[[], None]) -> Answer | None:
        """Return the answer, None to hang up without one."""
        try:
            task = self.api.understand(call)
        except RefusalError as refusal:
            return refused(refusal)
        fault = self.faults.next(task.operation, task.order_id)
        self._tell(Moment.RECEIVED, task)
        if fault.kind in _STALLS:
            wait_for_hang_up()
        answer = self._answer(task, fault)
        self._tell(Moment.DONE, task)
        silent = fault.kind in _SILENT
        self.asked[task.operation, 0 if silent else answer.status] += 1
        return None if silent else answer

    def answered(self, call: Call) -> None:
        with contextlib.suppress(RefusalError):
            self._tell(Moment.ANSWERED, self.api.understand(call))

    def _tell(self, moment: Moment, task: Task) -> None:
        if self.watch is not None:
            self.watch(moment, task.operation, task.order_id)

    def _answer(self, task: Task, fault: Fault) -> Answer:
        kind = fault.kind
        try:
            if kind in _UNDONE:
                self.ledger.touch(task.order_id)
                return _undone(fault)
            if task.operation is Operation.CONFIRM and kind is FaultKind.REFUSED:
                return self.api.refuse(task, fault.code)
            if task.operation is Operation.CONFIRM and kind is FaultKind.LATE:
                self.api.hold(task, fault.requests)
                return _HTML
            answer = self.api.answer(task)
        except RefusalError as refusal:
            return refused(refusal)
        return _spoilt(fault, answer)


def _undone(fault: Fault) -> Answer:
    if fault.kind is FaultKind.BUSY:
        return refused(RefusalError("IDEMPOTENT_REQUEST_PROCESSING"))
    if fault.code:
        return refused(RefusalError(fault.code))
    return _NOWHERE if fault.kind is FaultKind.NOWHERE_UNDONE else _HTML


def _spoilt(fault: Fault, answer: Answer) -> Answer:
    match fault.kind:
        case FaultKind.ERROR_DONE:
            return refused(RefusalError(fault.code or "FAILED_INTERNAL_SYSTEM_PROCESSING"))
        case FaultKind.GARBLED_DONE:
            return Answer(200, f"<!-- {answer.body[:40]}")
        case FaultKind.TORN_DONE:
            return Answer(answer.status, answer.body[: len(answer.body) // 2])
        case FaultKind.MISSTATED_DONE:
            return _changed(answer, status="READY")
        case FaultKind.FOREIGN_DONE:
            return _changed(answer, orderId="other-order", paymentKey="tpk_other", status="EXPIRED")
    return answer


def _changed(answer: Answer, **fields: str) -> Answer:
    found = json.loads(answer.body)
    if answer.status != 200 or not isinstance(found, dict):
        return answer
    return Answer(200, json.dumps(found | fields, ensure_ascii=False))


class _Server(ClosingServer):
    def __init__(self, double: ProviderDouble) -> None:
        super().__init__(_Handler)
        self.double = double


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def _respond(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        parts = urlsplit(self.path)
        call = Call(
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length) if length else None,
        )
        answer = self.server.double.respond(call, self._wait_for_hang_up)
        if answer is None:
            self.close_connection = True
            return
        body = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json;charset=UTF-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.double.answered(call)

    def do_GET(self) -> None:
        self._respond()

    def do_POST(self) -> None:
        self._respond()

    def do_PUT(self) -> None:
        self._respond()

    def do_DELETE(self) -> None:
        self._respond()

    def _wait_for_hang_up(self) -> None:
        with contextlib.suppress(OSError):
            while self.connection.recv(1, socket.MSG_PEEK):
                pass

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's name
        _log.debug(format, *args)
