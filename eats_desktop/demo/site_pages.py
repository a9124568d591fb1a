"""Answers any request to any demonstration site, as a function of plan, catalogue and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.demo.pages import btv_guide, hmall, hnsmall, kok, nsmall, uplus_guide
from eats_desktop.demo.web import Request, not_found, revalidated, text_response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from eats_desktop.demo.catalogue import MallProduct
    from eats_desktop.demo.photos import DemoPhotos
    from eats_desktop.demo.plan import Plan
    from eats_desktop.demo.web import Response

SOURCES = ("btv_guide", "uplus_guide", "hnsmall", "hmall", "nsmall", "kok")

_SCHEDULES = {
    "btv_guide": btv_guide.respond,
    "uplus_guide": uplus_guide.respond,
    "hnsmall": hnsmall.respond,
    "hmall": hmall.respond,
    "nsmall": nsmall.respond,
}


class SitePages:
    """The pages of all six sites for one plan and one mall, and photos where there are any."""

    def __init__(
        self, plan: Plan, mall: Sequence[MallProduct], photos: DemoPhotos | None = None
    ) -> None:
        self._plan = plan
        self._mall = mall
        self._photos = photos

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
        if request.source == "kok":
            return kok.respond(self._mall, request)
        schedule = _SCHEDULES.get(request.source)
        return not_found() if schedule is None else schedule(self._plan, request, now)
