"""Photos of the demonstration products: a picture of our own of each one's kind."""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import TYPE_CHECKING

from eats_desktop.demo.plan import product_number
from eats_desktop.demo.web import Response, not_found
from eats_desktop.domain.food_kind import FoodKinds
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from eats_desktop.demo.catalogue import DemoCatalogue
    from eats_desktop.demo.web import Request

_ADDRESSES = {
    "hmall": re.compile(r"/static/.+/(?:onair)?(\d{10})(?:_0|_d(\d))?\.\w+"),
    "hnsmall": re.compile(r"/images/(?:goods/\d+/|itemdesc/)(\d+)(?:_\w+|/0(\d))\.\w+"),
    "nsmall": re.compile(r"/new/(\d+)()_\w+\.\w+"),
    "lotteimall": re.compile(r"/goods/\d+/(\d+)()_L\.\w+"),
    "kshop": re.compile(r"/goods/\d+/(\d+)()\.\w+"),
    "gongyoung": re.compile(r"/ECMCFO/share/product/demo/(\d+)()\.\w+"),
    "gsshop": re.compile(r"/image/\d+/\d+/(\d+)()_L1\.\w+"),
    "shinsegae": re.compile(r"/g/(\d+)()_wg_1\.\w+"),
    "skstoa": re.compile(r"/goods/\d+/(\d+)()_g\.\w+"),
    "wshopping": re.compile(r"/goods2022/\d+/\d+/(\d+)()_p\.\w+"),
    "shoppingnt": re.compile(r"/goods/\d+/(\d+)()_h\.\w+"),
    "kok": re.compile(r"/product/(?:normal/admin|detail)/(\d+)(?:demo_base_1|_0(\d))\.\w+"),
}
"""Each with the product's number, and which picture of its description it is."""

_SELLERS = tuple(source for source in _ADDRESSES if source != "kok")


class DemoPhotos:
    """Knows which product a photo's address means, and gives `folder`/<kind>-<variant>.webp."""

    def __init__(self, catalogue: DemoCatalogue, folder: Path, kinds: FoodKinds) -> None:
        self._folder = folder
        self._kinds = {key: kinds.of(name) for key, name in _names(catalogue)}

    @classmethod
    def shipped(cls, catalogue: DemoCatalogue) -> DemoPhotos:
        words = resources() / "pictures" / "words.toml"
        return cls(catalogue, resources() / "demo" / "photos", FoodKinds.load(words))

    def respond(self, request: Request) -> Response | None:
        """Return the photo, 404 for a product without one, None for what is no photo's address."""
        address = _ADDRESSES.get(request.source)
        found = address.fullmatch(request.path) if address is not None else None
        if found is None:
            return None
        kind = self._kinds.get((request.source, found[1]), "")
        shots = sorted(self._folder.glob(f"{kind}-*.webp"))
        if not shots:
            return not_found()
        first = zlib.crc32(found[1].encode())
        body = shots[(first + int(found[2] or 0)) % len(shots)].read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return Response(200, {"Content-Type": "image/webp", "ETag": etag}, body)


def _names(catalogue: DemoCatalogue) -> Iterator[tuple[tuple[str, str], str]]:
    for product in catalogue.products:
        names = (product.name, *(pack.name for pack in product.packs))
        for seller in _SELLERS:
            for pack, name in enumerate(names):
                yield (seller, product_number(seller, product.no, pack)), name
    for mall in catalogue.mall:
        yield ("kok", mall.product_id), mall.name
