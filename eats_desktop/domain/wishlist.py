"""Wishes: what a shopper hearted and wants to be told about."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.reminder import Owner, OwnerKind

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.schedule import BroadcastId, ProductKey


class WishKind(enum.StrEnum):
    """A broadcast (this airing) or a product (every later airing of it)."""

    BROADCAST = "broadcast"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Wish:
    """One heart (찜). Exactly one of `broadcast_id`, `product` is set, as `kind` says.

    `title` and `headline` are what the shopper saw when hearting: kept for when the catalogue is
    gone, and to notice that another product took the slot. A guide's slot has no headline.
    """

    wish_id: int
    kind: WishKind
    title: str
    created_at: datetime
    broadcast_id: BroadcastId | None = None
    product: ProductKey | None = None
    alarm_on: bool = True
    headline: ProductKey | None = None

    @property
    def owner(self) -> Owner:
        return Owner(OwnerKind.WISH, self.wish_id)
