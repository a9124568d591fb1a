"""What is stored of a channel's time, what the sources say now, and the changes between the two."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import Provenance

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing, SlotListing
    from eats_desktop.domain.schedule import BroadcastId, Confidence, EndKind


@dataclass(frozen=True, slots=True)
class SourceSlot:
    """A slot as one source last listed it, the last time at `seen_at`; its `starts_at` is known."""

    source: str
    slot: SlotListing
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class MergedSlot:
    """One broadcast after all sources were heard; `is_food` None when nothing tells."""

    id: BroadcastId
    ends_at: datetime
    end_kind: EndKind
    title: str | None
    products: tuple[ProductListing, ...]
    source: str
    confidence: Confidence
    is_food: bool | None
    given: Provenance = field(default_factory=Provenance)

    @property
    def authority(self) -> str:
        """The source whose silence may take this off: who sells it, else who lists its time."""
        return self.given.products or self.source


@dataclass(frozen=True, slots=True)
class StoredSlot:
    """A broadcast row: the last merged slot and its life so far.

    `missing_count` counts healthy crawls in a row that omitted it. `moved_to` with `cancelled_at`
    is a broadcast that moved; `moved_to` alone is a key corrected by a better source (the same
    broadcast a few minutes off, or a guide's slot replaced by the seller's): lists leave it out.
    `moved_lineup` is the line-up at `moved_to`.
    """

    slot: MergedSlot
    missing_count: int = 0
    cancelled_at: datetime | None = None
    moved_to: datetime | None = None
    moved_from: datetime | None = None
    moved_lineup: int | None = None


class ChangeKind(enum.StrEnum):
    INSERTED = "inserted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    MISSING = "missing"
    CANCELLED = "cancelled"
    MOVED = "moved"
    CORRECTED = "corrected"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class SlotChange:
    """One row to write; MOVED and CORRECTED mark the old slot of a pair (with `moved_to`).

    `prices_told` False: the prices are remembered from an outdated page, so nobody saw them now.
    """

    kind: ChangeKind
    before: StoredSlot | None
    after: StoredSlot
    prices_told: bool = True
