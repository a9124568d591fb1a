"""Ingredients parted by bars, each in fields parted by BEL: name, amount, unit, note.

`[재료] 청어␇4␇마리␇| 밀가루␇␇조금␇| ␇␇␇ [양념] 진간장␇2␇숟갈␇`: a field may be empty, the last
item of a section often is; a heading stands where an item begins, a bracket in a name is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.sources.recipes.values import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEL = "\a"
_FIELDS = 4
_ALONE = re.compile(r"\s*(?:\[[^\[\]]*\])?[^\a\d|]*(?:\a[^\a|]*){3}")
_OPENS = re.compile(r"\s*\[([^\[\]]{1,40})\](.*)", re.DOTALL)
_HEADING = re.compile(r"(?:^|(?<=\s))\[[^\[\]]{1,40}\]")


class Item(NamedTuple):
    name: str
    amount: str
    group: str | None


def has_fields(text: str) -> bool:
    """Tell whether BEL parts the fields of items; else it may part the items themselves."""
    return _BEL in text and ("|" in text or _ALONE.fullmatch(text) is not None)


def bel_items(text: str) -> tuple[Item, ...]:
    """Return the items that have a name, each with the heading it stands under."""
    return tuple(_items(text))


def _items(text: str) -> Iterator[Item]:
    group: str | None = None
    for piece in text.split("|"):
        waiting = piece.split(_BEL)
        while waiting:
            opened = _OPENS.fullmatch(waiting[0])
            if opened is not None:
                group, waiting[0] = words(opened[1]), opened[2]
            fields = _taken(waiting)
            name = words(fields[0])
            if name is not None:
                yield Item(name, _amount(*fields[1:]), group)


def _taken(waiting: list[str]) -> list[str]:
    """Take an item's fields off; what stands behind a heading within them waits on."""
    fields = [waiting.pop(0)]
    while waiting and len(fields) < _FIELDS:
        heading = _HEADING.search(waiting[0])
        if heading is not None:
            fields.append(waiting[0][: heading.start()])
            waiting[0] = waiting[0][heading.start() :]
            break
        fields.append(waiting.pop(0))
    return fields + [""] * (_FIELDS - len(fields))


def _amount(number: str, unit: str, note: str) -> str:
    """Join "4" and "마리" as one writes them, with the note behind in brackets."""
    number, unit, aside = (words(field) or "" for field in (number, unit, note))
    is_glued = bool(number) and not number[-1].isalpha()
    amount = f"{number}{unit}" if is_glued else f"{number} {unit}".strip()
    return f"{amount} ({aside})" if amount and aside else amount or aside
