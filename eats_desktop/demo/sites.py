"""The demonstration: all sites in the real formats with an invented week of broadcasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import DemoCatalogue, load_catalogue
from eats_desktop.demo.details import DemoDetails
from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.photos import DemoPhotos
from eats_desktop.demo.plan import WeekPlan
from eats_desktop.demo.site_pages import SOURCES, SitePages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class DemoSites(LoopbackSites):
    """체험 sites; `clock` gives the aware time that decides what is on air."""

    def __init__(
        self, clock: Callable[[], datetime], catalogue: DemoCatalogue | None = None
    ) -> None:
        catalogue = catalogue or load_catalogue()
        pages = SitePages(
            WeekPlan(catalogue),
            catalogue.mall,
            DemoPhotos.shipped(catalogue),
            DemoDetails(catalogue),
        )
        super().__init__(SOURCES, lambda request: pages.respond(request, clock()))
