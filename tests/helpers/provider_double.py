"""The payment provider on loopback with a clock that a test moves, and a merchant who asks it."""

from __future__ import annotations

import base64
import http.client
import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from eats_desktop.demo.provider import ProviderDouble, ScriptedFaults
from eats_desktop.domain.clock import ManualClock
from tests.helpers.listings import at

KEY = "test_sk_eats_loopback"


@contextmanager
def provider(now=None, *, api_key=KEY, skew=timedelta(0), faults=None):
    """A double with scripted `faults`; its `clock` stands still until it is moved."""
    clock = now or ManualClock(at(12))
    with ProviderDouble(clock, api_key, skew, faults or ScriptedFaults()) as double:
        yield double


@dataclass(frozen=True)
class Reply:
    status: int
    json: object


class Merchant:
    """Asks as bare HTTP; what it sends can be wrong in every way."""

    def __init__(self, double, api_key=KEY):
        self._address = double.base_url.removeprefix("http://")
        coded = base64.b64encode(f"{api_key}:".encode()).decode()
        self.headers = {"Authorization": f"Basic {coded}"}

    def __call__(self, method, path, body=None, key=None, **headers):
        sent = {**self.headers, **headers}
        if body is not None:
            sent["Content-Type"] = "application/json"
        if key is not None:
            sent["Idempotency-Key"] = key
        connection = http.client.HTTPConnection(self._address, timeout=10)
        try:
            text = None if body is None else json.dumps(body)
            connection.request(method, path, text, sent)
            answer = connection.getresponse()
            return Reply(answer.status, json.loads(answer.read()))
        finally:
            connection.close()

    def create(self, order_id="order-1", amount=10000, key="k-create", **changes):
        urls = {"successUrl": "https://shop.example/ok", "failUrl": "https://shop.example/no"}
        body = {"orderId": order_id, "amount": amount, "orderName": "들녘 햅쌀 외 1개", **urls}
        return self("POST", "/v1/payments", {**body, **changes}, key)

    def confirm(self, payment, key="k-confirm", **changes):
        body = {
            "paymentKey": payment["paymentKey"],
            "orderId": payment["orderId"],
            "amount": payment["totalAmount"],
        }
        return self("POST", "/v1/payments/confirm", {**body, **changes}, key)

    def cancel(self, payment, key="k-cancel", **body):
        path = f"/v1/payments/{payment['paymentKey']}/cancel"
        return self("POST", path, {"cancelReason": "단순 변심", **body}, key)

    def order(self, order_id="order-1"):
        return self("GET", f"/v1/payments/orders/{order_id}")

    def authorised(self, double, order_id="order-1", **more):
        payment = self.create(order_id, key=f"k-{order_id}", **more).json
        double.ledger.authorise(order_id)
        return payment
