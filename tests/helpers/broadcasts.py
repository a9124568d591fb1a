"""Builders for what the schedule says, and a schedule in memory that a test can change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from eats_desktop.domain.schedule import (
    Broadcast,
    BroadcastId,
    BroadcastProduct,
    Channel,
    Confidence,
    EndKind,
    PriceKind,
    ProductKey,
    ProductRole,
)
from tests.helpers.listings import DAY, at

MACKEREL = ProductKey("hmall", "10000001")


def broadcast(
    starts_at,
    minutes=60,
    *,
    channel="hmall",
    product=MACKEREL,
    name="바다골 손질 고등어",
    **changes,
):
    value = Broadcast(
        id=BroadcastId(channel, starts_at),
        channel=Channel(channel, 12, "한가람쇼핑"),
        ends_at=starts_at + timedelta(minutes=minutes),
        end_kind=EndKind.GIVEN,
        title=None,
        products=(_product(product, name),),
        source=product.source,
        confidence=Confidence.MEDIUM,
        seen_at=DAY,
        is_food=True,
    )
    return replace(value, **changes)


def _product(key, name):
    return BroadcastProduct(
        source=key.source,
        product_id=key.product_id,
        name=name,
        role=ProductRole.MAIN,
        price_kind=PriceKind.PRICED,
        list_price_krw=49900,
        sale_price_krw=39900,
        is_food=True,
    )


class Schedule:
    """A schedule store in memory; `put` is what a synchronisation would have written."""

    def __init__(self, *broadcasts):
        self._known = {}
        self.put(*broadcasts)

    def put(self, *broadcasts):
        self._known |= {b.id: b for b in broadcasts}

    def move(self, old, new, moved_at):
        """What reconciliation writes of a broadcast found at another time."""
        self.put(
            replace(old, cancelled_at=moved_at, moved_to=new.starts_at),
            replace(new, moved_from=old.starts_at),
        )

    def correct(self, old, new):
        """What reconciliation writes of a start that was a few minutes off."""
        self.put(replace(old, moved_to=new.starts_at), new)

    def broadcast(self, broadcast_id):
        return self._known.get(broadcast_id)

    def airings(self, product, begins, ends):
        return tuple(
            b
            for b in sorted(self._known.values(), key=lambda b: b.starts_at)
            if begins <= b.starts_at < ends
            and any(p.key == product for p in b.products)
            and (b.moved_to is None or b.cancelled_at is not None)
        )


__all__ = ["DAY", "MACKEREL", "Schedule", "at", "broadcast"]
