"""Health checks of one parse (sources document, part 12); checks with memory live in sync."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import (
    SourceBlockedError,
    SourceChangedError,
    SourceUnavailableError,
)
from eats_desktop.domain.listing import Finding, ParseReport, Severity
from eats_desktop.domain.schedule import PriceKind, ProductRole
from eats_desktop.sources.prices import is_slip
from eats_desktop.sources.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from eats_desktop.domain.listing import ProductListing, SlotListing
    from eats_desktop.sources.base import CrawlContext, Page

_CLOSED = ("점검 중", "점검중", "점검시간", "접속자가 많아", "대기 중입니다")
_REFUSED = ("Access Denied", "captcha", "비정상적인 접근")
_SHELL = re.compile(r"<div id=\"(?:app|root|__next)\">\s*</div>")
_YIELD_WARN, _YIELD_FAIL = 0.95, 0.80
_PRICELESS = 0.25
_REPEATED = 0.9
_FEW = 8
_FIRST = 5
_BORNE = 0.02


def read_json(page: Page) -> Any:
    """Return the JSON of a page; name what stands there instead (H1, H11)."""
    text = decode(page.body)
    try:
        return json.loads(text)
    except ValueError as exc:
        _name_interstitial(text)
        raise SourceChangedError("H1 JSON이 아니에요") from exc


def read_xml(page: Page, container: str) -> str:
    """Return the text of an XML page that must mention `container` and declares no entities."""
    text = read_html(page, container)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise SourceChangedError("H1 XML이 스스로 뜻을 정한 말을 써요")
    return text


def read_html(page: Page, *containers: str) -> str:
    """Return the text of an HTML page that must mention one of `containers` (H2, H11)."""
    text = decode(page.body)
    if any(container in text for container in containers):
        return text
    _name_interstitial(text)
    raise SourceChangedError(f"H2 {containers[0]} 자리가 없어요")


def _name_interstitial(text: str) -> None:
    head = text[:20_000]
    if any(word in head for word in _CLOSED):
        raise SourceUnavailableError("H11 사이트가 점검 중이에요")
    if any(word in head for word in _REFUSED):
        raise SourceBlockedError("H11 접근을 막는 화면이 왔어요")
    if _SHELL.search(head):
        raise SourceChangedError("H11 내용 없는 껍데기 화면이 왔어요")


@dataclass(frozen=True, slots=True)
class Keys:
    """Names that the rows of one kind carry: those a parser cannot do without, and the others."""

    required: frozenset[str]
    others: frozenset[str] = frozenset()


def keys(required: str, others: str = "") -> Keys:
    """Make Keys of two lists of names divided by blanks."""
    return Keys(frozenset(required.split()), frozenset(others.split()))


@dataclass(slots=True)
class Tally:
    """Counts what a parse saw and read, and becomes its report."""

    id_pattern: str
    seen: int = 0
    read: int = 0
    findings: list[Finding] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    priceless: bool = False
    """The page of the prices did not come: that there are none says nothing of this one."""

    def fail(self, code: str, detail: str) -> None:
        self.findings.append(Finding(code, Severity.FAIL, detail))

    def warn(self, code: str, detail: str) -> None:
        self.findings.append(Finding(code, Severity.WARN, detail))

    def info(self, code: str, detail: str) -> None:
        self.findings.append(Finding(code, Severity.INFO, detail))

    def go_without_prices(self, detail: str) -> None:
        """H6: say that prices are missing today, and judge the rest without them."""
        self.warn("H6", detail)
        self.priceless = True

    def judge_keys(self, rows: Iterable[Iterable[str]], expected: Keys) -> None:
        """H9 on the first rows: what the parser needs may be empty but not gone, news is noted.

        No row, no finding: an empty page is H2's to judge.
        """
        first = [frozenset(row) for row in islice(rows, _FIRST)]
        seen = frozenset[str]().union(*first)
        self.names |= seen
        gone = sorted(expected.required - seen) if first else []
        new = sorted(seen - expected.required - expected.others)
        if gone:
            self.fail("H9", f"없어진 항목: {', '.join(gone)}")
        if new:
            self.info("H9", f"새 항목: {', '.join(new)}")

    def judge_prices(self, values: Iterable[str | float | None]) -> None:
        """H6: numbers that cannot be prices are left out, so that known prices stay (SRC-02)."""
        if any(is_slip(value) for value in values):
            self.warn("H6", "있을 수 없는 가격은 쓰지 않았어요")

    def report(self) -> ParseReport:
        self._judge_yield()
        fingerprint = hashlib.sha256(" ".join(sorted(self.names)).encode()).hexdigest()[:16]
        return ParseReport(self.seen, self.read, tuple(self.findings), fingerprint)

    def _judge_yield(self) -> None:
        if not self.seen:
            return
        share = self.read / self.seen
        detail = f"{self.seen}개 중 {self.read}개만 읽었어요"
        if share < _YIELD_FAIL:
            self.fail("H3", detail)
        elif share < _YIELD_WARN:
            self.warn("H3", detail)

    def judge_day(self, slots: Sequence[SlotListing], context: CrawlContext) -> None:
        """H2 for a near day, H6 for prices, H7 for ids."""
        if not slots and self._is_near(context):
            self.fail("H2", "가까운 날인데 방송이 하나도 없어요")
        self.judge_products([p for slot in slots for p in slot.products])
        self._judge_repeated(slots)
        keys = Counter((slot.channel_id, slot.starts_at, slot.lineup) for slot in slots)
        doubled = sum(1 for count in keys.values() if count > 1)
        if doubled:
            self.warn("H7", f"같은 시각 방송이 {doubled}번 겹쳐요")

    def judge_products(self, products: Sequence[ProductListing]) -> None:
        if not products:
            return
        odd = [p.product_id for p in products if not re.fullmatch(self.id_pattern, p.product_id)]
        if len(odd) > len(products) * _BORNE:
            self.fail("H7", f"상품 번호 꼴이 달라요: {odd[0]}")
        strange = sum(
            1 for p in products if not (p.thumbnail_url or "https://").startswith("https://")
        )
        if strange > len(products) * _BORNE:
            self.warn("H7", f"사진 주소 {strange}개를 쓸 수 없어요")
        self._judge_priced([p for p in products if p.role is ProductRole.MAIN])

    def _judge_priced(self, mains: Sequence[ProductListing]) -> None:
        """Judge by what leads its slot: what is sold beside it often has no price of its own.

        A few products may all be sold by consultation.
        """
        priced = sum(1 for p in mains if p.price_kind is PriceKind.PRICED)
        if self.priceless or len(mains) < _FEW:
            return
        if not priced:
            self.fail("H6", "가격이 하나도 없어요")
        elif priced < len(mains) * (1 - _PRICELESS):
            self.warn("H6", f"가격 없는 상품이 {len(mains) - priced}개예요")

    def _judge_repeated(self, slots: Sequence[SlotListing]) -> None:
        """H6: where nearly every side costs what its main costs, sides show no price of their own.

        One slot may well sell variants at one price, so slots are counted.
        """
        priced = [[p for p in slot.products if p.price_kind is PriceKind.PRICED] for slot in slots]
        wide = [{p.sale_price_krw for p in products} for products in priced if len(products) > 1]
        same = sum(1 for prices in wide if len(prices) == 1)
        if len(wide) >= _FEW and same > len(wide) * _REPEATED:
            self.warn("H6", f"방송 {same}개에서 함께 파는 상품의 가격이 모두 같아요")

    @staticmethod
    def _is_near(context: CrawlContext) -> bool:
        day = context.task.day
        today = korean_day(context.now)
        return day is not None and today <= day <= today + timedelta(days=1)

    def require_date(self, shown: Iterable[date], wanted: Sequence[date]) -> None:
        """H8: the page's own dates must be the requested ones."""
        strange = sorted({day for day in shown if day not in wanted})
        if strange:
            self.fail("H8", f"다른 날짜가 왔어요: {strange[0]:%Y-%m-%d}")
