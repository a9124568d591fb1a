"""SK스토아: today's page only, two line-ups at once (sources document, part 5.5).

`/goods-search/empPriceSearch` is never asked: its `emPrice` may be a members' price, and the page
shows what everyone pays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Comment, Tag

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.fields import read_day
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.html_parts import (
    attribute,
    picture,
    require_whole,
    says_on_air,
    words,
)
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import Price, price
from eats_desktop.sources.slots import calendar_day, close_minute_gaps
from eats_desktop.sources.split_lineups import number_lineups, place_lineups_on_air
from eats_desktop.sources.text import clean, clock_range, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.source_table import SourceRow

CHANNEL = "skstoa"
_BLOCK = "div.list.ga-prd"
_RECOMMENDED = "함께 보면 좋은 상품"
_NIGHT_HOUR = 3


class Skstoa:
    def __init__(self, row: SourceRow) -> None:
        self._row = row
        self.info = row.info("skstoa", version=1)

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        """Return the one task there is: the page takes no date, so that it is the last day's."""
        return [CrawlTask("skstoa", f"{day:%Y%m%d}", CHANNEL, day) for day in days[-1:]]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        day = context.task.day
        if day is None:
            raise ValueError("a day is asked for")
        page = yield self._row.request("list", day=day, code=self._row.channels[CHANNEL])
        return parse(page, context, day)


def parse(page: Page, context: CrawlContext, day: date) -> CrawlResult:
    text = read_html(page, 'class="broadcast', "ga-prd")
    require_whole(text, "html")
    soup = BeautifulSoup(text, "lxml")
    root = soup.select_one("div.broadcast")
    if root is None:
        raise SourceChangedError("H2 div.broadcast 자리가 없어요")
    tally = Tally(r"\d{8}")
    day = _day_shown(soup, context, day, tally)
    blocks = _blocks(root)
    slots = number_lineups(place_lineups_on_air(_slots(blocks, day, tally)))
    tally.judge_prices(amount for block in blocks for amount in _amounts(block))
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (calendar_day(CHANNEL, day),))


def _day_shown(soup: BeautifulSoup, context: CrawlContext, day: date, tally: Tally) -> date:
    """H8: the day marked in the list of days; at night it may still be yesterday."""
    days = [shown for li in soup.select("li[value]") if (shown := read_day(attribute(li, "value")))]
    marked = read_day(attribute(soup.select_one("li[value].on, li[value].active"), "value"))
    allowed = [day]
    if context.now.astimezone(KST).hour < _NIGHT_HOUR and day == korean_day(context.now):
        allowed.append(day - timedelta(days=1))
    if marked is not None:
        tally.require_date([marked], allowed)
        return marked if marked in allowed else day
    if days and day not in days:
        tally.fail("H8", f"{day:%Y-%m-%d} 편성이 없어요")
    elif not days:
        tally.warn("H8", "페이지에 날짜가 없어요")
    return day


def _blocks(root: Tag) -> list[Tag]:
    """Return the blocks of what is aired, without the part that recommends other products."""
    beside = [
        sibling
        for comment in root.find_all(string=lambda part: isinstance(part, Comment))
        if _RECOMMENDED in comment
        for sibling in [comment.find_next_sibling()]
        if isinstance(sibling, Tag)
    ]
    left_out = {id(tag) for part in beside for tag in (part, *part.select(_BLOCK))}
    return [block for block in root.select(_BLOCK) if id(block) not in left_out]


def _slots(blocks: Sequence[Tag], day: date, tally: Tally) -> tuple[SlotListing | None, ...]:
    """A block with a time begins a slot, those without one belong to it."""
    slots: list[SlotListing | None] = []
    for block in blocks:
        tally.seen += 1
        label = block.select_one(".timebox, .time_note")
        shown = clean(words(label))
        found = [_product(tag, block) for tag in block.select("input.ga-prd-data")]
        products = tuple(product for product in found if product is not None)
        if shown:
            slots.append(_started(shown, day, products))
        elif slots and (last := slots[-1]) is not None:
            slots[-1] = replace(last, products=last.products + _aside(last, products))
        tally.read += bool(products) and bool(slots) and slots[-1] is not None
    return tuple(slots)


def _started(shown: str, day: date, products: tuple[ProductListing, ...]) -> SlotListing | None:
    clocks = clock_range(shown)
    times = slot_times(day, *clocks) if clocks else None
    if not products or (times is None and not says_on_air(shown)):
        return None
    starts_at, ends_at = times or (None, None)
    main, *sides = products
    listed = (main, *(replace(side, role=ProductRole.SIDE) for side in sides))
    return SlotListing(CHANNEL, starts_at, ends_at, EndKind.GIVEN, None, listed)


def _aside(slot: SlotListing, products: Sequence[ProductListing]) -> tuple[ProductListing, ...]:
    known = {product.product_id for product in slot.products}
    more = (product for product in products if product.product_id not in known)
    return tuple(replace(product, role=ProductRole.SIDE) for product in more)


def _product(tag: Tag, block: Tag) -> ProductListing | None:
    number = attribute(tag, "p-id")
    image = block.select_one("td.play_area img.lazyload") or block.select_one("img.lazyload")
    return listing(
        "skstoa",
        number,
        attribute(tag, "p-name"),
        _price(*_amounts(block)),
        brand=attribute(tag, "p-brand"),
        image=picture(image),
        link=f"https://www.skstoa.com/display/goods/{number}",
    )


def _amounts(block: Tag) -> tuple[str | None, str | None]:
    """Return the regular price, decimal text at times, and what is shown as the price."""
    regular = attribute(block.select_one("input.ga-prd-data"), "p-price") or None
    box = block.select_one("span.price")
    return regular, words((box.select_one("span") or box) if box is not None else None)


def _price(regular: str | None, shown: str | None) -> Price:
    """What is shown decides; words such as 상담 stand above a number that is not shown."""
    asked = price(None, shown)
    if asked.kind in (PriceKind.PRICED, PriceKind.UNKNOWN):
        return price(regular, shown)
    return asked
