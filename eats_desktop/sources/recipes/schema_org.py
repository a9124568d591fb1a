"""schema.org Recipe in a page, or saved as JSON-LD."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from recipe_scrapers import scrape_html
from recipe_scrapers._exceptions import RecipeScrapersExceptions

from eats_desktop.domain.written_recipe import BadRow, WrittenRecipe
from eats_desktop.sources.recipes.values import servings, words

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "web"
_NOWHERE = "https://saved.invalid/"
_ODD = (RecipeScrapersExceptions, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What the scrapers raise where a page writes a field in a way they do not expect."""


def page_recipe(html: str, address: str) -> WrittenRecipe | BadRow:
    """Read the recipe of a page; its number is made from the page's address."""
    try:
        scraper: Any = scrape_html(html, org_url=address, supported_only=False)
    except (*_ODD, RecursionError):
        return BadRow(1, None, "페이지에 schema.org 레시피가 없어요")
    title = _told(scraper.title)
    lines = [line for one in _list(scraper.ingredients) if (line := words(one))]
    if title is None:
        return BadRow(1, None, "제목이 없어요")
    if not lines:
        return BadRow(1, None, "재료가 없어요")
    found = None if address == _NOWHERE else address
    link = found or _link(scraper)
    steps = (words(step) for step in _list(scraper.instructions_list))
    minutes = _whole(scraper.total_time)
    return WrittenRecipe(
        SOURCE,
        _number(link or title),
        title,
        title,
        ingredients="\n".join(lines),
        steps=tuple(step for step in steps if step),
        category=_told(scraper.category),
        servings=_servings(scraper),
        minutes=minutes,
        image_url=_told(scraper.image),
        source_url=link,
    )


def saved_recipe(text: str) -> WrittenRecipe | BadRow:
    """Read a saved page, or a saved JSON-LD document."""
    if text.lstrip().startswith("<"):
        return page_recipe(text, _NOWHERE)
    try:
        document = json.dumps(json.loads(text))
    except (ValueError, RecursionError):
        return BadRow(1, None, "JSON을 읽지 못했어요")
    inert = document.replace("</", "<\\/")
    return page_recipe(f'<script type="application/ld+json">{inert}</script>', _NOWHERE)


def _number(place: str) -> str:
    """Return the same short name for the same page, whether asked by http or https."""
    parts = urlsplit(place)
    plain = f"{parts.netloc.lower()}{parts.path}?{parts.query}"
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _link(scraper: Any) -> str | None:
    """Return where a saved recipe says that it comes from."""
    data = scraper.schema.data
    main = data.get("mainEntityOfPage")
    candidates = [data.get("url"), data.get("@id"), _told(scraper.canonical_url), main]
    if isinstance(main, dict):
        candidates.append(main.get("@id"))
    for link in candidates:
        is_link = isinstance(link, str) and link.startswith(("https://", "http://"))
        if is_link and not link.startswith(_NOWHERE):
            return str(link)
    return None


def _servings(scraper: Any) -> int | None:
    told = _told(scraper.yields) or ""
    return servings(told.replace(" servings", "인분").replace(" serving", "인분"))


def _told(field: Callable[[], Any]) -> str | None:
    try:
        value = field()
    except _ODD:
        return None
    return words(value) if isinstance(value, str) else None


def _whole(field: Callable[[], Any]) -> int | None:
    try:
        value = field()
    except _ODD:
        return None
    return int(value) or None if isinstance(value, (int, float)) and 0 < value < 1e5 else None


def _list(field: Callable[[], Any]) -> list[str]:
    try:
        values = field()
    except _ODD:
        return []
    return [value for value in values if isinstance(value, str)] if values else []
