"""Where recipes may be imported from: files, pages, the public service."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.sources.recipes.addresses import is_address
from eats_desktop.sources.recipes.files import recipe_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.services.key_files import KeyFiles
    from eats_desktop.services.recipe_import import RecipeOrigin
    from eats_desktop.services.settings import Settings
    from eats_desktop.sources.http import Fetcher

SERVICE_KEY = "cookrcp"
"""The name of the 식약처 key in `keys`."""


class RecipeOrigins:
    """Makes what RecipeImport reads out of what a shopper points at."""

    def __init__(
        self,
        keys: KeyFiles,
        settings: Callable[[], Settings],
        fetcher: Callable[[], Fetcher],
    ) -> None:
        self.keys = keys
        self._settings = settings
        self._fetcher = fetcher

    def of(
        self, places: Sequence[str], form: str = "auto", *, service: bool = False
    ) -> tuple[RecipeOrigin, ...]:
        """Return origins of paths, addresses and the service; InputError names what is none."""
        paths = [Path(place) for place in places if not is_address(place)]
        found: list[RecipeOrigin] = [*recipe_files(paths, form)]
        found += [self._page(place) for place in places if is_address(place)]
        if service:
            found.append(self._service())
        return tuple(found)

    def _page(self, address: str) -> RecipeOrigin:
        from eats_desktop.sources.recipes.web_page import (  # noqa: PLC0415  loads recipe-scrapers
            NAME,
            RecipePage,
        )

        return RecipePage(address, self._fetcher(), self._settings().source(NAME).base_url)

    def _service(self) -> RecipeOrigin:
        from eats_desktop.sources.recipes.cookrcp_service import (  # noqa: PLC0415  loads requests
            NAME,
            CookrcpService,
        )

        base_url = self._settings().source(NAME).base_url
        return CookrcpService(self._fetcher(), self.keys.get(SERVICE_KEY), base_url)
