"""Finds the amounts in one line of ingredients: numbers, ranges, Korean numerals, units."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.ingredient_line import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.domain.kitchen_units import KitchenUnits

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_BULLETS = re.compile("[①-⓿❶-➓]")
_VULGAR = re.compile("(?<=[0-9])([¼½¾⅐-⅞])")
_SPOON = re.compile(r"(큰|작은|밥|차|찻|티) (술|스푼|숟가락|숟갈|수저)")
_HALF = Fraction(1, 2)
_KOREAN: dict[str, tuple[int | Fraction, int | Fraction]] = {
    "한두": (1, 2),
    "두세": (2, 3),
    "두서너": (2, 4),
    "서너": (3, 4),
    "너댓": (4, 5),
    "네댓": (4, 5),
    "대여섯": (5, 6),
    "한": (1, 1),
    "하나": (1, 1),
    "두": (2, 2),
    "둘": (2, 2),
    "세": (3, 3),
    "네": (4, 4),
    "다섯": (5, 5),
    "여섯": (6, 6),
    "일곱": (7, 7),
    "여덟": (8, 8),
    "아홉": (9, 9),
    "열": (10, 10),
    "스무": (20, 20),
    "반": (_HALF, _HALF),
}
_WHOLE = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}"
_PART = r"\d{1,4}\s*/\s*\d{1,4}"
_NUMBER = (
    rf"(?:(?:{_WHOLE})\s*(?:와|과|\+|\s)\s*{_PART}|{_PART}"
    rf"|(?:{_WHOLE})\.\d{{1,3}}|(?:{_WHOLE}))"
)
_AMOUNT = re.compile(
    rf"(?:(?<![가-힣])(?:약|대략|총|각각|각)\s*)?(?<![\d./])"
    rf"(?P<low>{_NUMBER})(?:\s*(?P<first>[A-Za-z가-힣]{{0,4}}?)\s*[~\-–—∼〜]\s*(?P<high>{_NUMBER}))?"
    r"\s*(?:여 ?)?(?P<word>[A-Za-z가-힣]*)(?P<half>\s*반(?![가-힣]))?"
)
_SPOKEN = re.compile(
    r"(?:(?<=[\s)])|^)(?:약\s*)?(?P<low>" + "|".join(sorted(_KOREAN, key=len, reverse=True)) + r")"
    r"\s*(?P<word>[A-Za-z가-힣]+)(?P<half>\s*반(?![가-힣]))?"
)
_TAILS = re.compile(
    r"(?:정도|씩|분량|가량|쯤|내외|이상|이하|남짓|짜리|크기|수북이|수북히|듬뿍|만|분|량|가득|넘게|과|와)+$"
)
_MIXED = re.compile(rf"({_WHOLE})\s*(?:와|과|\+|\s)\s*(\d+)\s*/\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and the place in the text it was read from."""

    quantity: Quantity
    start: int
    end: int


def plain(text: str) -> str:
    """Return the text with one way of writing digits, fractions and blanks."""
    spaced = _VULGAR.sub(r" \1", _BULLETS.sub(" ", _BREAK.sub(" ", text)))
    words = unicodedata.normalize("NFKC", spaced).replace("⁄", "/").split()
    return _SPOON.sub(r"\1\2", " ".join(words))


class AmountFinder:
    """Reads amounts in the units it is given."""

    def __init__(self, units: KitchenUnits) -> None:
        self._names = units.names
        self._volumes = units.volume

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the amounts of a plain text in order; a bare number counts only at its end."""
        found = sorted((*self._written(text), *self._spoken(text)), key=lambda one: one.start)
        apart: list[Found] = []
        for one in found:
            if apart and one.start < apart[-1].end:
                continue
            summed = self._sum(text, apart[-1], one) if apart else None
            if summed is None:
                apart.append(one)
            else:
                apart[-1] = summed
        return tuple(apart)

    def _sum(self, text: str, first: Found, more: Found) -> Found | None:
        """Return one amount for 1컵과 2큰술 and 1컵+2큰술."""
        joined = text[first.end - 1 : more.start].strip()
        one, other = first.quantity, more.quantity
        if joined[-1:] not in ("과", "와", "+") or one.unit is None or other.unit is None:
            return None
        if one.unit not in self._volumes or other.unit not in self._volumes:
            return None
        share = self._volumes[other.unit] / self._volumes[one.unit]
        total = Quantity(one.low + other.low * share, one.high + other.high * share, one.unit)
        return Found(total, first.start, more.end)

    def _written(self, text: str) -> Iterator[Found]:
        for match in _AMOUNT.finditer(text):
            low, high = _number(match["low"]), _number(match["high"] or match["low"])
            if low is None or high is None or not 0 < low <= high:
                continue
            if match["first"] and match["first"] not in self._names:
                continue
            unit, half = self._unit(match["word"])
            if unit is None and not self._stands_bare(text, match):
                continue
            more = _HALF if half or match["half"] else Fraction(0)
            yield Found(Quantity(low + more, high + more, unit), match.start(), match.end())

    def _spoken(self, text: str) -> Iterator[Found]:
        for match in _SPOKEN.finditer(text):
            unit, half = self._unit(match["word"])
            if unit is None:
                continue
            low, high = _KOREAN[match["low"]]
            more = _HALF if half or match["half"] else Fraction(0)
            yield Found(Quantity(low + more, high + more, unit), match.start(), match.end())

    def _stands_bare(self, text: str, match: re.Match[str]) -> bool:
        """A number without unit ends the text (마늘 5), a stray % or 년산 after it does not."""
        if match["word"] and not _TAILS.fullmatch(match["word"]):
            return False
        return match.end() == len(text) and match.start() > 0

    def _unit(self, word: str) -> tuple[str | None, bool]:
        """Return the unit a word is (정도, 씩 may follow it), and whether half of it is added."""
        half = word.endswith("반") and len(word) > 1
        core = word[:-1] if half else word
        for candidate in (core, _TAILS.sub("", core)):
            unit = self._names.get(candidate)
            if unit is None and len(candidate) > 1:
                unit = self._names.get(candidate.lower())
            if unit is not None:
                return unit, half
        return None, False


def _number(text: str) -> Fraction | None:
    """Read 1/2, 1.5, 1,200, 2와1/2; None when it divides by zero."""
    mixed = _MIXED.fullmatch(text)
    try:
        if mixed is not None:
            return Fraction(mixed[1].replace(",", "")) + Fraction(int(mixed[2]), int(mixed[3]))
        return Fraction(re.sub(r"[\s,]", "", text))
    except ZeroDivisionError:
        return None
