"""Which picture stands for a product: its photo when there is one, else a drawing of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from eats_desktop.domain.schedule import BroadcastProduct


def photo_url(product: BroadcastProduct | None) -> str:
    """Return the address the photo provider knows, "" where the seller gives no photo."""
    if product is None or not product.thumbnail_url:
        return ""
    return f"image://photo/{product.source}/{quote(product.thumbnail_url, safe='')}"


def drawing(name: str) -> str:
    """Return the name of the drawing in resources/pictures for a product name."""
    return "meal" if name else "unknown"
