"""The contract of a seller's product page: what is requested, what its bytes say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sources.health import read_html
from eats_desktop.sources.text import clean, decode

if TYPE_CHECKING:
    from eats_desktop.domain.listing import ParseReport
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.sources.base import Page, PageRequest
    from eats_desktop.sources.health import Tally
    from eats_desktop.sources.source_table import SourceRow


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


_OVER = (
    r"판매(?:가|기간이|이)?\s*(?:종료|중지|중단)|(?:존재하지|판매하지|판매되지)\s*않는\s*상품"
    r"|삭제된\s*상품|없는\s*상품|상품이\s*(?:없습니다|존재하지)"
)
_SAYS_OVER = re.compile(_OVER)
_ALERT = re.compile(rf"alert\(\s*['\"][^'\"]*(?:{_OVER})")
_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_NOTICE_CHARACTERS = 2000
"""A page that only says that the sale is over has little more to say."""


class SellerPages:
    """What readers share: the row of the source table that says where product pages are."""

    def __init__(self, row: SourceRow) -> None:
        self._row = row
        self.min_interval_s = row.min_interval_s

    def request(self, product_id: str) -> PageRequest:
        return self._row.request("detail", id=product_id)


class OnePage(SellerPages):
    """What readers share whose product page says everything."""

    def more_pictures(self, product_id: str) -> PageRequest | None:  # noqa: ARG002  the contract
        return None

    def with_description(self, reading: DetailReading, page: Page) -> DetailReading:  # noqa: ARG002
        return reading


def product_page(page: Page, container: str) -> str | None:
    """Return the text of a page that mentions `container`; None when it says the sale is over.

    Raises SourceChangedError and its kin for any other page (H2, H11).
    """
    text = decode(page.body)
    return None if container not in text and says_over(text) else read_html(page, container)


def says_over(text: str) -> bool:
    """Tell whether a page is the notice that a product is no longer sold.

    A whole page may carry those words hidden, so that only a short one, or an alert, is believed.
    """
    if _ALERT.search(text):
        return True
    shown = clean(_TAG.sub(" ", _CODE.sub(" ", text)))
    return len(shown) <= _NOTICE_CHARACTERS and _SAYS_OVER.search(shown) is not None


def require_something(detail: ProductDetail) -> ProductDetail:
    """Refuse a page without price and facts: its parts have other names now (H2).

    Its picture for sharing stands outside of them and outlives such a change.
    """
    if detail.price_kind is PriceKind.UNKNOWN and not detail.facts:
        raise SourceChangedError("H2 상품 페이지에서 가격도 표기정보도 읽지 못했어요")
    return detail


def ended(key: ProductKey, page: Page, tally: Tally) -> DetailReading:
    """Return the reading of a page that says the sale is over: that is all it has to say."""
    tally.read = tally.seen
    return DetailReading(ProductDetail(key, page.fetched_at, is_ended=True), tally.report())
