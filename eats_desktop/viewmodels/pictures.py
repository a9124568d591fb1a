"""Which picture stands for a product: its photo when there is one, else a drawing of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from eats_desktop.domain.schedule import BroadcastProduct


def photo_url(product: BroadcastProduct | None) -> str:
    """Return the address the photo provider knows, "" where the seller gives no photo."""
    return photo_address(product.source, product.thumbnail_url) if product else ""


def photo_address(source: str, thumbnail_url: str | None) -> str:
    return f"image://photo/{source}/{quote(thumbnail_url, safe='')}" if thumbnail_url else ""


def drawing(name: str) -> str:
    """Return the name of the drawing in resources/pictures for a product name."""
    return "meal" if name else "unknown"
