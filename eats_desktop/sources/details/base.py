"""The contract of a seller's product page: what is requested, what its bytes say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.product_detail import ProductDetail

if TYPE_CHECKING:
    from eats_desktop.domain.listing import ParseReport
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.sources.base import Page, PageRequest


@dataclass(frozen=True, slots=True)
class DetailReading:
    """What a product page said, and how well it could be read."""

    detail: ProductDetail
    report: ParseReport


class DetailSource(Protocol):
    """Stateless reader of one seller's product pages; pure like the list adapters."""

    @property
    def name(self) -> str:
        """As in settings: [sources.<name>]."""

    @property
    def experimental(self) -> bool:
        """Whether its address was never seen to work; such pages are asked for only on demand."""

    @property
    def min_interval_s(self) -> float: ...

    def request(self, product_id: str) -> PageRequest: ...

    def parse(self, page: Page, product_id: str) -> DetailReading:
        """Read a page; SourceChangedError when it cannot be the page of a product."""

    def more_pictures(self, product_id: str) -> PageRequest | None:
        """Return where the description stands when it is a page of its own."""

    def with_description(self, reading: DetailReading, page: Page) -> DetailReading:
        """Add the pictures and facts of the description page."""


class OnePage:
    """What readers share whose product page says everything."""

    def more_pictures(self, product_id: str) -> PageRequest | None:  # noqa: ARG002  the contract
        return None

    def with_description(self, reading: DetailReading, page: Page) -> DetailReading:  # noqa: ARG002
        return reading


def ended(key: ProductKey, page: Page, report: ParseReport) -> DetailReading:
    """Return the reading of a page that says the sale is over."""
    return DetailReading(ProductDetail(key, page.fetched_at, is_ended=True), report)


