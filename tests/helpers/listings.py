"""Builders for what sources say and what is stored; every default can be overridden."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from eats_desktop.domain.clock import KST
from eats_desktop.domain.listing import ProductListing, SlotListing
from eats_desktop.domain.reconciliation import MergedSlot, SourceSlot, StoredSlot
from eats_desktop.domain.schedule import (
    BroadcastId,
    Confidence,
    EndKind,
    PriceKind,
    ProductRole,
)

DAY = datetime(2026, 11, 24, tzinfo=KST)


def at(hour, minute=0, day=0):
    return DAY + timedelta(days=day, hours=hour, minutes=minute)


def product(product_id="10000001", name="바다골 손질 고등어 8팩", price=39900, **changes):
    listed = ProductListing(
        source="hmall",
        product_id=product_id,
        raw_name=name,
        name=name,
        role=ProductRole.MAIN,
        price_kind=PriceKind.PRICED,
        list_price_krw=None,
        sale_price_krw=price,
    )
    return replace(listed, **changes)


def slot(starts_at, ends_at=None, *products, channel="hmall", title=None, end_kind=EndKind.GIVEN):
    return SlotListing(channel, starts_at, ends_at, end_kind, title, tuple(products))


def heard(listed, source="hmall", seen_at=DAY):
    return SourceSlot(source, listed, seen_at)


def merged(starts_at, ends_at=None, *products, channel="hmall", **changes):
    value = MergedSlot(
        id=BroadcastId(channel, starts_at),
        ends_at=ends_at or starts_at + timedelta(hours=1),
        end_kind=EndKind.GIVEN,
        title=None,
        products=tuple(products),
        source="hmall" if products else "btv_guide",
        confidence=Confidence.MEDIUM if products else Confidence.LOW,
        is_food=True,
    )
    return replace(value, **changes)


def stored(value, **changes):
    return StoredSlot(value, **changes)
