"""What one source says: slots and products as listed on a page, before merging and storing."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole


@dataclass(frozen=True, slots=True)
class ProductListing:
    """A product as one page lists it.

    `raw_name` is kept as read, `name` is cleaned text (NFC, single blanks); ids are text; a price
    that is zero, absent or words is None with its `price_kind`. `conditional_price_krw` is what it
    costs under the `price_condition` (words of a shopper: "쿠폰 10,000원을 쓰면"); it is lower than
    the sale price and never part of it.
    """

    source: str
    product_id: str
    raw_name: str
    name: str
    role: ProductRole
    price_kind: PriceKind
    list_price_krw: int | None = None
    sale_price_krw: int | None = None
    brand: str | None = None
    thumbnail_url: str | None = None
    product_url: str | None = None
    category: str | None = None
    conditional_price_krw: int | None = None
    price_condition: str | None = None


@dataclass(frozen=True, slots=True)
class SlotListing:
    """A slot as one page lists it.

    `starts_at` is None only for an on-air item whose clock the page hides and no neighbour gives;
    the stored slot that is on air then keeps its start. `ends_at` is None when nothing gives it.
    """

    channel_id: str
    starts_at: datetime | None
    ends_at: datetime | None
    end_kind: EndKind
    title: str | None = None
    products: tuple[ProductListing, ...] = ()
    lineup: int = 1


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one channel's time [starts_at, ends_at) that a page speaks for."""

    channel_id: str
    starts_at: datetime
    ends_at: datetime


class Severity(enum.StrEnum):
    INFO = "info"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a health check H1…H12 (sources document, part 12)."""

    code: str
    severity: Severity
    detail: str


@dataclass(frozen=True, slots=True)
class ParseReport:
    """How a parse went: items on the page, items read completely, findings, schema fingerprint."""

    items_seen: int = 0
    items_read: int = 0
    findings: tuple[Finding, ...] = ()
    fingerprint: str = ""

    @property
    def failed(self) -> bool:
        return any(finding.severity is Severity.FAIL for finding in self.findings)

    def worst(self) -> str:
        """Return the failing findings as one line, empty when healthy."""
        return "; ".join(
            f"{finding.code} {finding.detail}"
            for finding in self.findings
            if finding.severity is Severity.FAIL
        )


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What one crawl task brought: slots for its windows, mall products, channel numbers.

    `is_part`: not all was asked for; such a result is looked at, never stored.
    """

    report: ParseReport
    slots: tuple[SlotListing, ...] = ()
    windows: tuple[Window, ...] = ()
    products: tuple[ProductListing, ...] = ()
    channel_numbers: dict[str, int] = field(default_factory=dict)
    is_part: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether it speaks for nothing: no stretch of time, no product, no channel."""
        return not (self.windows or self.slots or self.products or self.channel_numbers)
