"""Reads what a shopper has at home as it is typed: 삼겹살 600g, 김치 1/4포기, 우유 1L 11/27까지."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.ingredient_line import WATER, Quantity
from eats_desktop.domain.use_up import StockItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.kitchen_units import FoodFactors
    from eats_desktop.domain.pantry import PantryItem

    ReadLine = Callable[[str], IngredientLine]

_BETWEEN = re.compile(r"[\r\n;]|,(?!\d{3}(?!\d))(?![^()]*\))")
_UNTIL = re.compile(
    r"\(?\s*(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<m2>\d{1,2})/(?P<d2>\d{1,2})"
    r"|(?P<m3>\d{1,2})월 ?(?P<d3>\d{1,2})일|(?P<near>오늘|내일|모레))\s*까지\s*\)?"
)
_NEAR = {"오늘": 0, "내일": 1, "모레": 2}
_NUMBER = re.compile(r"\d|[½⅓⅔¼¾]")
_BELOW = re.compile(r"(?:^|[\s가-힣])[-−]\s*\d")
_COUNTERS = ("개", "마리", "모", "알", "대", "포기", "봉지", "장")
"""What a number without a unit counts, the first that the food has a weight for."""

_MOST_COUNTED = 50
_EXAMPLE = "삼겹살 600g, 김치 1/4포기"


class StockReader:
    def __init__(
        self, read_line: ReadLine, factors: Callable[[str], FoodFactors], clock: Clock
    ) -> None:
        self._read_line = read_line
        self._factors = factors
        self._clock = clock

    def items(self, texts: str | Iterable[str]) -> tuple[StockItem, ...]:
        """Read items, of one text those between commas; InputError for an amount that is none.

        An item whose food is not known is told with food None.
        """
        written = (texts,) if isinstance(texts, str) else texts
        parts = [" ".join(part.split()) for text in written for part in _BETWEEN.split(text)]
        items = tuple(self._item(part) for part in parts if part)
        if not items:
            raise InputError(f"집에 있는 재료를 적어 주세요 (예: {_EXAMPLE})")
        return items

    def of_pantry(self, items: Iterable[PantryItem]) -> tuple[StockItem, ...]:
        return tuple(
            StockItem(item.name, item.food, self._with_unit(item.food, item.quantity), item.use_by)
            for item in items
        )

    def name(self, item: StockItem) -> str:
        """Return what an item is called, without its amount."""
        return self._read_line(_UNTIL.sub(" ", item.text)).name

    def _item(self, text: str) -> StockItem:
        until = _UNTIL.search(text)
        rest = text if until is None else f"{text[: until.start()]} {text[until.end() :]}".strip()
        line = self._read_line(rest)
        if not line.name.strip():
            raise InputError(f"재료 이름이 없어요: {text} (예: {_EXAMPLE})")
        self._check(text, rest, line)
        food = None if line.food == WATER else line.food
        use_by = None if until is None else self._day(until, text)
        if food is None or line.quantity is None:
            return StockItem(text, food, line.quantity, use_by)
        return StockItem(text, food, self._counted(text, food, line), use_by)

    def _check(self, text: str, rest: str, line: IngredientLine) -> None:
        """Refuse a known food beside a number that is no amount: 감자 0g, 감자 -2개, 감자 3박스."""
        head = rest[: match.start()].strip(" -−") if (match := _NUMBER.search(rest)) else ""
        is_known = bool(head) and self._read_line(head).food is not None
        if _BELOW.search(rest) or (is_known and line.food is None):
            raise InputError(
                f"양을 읽지 못했어요: {text} (예: {head or '감자'} 300g, 2개, 1/2봉지)"
            )

    def _counted(self, text: str, food: str, line: IngredientLine) -> Quantity | None:
        """Return the amount; a bare number counts pieces, or stands beside the same with a unit."""
        quantity = line.quantity
        if quantity is None or quantity.unit is not None:
            return quantity
        if line.also is not None and line.also.unit is not None:
            return line.also
        if quantity.high >= _MOST_COUNTED:
            raise InputError(f"단위를 적어 주세요: {text} (g, ml, 개 …)")
        return self._with_unit(food, quantity)

    def _with_unit(self, food: str | None, quantity: Quantity | None) -> Quantity | None:
        """A bare number counts pieces of the food."""
        if quantity is None or quantity.unit is not None or food is None:
            return quantity
        pieces = self._factors(food).pieces
        unit = next((unit for unit in _COUNTERS if unit in pieces), _COUNTERS[0])
        return replace(quantity, unit=unit)

    def _day(self, until: re.Match[str], text: str) -> date:
        today = korean_day(self._clock.now())
        if until["near"] is not None:
            return today + timedelta(days=_NEAR[until["near"]])
        month, day = (int(until[k] or until[f"{k}2"] or until[f"{k}3"]) for k in ("m", "d"))
        try:
            if until["y"] is not None:
                return date(int(until["y"]), month, day)
            found = date(today.year, month, day)
            half_a_year = timedelta(days=182)
            return found if found >= today - half_a_year else date(today.year + 1, month, day)
        except ValueError as exc:
            raise InputError(f"없는 날짜예요: {text}") from exc
