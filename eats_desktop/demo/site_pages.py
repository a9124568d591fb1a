"""Answers any request to any demonstration site, as a function of plan, catalogue and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.demo.pages import (
    btv_guide,
    cjonstyle,
    gongyoung,
    gsshop,
    hmall,
    hmall_detail,
    hnsmall,
    hnsmall_detail,
    kok,
    kok_detail,
    kshop,
    lotteimall,
    nsmall,
    shinsegae,
    shoppingnt,
    skstoa,
    uplus_guide,
    wshopping,
)
from eats_desktop.demo.web import Request, not_found, revalidated, text_response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from eats_desktop.demo.catalogue import MallProduct
    from eats_desktop.demo.details import DemoDetails
    from eats_desktop.demo.photos import DemoPhotos
    from eats_desktop.demo.plan import Plan
    from eats_desktop.demo.web import Response

SOURCES = (
    "btv_guide",
    "uplus_guide",
    "hnsmall",
    "hmall",
    "nsmall",
    "lotteimall",
    "cjonstyle",
    "kshop",
    "gongyoung",
    "gsshop",
    "shinsegae",
    "skstoa",
    "wshopping",
    "shoppingnt",
    "kok",
)

_SCHEDULES = {
    "btv_guide": btv_guide.respond,
    "uplus_guide": uplus_guide.respond,
    "hnsmall": hnsmall.respond,
    "hmall": hmall.respond,
    "nsmall": nsmall.respond,
    "lotteimall": lotteimall.respond,
    "cjonstyle": cjonstyle.respond,
    "kshop": kshop.respond,
    "gongyoung": gongyoung.respond,
    "gsshop": gsshop.respond,
    "shinsegae": shinsegae.respond,
    "skstoa": skstoa.respond,
    "wshopping": wshopping.respond,
    "shoppingnt": shoppingnt.respond,
}


class SitePages:
    """The pages of all sites for one plan and one mall, and photos where there are any."""

    def __init__(
        self,
        plan: Plan,
        mall: Sequence[MallProduct],
        photos: DemoPhotos | None = None,
        details: DemoDetails | None = None,
    ) -> None:
        self._plan = plan
        self._mall = mall
        self._photos = photos
        self._details = details

    def render(self, source: str, path: str, query: Mapping[str, str], now: datetime) -> Response:
        """Return what the site says to a plain GET."""
        return self.respond(Request(source, path, query), now)

    def respond(self, request: Request, now: datetime) -> Response:
        """Return what the site says, 304 when the asker holds it already."""
        return revalidated(request, self._page(request, now))

    def _page(self, request: Request, now: datetime) -> Response:
        if request.path == "/robots.txt":
            return text_response("User-agent: *\nAllow: /\n")
        photo = self._photos.respond(request) if self._photos is not None else None
        if photo is not None:
            return photo
        detail = self._detail(request, now)
        if detail is not None:
            return detail
        if request.source == "kok":
            return kok.respond(self._mall, request)
        schedule = _SCHEDULES.get(request.source)
        return not_found() if schedule is None else schedule(self._plan, request, now)

    def _detail(self, request: Request, now: datetime) -> Response | None:
        """Return a product page, None where there is none or the address is another."""
        if self._details is None:
            return None
        if request.source == "kok":
            return kok_detail.respond_detail(self._details, request)
        respond = {
            "hnsmall": hnsmall_detail.respond_detail,
            "hmall": hmall_detail.respond_detail,
        }.get(request.source)
        return None if respond is None else respond(self._details, request, now)
