"""A home with a full cart, one or more programs on it, and the provider's double they pay at."""

from __future__ import annotations

import os
import random
import uuid
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from eats_desktop.app.bench.paying.homes import API_KEY, fill_cart, opened, toss_settings
from eats_desktop.app.bench.paying.verdict import Promises, judge
from eats_desktop.domain.order import PaymentWay
from tests.helpers.provider_double import provider


@dataclass
class Paying:
    """A home with a full cart, the programs on it, and its provider."""

    double: object
    boxes: list
    put_in: object

    @property
    def checkout(self):
        return self.boxes[0].purchases.checkout

    def begin(self, box=0):
        purchases = self.boxes[box].purchases
        slip = purchases.orders.slip()
        return purchases.checkout.begin(slip, PaymentWay.TOSS, consented=True)

    def agreed(self):
        """A payment whose customer has agreed at the provider's page; nothing is taken yet."""
        payment = self.begin()
        self.checkout.advance(payment.payment_id)
        assert self.double.ledger.authorise(payment.wire_id)
        return payment

    def verdict(self):
        """What the proof says of this home."""
        return judge(self.boxes[0], self.double.ledger, Promises(self.put_in)).violations

    def order(self, payment):
        return self.boxes[0].purchases.orders.order(payment.order_no)


@contextmanager
def paying(homes, programs=1, **double_s):
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {"EATS_TOSS_KEY": API_KEY}))
        double = stack.enter_context(provider(api_key=API_KEY, **double_s))
        home = homes.fresh(uuid.uuid4().hex, toss_settings(double.base_url))
        boxes = [opened(home, double.clock) for _ in range(programs)]
        for box in boxes:
            stack.callback(box.close)
        yield Paying(double, boxes, fill_cart(boxes[0], random.Random(1)))
