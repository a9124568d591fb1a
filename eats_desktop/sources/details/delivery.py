"""Delivery as sellers word it, and its fee where the words leave no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eats_desktop.sources.details.facts import without_people
from eats_desktop.sources.prices import won
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELS = ("배송비", "배송", "배송정보", "배송안내", "배송방법")
_AMOUNT = re.compile(r"\d[\d,]*\s*원")
_MOST_CHARACTERS = 120


def delivery_of(pairs: Iterable[tuple[str, str]]) -> tuple[str | None, int | None]:
    """Return the delivery line of a table and its fee in won, None where there is none."""
    said = {clean(label).replace(" ", ""): clean(value) for label, value in reversed([*pairs])}
    words = next((said[label] for label in _LABELS if said.get(label)), "")
    return delivery(words)


def delivery(words: str) -> tuple[str | None, int | None]:
    """Return the line to show and the fee: 0 for free, None when it depends or is not said."""
    shown = without_people(clean(words))[:_MOST_CHARACTERS]
    amounts = _AMOUNT.findall(shown)
    if "무료" in shown:
        return shown, None if amounts else 0
    fee = won(amounts[0]) if len(amounts) == 1 else None
    return shown or None, fee
