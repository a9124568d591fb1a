"""The hits of a search as lists show them: every airing under its product, and why it was found."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import with_particle
from eats_desktop.viewmodels.cards import BroadcastRow
from eats_desktop.viewmodels.dated_rows import dated_row
from eats_desktop.viewmodels.product_rows import ProductRow, mall_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from eats_desktop.domain.schedule import BroadcastId, ProductKey
    from eats_desktop.services.search_hits import BroadcastHit, ProductHit

_BY_NAME = "이름에 "
"""Why of a hit whose shown name holds the words: the name says it itself."""


@dataclass(frozen=True, slots=True)
class FoundRow(BroadcastRow):
    """`isLead`: the first airing of its product; the others stand below it in brief."""

    isLead: bool = True
    whyText: str = ""


@dataclass(frozen=True, slots=True)
class FoundProductRow(ProductRow):
    whyText: str = ""


def by_product(hits: Iterable[BroadcastHit]) -> list[list[BroadcastHit]]:
    """Gather the airings of one product, both products and airings in the order of the hits.

    What is called the same is one product: several sellers, and guides, number it each their way.
    """
    groups: dict[str | None, list[BroadcastHit]] = {}
    for hit in hits:
        groups.setdefault(hit.broadcast.display_title, []).append(hit)
    return list(groups.values())


def found_rows(
    groups: Iterable[Iterable[BroadcastHit]],
    now: datetime,
    wished: Collection[BroadcastId],
    corrected: str | None,
) -> list[FoundRow]:
    rows = []
    for group in groups:
        for place, hit in enumerate(group):
            row = dated_row(hit.broadcast, now, wished)
            why = why_text(hit.why, corrected) if place == 0 else ""
            row = replace(row, spokenText=_also(row.spokenText, why))
            rows.append(FoundRow(**asdict(row), isLead=place == 0, whyText=why))
    return rows


def product_rows(
    hits: Iterable[ProductHit], wished: Collection[ProductKey], corrected: str | None
) -> list[FoundProductRow]:
    rows = []
    for hit in hits:
        row, why = mall_row(hit.product, wished), why_text(hit.why, corrected)
        row = replace(row, spokenText=_also(row.spokenText, why))
        rows.append(FoundProductRow(**asdict(row), whyText=why))
    return rows


def why_text(why: Iterable[str], corrected: str | None) -> str:
    """Return why something was found, "" where its name or the head of the page says it."""
    said = f"“{corrected}”{particle(corrected)} 찾음" if corrected else ""
    return " · ".join(w for w in why if w != said and not w.startswith(_BY_NAME))


def particle(word: str) -> str:
    """Return 으로 or 로, as the word's last sound asks."""
    return with_particle(word, "으로", "로").removeprefix(word)


def _also(spoken: str, why: str) -> str:
    return f"{spoken}, {why}" if why else spoken
