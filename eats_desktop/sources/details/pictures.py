"""Pictures of a product page: lazy attributes, twins of one picture, pixels that are no picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from eats_desktop.domain.product_detail import MOST_IMAGES
from eats_desktop.sources.photos import PHOTO_HOSTS
from eats_desktop.sources.text import https

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

_ATTRIBUTES = ("data-src", "data-original", "data-lazy", "data-echo", "src")
_TWIN = re.compile(r"/dims/[^?]*format/(?:avif|webp)\b.*$")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*url\(\s*['\"]?([^'\")]+)")


def pictures(source: str, base: str, addresses: Iterable[str | None]) -> tuple[str, ...]:
    """Return up to 12 addresses on the source's own image hosts, each picture once, in order.

    `base` is what relative addresses are relative to: the real site, whoever answered.
    """
    found: dict[str, str] = {}
    for raw in addresses:
        address = _absolute(base, (raw or "").strip())
        if address is not None and urlsplit(address).netloc in PHOTO_HOSTS[source]:
            found.setdefault(_TWIN.sub("", address), address)
    return tuple(_TWIN.sub("", address) for address in found.values())[:MOST_IMAGES]


def addresses(root: Tag) -> Iterator[str]:
    """Yield what the pictures below `root` are called, in order; `source` twins come with them."""
    for tag in root.find_all(True):
        if tag.name == "img":
            yield from _image(tag)
        elif tag.name != "source" and (style := str(tag.get("style") or "")):
            yield from _BACKGROUND.findall(style)


def _image(tag: Tag) -> Iterator[str]:
    """Yield the one address an image means: what is loaded late goes before what stands in."""
    for name in _ATTRIBUTES:
        address = str(tag.get(name) or "").strip()
        if address and not address.startswith("data:") and address != "about:blank":
            yield address
            return
    first = str(tag.get("srcset") or "").split(",")[0].split()
    yield from first[:1]


def _absolute(base: str, address: str) -> str | None:
    if not address or address.startswith(("data:", "about:", "#", "javascript:")):
        return None
    try:
        whole = https(urljoin(base, address))
        path = urlsplit(whole or "").path.lower()
    except ValueError:
        return None
    return None if whole is None or path.endswith(".gif") or "/blank." in path else whole
