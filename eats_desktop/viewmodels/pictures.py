"""Which picture stands for a product: its photo when there is one, else a drawing of its kind."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING
from urllib.parse import quote

from eats_desktop.domain.food_kind import FoodKinds
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from eats_desktop.domain.schedule import BroadcastProduct
    from eats_desktop.domain.stored_recipe import FullRecipe

_NAMES_KEPT = 4096


def photo_url(product: BroadcastProduct | None) -> str:
    """Return the address that the picture desk knows, "" where the seller gives no photo."""
    return photo_address(product.source, product.thumbnail_url) if product else ""


def photo_address(source: str, thumbnail_url: str | None) -> str:
    return f"image://photo/{source}/{quote(thumbnail_url, safe='')}" if thumbnail_url else ""


def recipe_photo(recipe: FullRecipe | None) -> str:
    """Return the address that the picture desk knows of a dish; old collections write http."""
    url = recipe.image_url if recipe is not None else None
    if recipe is None or not url:
        return ""
    return photo_address(recipe.key.source, url.replace("http://", "https://", 1))


@functools.lru_cache(maxsize=_NAMES_KEPT)
def drawing(name: str) -> str:
    """Return the name of the drawing in resources/pictures for a product name."""
    return _kinds().of(name)


@functools.cache
def _kinds() -> FoodKinds:
    return FoodKinds.load(resources() / "pictures" / "words.toml")


def web_address(address: str | None) -> str:
    """Return an address that a browser may be sent to, "" for any other."""
    return address if address and address.startswith(("https://", "http://")) else ""
