"""Reads lines of ingredients as people write them ("다진 마늘 1큰술", "무 1/4개(200g)")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.classify.ingredient_amount import AmountFinder, plain
from eats_desktop.classify.names import normalised
from eats_desktop.domain.ingredient_line import WATER, IngredientLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.classify.ingredient_amount import Found
    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.ingredient_line import Quantity

_VAGUE = re.compile(
    r"(?:(?:(?<=[가-힣\s])|^)(?:약간|적당량|적당히|적정량|적량|조금|소량)"
    r"|(?:(?<=\s)|^)(?:쪼금|적당|톡톡톡?|톡|솔솔|탈탈|팍팍|넉넉히|넉넉하게|듬뿍|많이|양껏|살짝"
    r"|알맞게|기호껏|기호|취향[껏것]|(?:기호|취향)에 ?(?:따라|맞게)|입맛에 ?맞게|입맛대로"
    r"|취향대로|간맞추기|(?:원하는|먹을|먹고 ?싶은|넣고 ?싶은) ?만큼))"
    r"(?:씩|만|만큼|정도)?$"
)
_PARTS = re.compile(
    "(다진|깐|삶은|데친|불린|말린|간|채썬|썬|큰|작은|중간|손질된|흰|푸른|초록) "
    "(것|거|부분|크기)(?= |$)"
)
_BRACKET = re.compile(r"\(([^()]*)\)?")
_HEADING = re.compile(r"\[([^\[\]]{1,40})\]")
_TITLE = re.compile(
    r"\s*(?P<bullet>[●•○■▶▷◆*-]?)\s*(?P<title>[^:>()\d]{1,20}?)\s*[:>](?P<rest>.*)", re.DOTALL
)
_ASIDES = re.compile(r",(?!\d{3}(?!\d))")
_BARS = re.compile(r"[|\n\r\a]+")
_COMMAS = re.compile(r"(?:[|\n\r\a]|,(?!\d{3}(?!\d)))(?![^()]*\))")
_STAND_IN = "재료"
_REMEMBERED = 1 << 14
_EDGES = " \t,.:;·ㆍ•●■-–*/+~=&"


READING = "1"
"""Counts up when lines are read in another way, so that stored lines are read again."""


class _Name(NamedTuple):
    words: str
    forms: tuple[str, ...]
    food: str | None


class IngredientLineParser:
    """Turns written lines into ingredients, amounts and canonical foods."""

    def __init__(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen
        self._states = kitchen.states
        self._finder = AmountFinder(kitchen.units)
        self._column = lru_cache(_REMEMBERED)(self.line)  # columns say the same again and again

    def line(self, text: str, group: str | None = None) -> IngredientLine:
        """Read one line; the text is kept as it was written."""
        outside, brackets = _apart(plain(text))
        outside, vague = _without_vague(outside)
        found = self._finder.find(outside)
        name, rest = _around(outside, found[0] if found else None)
        read = self._name(name)
        return self._with_brackets(
            IngredientLine(
                text,
                read.words,
                read.food,
                found[0].quantity if found else None,
                also=found[1].quantity if len(found) > 1 else None,
                vague=None if found else vague,
                note=" ".join(filter(None, (_tail(rest, found), vague if found else None))) or None,
                forms=read.forms,
                group=group,
            ),
            brackets,
        )

    def pair(self, name: str, amount: str, group: str | None = None) -> IngredientLine:
        """Read a name and an amount that stand in columns of their own."""
        text = f"{name} {amount}".strip()
        at = min(len(name) + 1, len(text))
        named = self._column(name, group)
        measured = self._column(f"{_STAND_IN} {amount}")
        if measured.quantity is None and measured.vague is None:
            note = ", ".join(filter(None, (named.note, plain(amount)))) or None
            return replace(named, note=note, text=text, amount_at=at)
        beside = measured.name.removeprefix(_STAND_IN).strip()
        note = ", ".join(filter(None, (named.note, beside, measured.note))) or None
        return replace(
            named,
            text=text,
            amount_at=at,
            quantity=measured.quantity,
            also=measured.also or named.quantity,
            vague=measured.vague,
            note=note,
        )

    def again(self, line: IngredientLine) -> IngredientLine:
        """Read a line once more from what is kept of it as it was written."""
        if line.amount_at is None:
            return self.line(line.text, line.group)
        name, amount = line.text[: line.amount_at], line.text[line.amount_at :]
        return self.pair(name.removesuffix(" "), amount, line.group)

    def block(self, text: str) -> tuple[IngredientLine, ...]:
        """Read lines set apart by bars or line ends, under headings such as [양념]."""
        return tuple(self._block(text, _BARS))

    def listing(self, text: str) -> tuple[IngredientLine, ...]:
        """Read a block whose lines are also set apart by commas (COOKRCP01)."""
        return tuple(self._block(text, _COMMAS))

    def _block(self, text: str, separator: re.Pattern[str]) -> Iterator[IngredientLine]:
        pieces = _HEADING.split(text)
        for heading, lines in zip([None, *pieces[1::2]], pieces[0::2], strict=True):
            group = None if heading is None else heading.strip()
            for written in separator.split(lines):
                title, line = self._titled(written)
                group = title or group
                if line.strip(_EDGES):
                    yield self.line(line.strip(), group)

    def _titled(self, line: str) -> tuple[str | None, str]:
        """Return the heading a line opens with (●양념장 : 간장 1큰술), and what follows it."""
        match = _TITLE.fullmatch(line)
        if match is None:
            return None, line
        title = match["title"]
        heads = match["bullet"] or title in self._states.titles
        if not heads and self._kitchen.food(title) is not None:
            return None, line
        return title, match["rest"]

    def _with_brackets(self, line: IngredientLine, brackets: tuple[str, ...]) -> IngredientLine:
        for bracket in brackets:
            whole = (bracket,) if self._amounts(bracket) else _ASIDES.split(bracket)
            for aside in filter(None, (part.strip(_EDGES) for part in whole)):
                line = self._with_bracket(line, aside)
        return line

    def _with_bracket(self, line: IngredientLine, bracket: str) -> IngredientLine:
        amounts = self._amounts(bracket)
        vague = _without_vague(bracket)
        if amounts and line.quantity is None and line.vague is None:
            return replace(line, quantity=amounts[0], also=amounts[1] if amounts[1:] else None)
        if amounts and line.also is None:
            return replace(line, also=amounts[0])
        if vague[1] is not None and not vague[0] and line.quantity is None and line.vague is None:
            return replace(line, vague=vague[1])
        line = replace(line, note=", ".join(filter(None, (line.note, bracket))))
        return replace(line, food=self._narrower(line.food, bracket))

    def _narrower(self, food: str | None, bracket: str) -> str | None:
        """돼지고기(목살) asks for 목살."""
        inner = self._kitchen.food(bracket)
        if food is None or inner is None or WATER in (food, inner):
            return food
        return inner if self._kitchen.foods.is_a(inner, food) else food

    def _amounts(self, bracket: str) -> tuple[Quantity, ...]:
        """Return what a bracket says when it says nothing but amounts."""
        found = self._finder.find(f" {bracket}")
        left = f" {bracket}"
        for one in reversed(found):
            left = left[: one.start] + left[one.end :]
        return () if left.strip(_EDGES) else tuple(one.quantity for one in found)

    def _name(self, name: str) -> _Name:
        words = _PARTS.sub(r"\1\2", name).split()
        first = 0
        while first < len(words) - 1 and words[first] in self._states.before:
            first += 1
        last = len(words)
        while last > first + 1 and words[last - 1] in self._states.behind:
            last -= 1
        forms, rest = (*words[:first], *words[last:]), " ".join(words[first:last])
        if not forms:
            forms, rest = self._unglued(rest)
        food = self._kitchen.food(name) or self._kitchen.food(rest) or self._head(rest)
        return _Name(rest, forms, food)

    def _unglued(self, word: str) -> tuple[tuple[str, ...], str]:
        for form in self._states.glued:
            if word.startswith(form) and self._kitchen.food(word[len(form) :]) is not None:
                return (form,), word[len(form) :]
        for form in self._states.behind:
            if len(form) > 2 and word.endswith(form) and self._kitchen.food(word[: -len(form)]):
                return (form,), word[: -len(form)]
        return (), word

    def _head(self, name: str) -> str | None:
        """Return the food a name ends with; what stands before it only tells more of it."""
        foods = self._kitchen.foods
        segments = foods.segmenter.find(normalised(name).split())
        if not segments or not segments[-1].closes:
            return None
        words = normalised(name).replace(" ", "")
        return foods.words[segments[-1].word] if words.endswith(segments[-1].word) else None


def _apart(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without its brackets, and what they hold."""
    held = tuple(filter(None, (match[1].strip(_EDGES) for match in _BRACKET.finditer(text))))
    return " ".join(_BRACKET.sub(" ", text).split()).strip(_EDGES), held


def _without_vague(text: str) -> tuple[str, str | None]:
    match = _VAGUE.search(text)
    if match is None:
        return text, None
    return text[: match.start()].strip(_EDGES), match[0]


def _around(text: str, found: Found | None) -> tuple[str, str]:
    """Return the name, before the amount or else after it, and where the rest begins."""
    if found is None:
        return text.strip(_EDGES), ""
    before, after = text[: found.start].strip(_EDGES), text[found.end :].strip(_EDGES)
    return (before, text) if before else (after, "")


def _tail(text: str, found: tuple[Found, ...]) -> str:
    """Return what follows the last amount."""
    if not text or not found:
        return ""
    last = found[1] if len(found) > 1 else found[0]
    return text[last.end :].strip(_EDGES)
