"""What several sites need when they read elements of an HTML page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.sources.text import https

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

    from eats_desktop.domain.listing import SlotListing
    from eats_desktop.sources.health import Tally

_LAZY = ("data-src", "data-original", "src")
_SILENT = 0.5
_ON_AIR = re.compile(r"방송\s*중|on\s*air", re.IGNORECASE)


def attribute(tag: Tag | None, name: str) -> str:
    """Return an attribute as text, empty when there is no tag or no attribute."""
    return str(tag.get(name) or "") if tag is not None else ""


def words(tag: Tag | None) -> str | None:
    """Return the text of a tag with blanks between its parts, None for no tag."""
    return tag.get_text(" ") if tag is not None else None


def picture(tag: Tag | None) -> str | None:
    """Return the absolute address of an img, a lazy one's before the blank it shows first."""
    if tag is None:
        return None
    found = (https(attribute(tag, name).strip()) for name in _LAZY)
    return next((url for url in found if url is not None and url.startswith("https://")), None)


def says_on_air(shown: str) -> bool:
    """Tell whether a label stands for what is on air, which then has no clock."""
    return _ON_AIR.search(shown) is not None


def require_whole(text: str, tag: str) -> None:
    """Refuse a page whose last `tag` was never closed: its end did not come through (H1)."""
    opened = [match.start() for match in re.finditer(rf"<{tag}[\s>]", text, re.IGNORECASE)]
    if opened and text.lower().rfind(f"</{tag}>") < opened[-1]:
        raise SourceChangedError("H1 페이지가 중간에 잘렸어요")


def judge_silent_slots(slots: Sequence[SlotListing], tally: Tally) -> None:
    """H3: a slot may well sell nothing, but where most seem to, products have moved elsewhere."""
    silent = sum(1 for slot in slots if not slot.products)
    if silent > len(slots) * _SILENT:
        tally.fail("H3", f"방송 {len(slots)}개 중 {silent}개에 상품이 없어요")
