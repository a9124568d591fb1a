"""What the parsing libraries alone make of a page: what reading one is compared with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree, html  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from eats_desktop.sources.base import Page


def bare_parse(page: Page) -> object:
    """Return JSON as objects, XML and HTML as a tree, by what the page declares itself to be."""
    kind = page.content_type
    if "json" in kind:
        return json.loads(page.body)
    if "xml" in kind:
        return etree.fromstring(page.body)
    return html.document_fromstring(page.body)
